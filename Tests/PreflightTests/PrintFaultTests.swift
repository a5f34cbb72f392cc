import Design
import SamplePDFs
import Testing

@testable import Preflight

/// A sound print file, and the same with one thing wrong: each fault is found by its rule alone.
@Suite struct PrintFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var name: String
    var changes: [(String, String)]
    var rules: Set<String>
    var testDescription: String { name }

    init(_ name: String, _ old: String, _ new: String, _ rules: String...) {
      (self.name, changes) = (name, [(old, new)])
      self.rules = Set(rules)
    }

    /// The same with a second change, which the first one needs.
    func and(_ old: String, _ new: String) -> Fault {
      var fault = self
      fault.changes.append((old, new))
      return fault
    }
  }

  static var profile: PrinterProfile {
    PrinterProfile(
      name: "sample",
      outputCondition: .init(identifier: "FOGRA39", name: "ISO Coated v2", profile: "none.icc"))
  }

  static func findings(_ bytes: [UInt8]) -> [PreflightFinding] {
    FilePreflight.check(
      bytes, name: "sample.pdf", against: .print(profile),
      tools: PreflightTools()
    ).findings
  }

  @Test func `the sound file has no finding`() {
    let findings = Self.findings(SamplePrintFile.assembler().bytes)
    #expect(findings.isEmpty, "\(findings)")
  }

  static let media = "/MediaBox [0 0 334.646 456.535]"
  static let bleed = "/BleedBox [10 10 324.646 446.535]"
  static let trim = "/TrimBox [18.504 18.504 316.142 438.031]"
  static let ground = "q 0.1 0 0 0 k 8 8 320 440 re f Q"
  static let line = "0 0 0 1 K 0.5 w"
  static let black = "BT 0 0 0 1 k /F1 9 Tf"
  static let catalogue = "/OutputIntents [4 0 R]"

  static let faults: [Fault] = fileFaults + pageFaults + colorFaults + inkFaults

  static let fileFaults: [Fault] = [
    Fault("PDF 1.7", "%PDF-1.6", "%PDF-1.7", "x4.version"),
    Fault("no identifier", " /ID [<01> <02>]", "", "x4.identifier"),
    Fault("half an identifier", "[<01> <02>]", "[<01>]", "x4.identifier"),
    Fault("no metadata", "/Metadata 3 0 R", "", "x4.metadata"),
    Fault("torn metadata", "</rdf:RDF>", "", "x4.metadata"),
    Fault("no title", "dc:title>", "dc:titel>", "x4.metadata"),
    Fault(
      "no date", "<xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate>", "", "x4.metadata"),
    Fault("no version", "<xmpMM:VersionID>1</xmpMM:VersionID>", "", "x4.metadata"),
    Fault("claims X-1a", ">PDF/X-4<", ">PDF/X-1a:2003<", "x4.claim"),
    Fault("trapped by a string", "/Trapped /False", "/Trapped (False)", "x4.trapped"),
    Fault("trapped and not", "/Trapped /False", "/Trapped /True", "x4.trapped"),
    Fault("no intent", catalogue, "", "x4.output-intent"),
    Fault("two intents", catalogue, "/OutputIntents [4 0 R 4 0 R]", "x4.output-intent"),
    Fault("no name of the condition", "(FOGRA39)", "()", "x4.output-intent"),
    Fault("another condition", "(FOGRA39)", "(FOGRA52)", "profile.output-condition"),
    Fault("no profile", "/DestOutputProfile 5 0 R", "", "x4.output-intent"),
    Fault("profile of a screen", "prtr", "mntr", "x4.output-profile"),
    Fault("profile of another size", "/N 4", "/N 3", "x4.output-profile"),
    Fault("torn profile", "acsp", "axsp", "x4.output-profile"),
    Fault("action", catalogue, catalogue + " /OpenAction << /S /Named /N /Print >>", "x4.action"),
    Fault(
      "script", catalogue,
      catalogue + " /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>",
      "x4.javascript"),
    Fault("form", catalogue, catalogue + " /AcroForm << /Fields [7 0 R] >>", "x4.form"),
    Fault("OPI", "/Width 100", "/OPI << >> /Width 100", "x4.opi"),
    Fault(
      "PostScript", "/Subtype /Form /BBox [0 0 100 100]", "/Subtype /PS /BBox [0 0 100 100]",
      "x4.postscript"),
    Fault("transfer function", "/CA 1", "/CA 1 /TR /Identity", "x4.transfer-function"),
    Fault("halftone", "/CA 1", "/Type /ExtGState /CA 1 /HT << /HalftoneType 6 >>", "x4.halftone"),
    Fault("font elsewhere", "/FontFile2 21 0 R", "", "font.embedding"),
    Fault("drawn font without glyphs", "/Subtype /TrueType", "/Subtype /Type3", "font.embedding"),
  ]

  static let pageFaults: [Fault] = [
    Fault("no trim", trim, "", "x4.boxes"),
    Fault("trim and art", trim, trim + " /ArtBox [20 20 100 100]", "x4.boxes"),
    Fault("bleed beyond the media", "446.535]", "499]", "x4.boxes"),
    Fault("little bleed", bleed, "/BleedBox [15 15 320 442]", "bleed.box"),
    Fault(
      "link", "/Contents 10 0 R",
      "/Contents 10 0 R /Annots [<< /Type /Annot /Subtype /Link /Rect [50 50 90 90] >>]",
      "x4.annotation"),
    Fault(
      "art that ends at the trim", ground, "q 0.1 0 0 0 k 18.5 18.5 298 420 re f Q", "bleed.art"),
    Fault(
      "art that is clipped at the trim", ground,
      "q 18.5 18.5 298 420 re W n 0.1 0 0 0 k 8 8 320 440 re f Q", "bleed.art"),
    Fault("text at the edge", "50 380 Td", "20 380 Td", "text.safety"),
    Fault("hairline", line, "0 0 0 1 K 0 w", "line.thin"),
    Fault("thin by its scale", line, "0 0 0 1 K 0.5 w 0.4 0 0 0.4 60 100 cm", "line.thin"),
    Fault("thin by its state", line, "/hair gs 0 0 0 1 K", "line.thin")
      .and("/CA 1 /ca 1 >>", "/CA 1 /ca 1 >> /hair << /LW 0.1 >>"),
    Fault("coarse picture", "q 24 0 0 24 50 320 cm", "q 60 0 0 60 50 320 cm", "image.resolution"),
    Fault("coarse mask", "q 24 0 0 24 110 320 cm", "q 50 0 0 50 110 180 cm", "image.resolution"),
    Fault(
      "coarse picture in the content", "4.8 0 0 4.8 140 320 cm", "14.4 0 0 14.4 140 320 cm",
      "image.resolution"),
  ]

  static let colorFaults: [Fault] = [
    Fault("RGB area", "0 0.5 0.5 0.1 k", "0.9 0.8 0.8 rg", "colour.device-rgb"),
    Fault("RGB line", line, "0 0 1 RG 0.5 w", "colour.device-rgb"),
    Fault(
      "RGB group", "/Transparency /CS /DeviceCMYK", "/Transparency /CS /DeviceRGB",
      "colour.device-rgb"),
    Fault("RGB in a form", "0 0.2 0 0 k", "0.9 0.9 0.8 rg", "colour.device-rgb"),
    Fault("RGB in a soft mask", "0.5 g", "0.5 0.5 0.5 rg", "colour.device-rgb"),
    Fault(
      "calibrated RGB", "[/Separation /HKS#206#20K /DeviceCMYK 14 0 R]",
      "[/CalRGB << /WhitePoint [0.95 1 1.09] >>]", "colour.conversion"
    ).and("1 scn /F1 9 Tf", "1 scn /F1 14 Tf"),
    Fault(
      "profile of other inks", "[/Separation /HKS#206#20K /DeviceCMYK 14 0 R]", "[/ICCBased 5 0 R]",
      "colour.profile"
    ).and("1 scn /F1 9 Tf", "1 scn /F1 14 Tf"),
    Fault(
      "ink without a stand-in", "/HKS#206#20K /DeviceCMYK", "/HKS#206#20K /Pattern",
      "colour.alternate"),
  ]

  static let inkFaults: [Fault] = [
    Fault("black of four inks", black, "BT 0.4 0.3 0.3 1 k /F1 9 Tf", "text.rich-black"),
    Fault("small text of two inks", "BT 1 0 0 0 k", "BT 1 0.5 0 0 k", "text.inks"),
    Fault("black that knocks out", "/a0 gs /over gs", "/a0 gs", "overprint.black-text"),
    Fault(
      "small white text on two inks", "0 0 0 0 k /F1 20 Tf", "0 0 0 0 k /F1 8 Tf", "text.reversed"),
    Fault("white that overprints", "BT 0 0 0 0 k", "/over gs BT 0 0 0 0 k", "overprint.white"),
    Fault("ink on ink", "0 0.5 0.5 0.1 k", "1 1 1 0.5 k", "ink.total"),
    Fault(
      "ink through transparency", "0 0.5 0.5 0.1 k 40 250 200 60 re f",
      "1 1 1 0 k 40 50 60 60 re f /over gs 0 0 0 0.9 k 40 50 60 60 re f", "ink.total"),
  ]

  @Test(arguments: faults) func `each fault is found by its rule`(fault: Fault) throws {
    var file = SamplePrintFile.assembler()
    for (old, new) in fault.changes {
      let isBroken = file.replace(old, new)
      #expect(isBroken, "nothing to break")
    }
    let findings = Self.findings(file.bytes)
    #expect(Set(findings.map(\.rule)) == fault.rules, "\(findings)")
  }

  @Test func `there are many faults of many rules`() {
    #expect(Self.faults.count >= 45)
    #expect(Set(Self.faults.flatMap(\.rules)).count >= 22)
  }

  @Test func `a missing renderer is an error`() {
    let report = FilePreflight.check(
      SamplePrintFile.assembler().bytes, name: "a.pdf", against: .print(Self.profile),
      tools: PreflightTools(ghostscript: nil))
    #expect(report.findings.map(\.rule) == ["ink.renderer"])
    #expect(report.hasErrors)
    #expect(report.findings.first?.hint?.contains("ghostscript") == true)
  }
}
