import Design
import Diagnostics
import Foundation
package import PDFReading

/// Preflight of one file: the entry to this module.
package enum FilePreflight {
  /// Checks a file's bytes; what cannot be opened at all is a report with that one finding.
  ///
  /// `name` stands in the report. `tools` says where Ghostscript is.
  package static func check(
    _ bytes: some Collection<UInt8>, name: String, against target: PreflightTarget,
    tools: PreflightTools = PreflightTools(), limits: PDFLimits = PDFLimits()
  ) -> PreflightReport {
    do throws(Diagnostic) {
      let document = try PDFDocument(bytes, name: name, limits: limits)
      return check(document, bytes: Data(bytes), name: name, target: target, tools: tools)
    } catch {
      return failed(error, name: name, target: target)
    }
  }

  /// Checks a file.
  package static func check(
    file path: String, against target: PreflightTarget, tools: PreflightTools = PreflightTools(),
    limits: PDFLimits = PDFLimits()
  ) -> PreflightReport {
    do throws(Diagnostic) {
      let document = try PDFDocument(path: path, limits: limits)
      return check(document, bytes: nil, path: path, name: path, target: target, tools: tools)
    } catch {
      return failed(error, name: path, target: target)
    }
  }

  /// Whether a file claims to be for the press (PDF/X); false where it cannot be read.
  package static func claimsPrint(file path: String) -> Bool {
    guard let document = try? PDFDocument(path: path) else { return false }
    let intents = document.members(of: document.catalogue["OutputIntents"])
    if intents.contains(where: { document.entry("S", of: $0.dictionary).name == "GTS_PDFX" }) {
      return true
    }
    guard let stream = document.resolve(document.catalogue["Metadata"]).stream,
      let bytes = try? document.data(of: stream)
    else { return false }
    return PacketReader(bytes).value(Namespace.pdfx, "GTS_PDFXVersion") != nil
  }

  private static func check(
    _ document: PDFDocument, bytes: Data?, path: String? = nil, name: String,
    target: PreflightTarget, tools: PreflightTools
  ) -> PreflightReport {
    let inspection = Inspection(document)
    switch target {
    case .print(let profile):
      checkPrint(inspection, profile: profile)
      InkRules(inspection, profile: profile, tools: tools).check(bytes: bytes, path: path)
    case .screen: ScreenRules(inspection).check()
    }
    for warning in document.warnings().prefix(20) {
      inspection.add(
        "file.damaged", warning.message,
        hint: "have the file written anew by the program that made it")
    }
    return report(inspection.findings, name: name, target: target, pages: inspection.pages.count)
  }

  private static func checkPrint(_ inspection: Inspection, profile: PrinterProfile) {
    PrintFileRules(inspection).check()
    let intent = OutputIntentRules(inspection: inspection, profile: profile).check()
    ObjectRules(inspection).check()
    PageRules(inspection, profile: profile).check()
    let colors = ColorReader(inspection, intent: intent)
    for page in inspection.pages {
      var interpreter = PageInterpreter(inspection, colors: colors, page: page)
      interpreter.run()
      ItemRules(
        inspection: inspection, profile: profile, page: page, items: interpreter.items
      ).check()
    }
  }

  private static func failed(
    _ problem: Diagnostic, name: String, target: PreflightTarget
  ) -> PreflightReport {
    let finding = PreflightFinding(
      rule: problem.identifier, severity: .error, page: nil, place: nil, message: problem.message,
      hint: problem.hints.first)
    return report([finding], name: name, target: target, pages: 0)
  }

  private static func report(
    _ findings: [PreflightFinding], name: String, target: PreflightTarget, pages: Int
  ) -> PreflightReport {
    switch target {
    case .print(let profile):
      PreflightReport(
        file: name, edition: "print", profile: profile.name, pages: pages, findings: findings)
    case .screen:
      PreflightReport(file: name, edition: "screen", profile: nil, pages: pages, findings: findings)
    }
  }
}
