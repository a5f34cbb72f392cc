import Foundation
import TemporaryFolders
import Testing

/// Screen editions that were broken on purpose: the validator finds each fault by the rule meant for it.
///
/// A validator that calls everything sound would pass the other tests as well.
struct BrokenEditionTests {
  /// A fault, made in the file as `qpdf --qdf` writes it.
  struct Fault: CustomTestStringConvertible, Sendable {
    enum Change: Sendable {
      /// The first occurrence of a text becomes another one.
      case replace(String, String)
      /// The first line that begins so is left out.
      case drop(String)
      /// The first dictionary or array behind a key, down to its closing line, is left out.
      case dropValue(String)
    }

    var name: String
    var change: Change
    var rules: Set<String>

    var testDescription: String { name }

    init(_ name: String, _ change: Change, _ rules: String...) {
      (self.name, self.change) = (name, change)
      self.rules = Set(rules)
    }
  }

  /// In the order of ISO 14289-1, then of ISO 19005-2.
  static let faults: [Fault] = [
    Fault("no PDF/UA part", .drop("<pdfuaid:part>"), "PDFUA1-ID-PART-001"),
    Fault(
      "PDF/UA part 7", .replace("<pdfuaid:part>1<", "<pdfuaid:part>7<"), "PDFUA1-ID-PART-001"),
    Fault(
      "content without a mark", .replace("/Artifact BMC", "/Span BMC"), "PDFUA1-CONTENT-TAGGING-001"
    ),
    Fault(
      "unknown structure type", .replace("/S /P\n", "/S /Absatz\n"),
      "PDFUA1-STRUCT-TREE-ROLE-MAP-001", "PDFA2A-STRUCT-TREE-ROLE-MAP-001"),
    Fault(
      "circular role map",
      .replace("  /ParentTreeNextKey", "  /RoleMap << /A /B /B /A >> /ParentTreeNextKey"),
      "PDFUA1-STRUCT-TREE-ROLE-MAP-CYCLE-001", "PDFA2A-STRUCT-TREE-ROLE-MAP-CYCLE-001"),
    Fault(
      "role map of a standard type",
      .replace("  /ParentTreeNextKey", "  /RoleMap << /P /H1 >> /ParentTreeNextKey"),
      "PDFUA1-STRUCT-TREE-ROLE-MAP-STANDARD-001", "PDFA2A-STRUCT-TREE-ROLE-MAP-STANDARD-001"),
    Fault(
      "not marked", .replace("/Marked true", "/Marked false"), "PDFUA1-TAGGED-DOCUMENT-001",
      "PDFA2A-TAGGED-DOCUMENT-001"),
    Fault(
      "nothing said of marks", .dropValue("  /MarkInfo <<"), "PDFUA1-TAGGED-DOCUMENT-001",
      "PDFA2A-TAGGED-DOCUMENT-001"),
    Fault(
      "suspects", .replace("/Marked true", "/Marked true /Suspects true"), "PDFUA1-SUSPECTS-001"),
    Fault(
      "no structure", .drop("  /StructTreeRoot "), "PDFUA1-STRUCT-TREE-ROOT-001",
      "PDFA2A-STRUCT-TREE-ROOT-001"),
    Fault("no title", .drop("<dc:title>"), "PDFUA1-METADATA-TITLE-001"),
    Fault(
      "file name for a title", .replace("/DisplayDocTitle true", "/DisplayDocTitle false"),
      "PDFUA1-VIEWER-PREFERENCES-001"),
    Fault("no preferences", .dropValue("  /ViewerPreferences <<"), "PDFUA1-VIEWER-PREFERENCES-001"),
    Fault(
      "no language", .drop("  /Lang (de)"), "PDFUA1-TEXT-LANGUAGE-001",
      "PDFUA1-OUTLINE-LANGUAGE-001", "PDFUA1-ALT-TEXT-LANGUAGE-001"),
    Fault(
      "no such language", .replace("/Lang (de)", "/Lang (12)"), "PDFUA1-LANGUAGE-TAG-001",
      "PDFA2A-LANG-001"),
    Fault("figure without a text", .drop("  /Alt "), "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
    Fault("H2 becomes H4", .replace("/S /H2", "/S /H4"), "PDFUA1-HEADING-NESTING-001"),
    Fault("H1 becomes H3", .replace("/S /H1", "/S /H3"), "PDFUA1-HEADING-NESTING-001"),
    Fault(
      "row becomes a cell", .replace("/S /TR", "/S /TD"), "PDFUA1-TABLE-KIDS-001",
      "PDFUA1-TH-PARENT-001"),
    Fault("cell becomes a paragraph", .replace("/S /TD", "/S /P"), "PDFUA1-TR-KIDS-001"),
    Fault("list becomes a paragraph", .replace("/S /L\n", "/S /P\n"), "PDFUA1-LI-PARENT-001"),
    Fault(
      "item becomes a paragraph", .replace("/S /LI\n", "/S /P\n"), "PDFUA1-L-KIDS-001",
      "PDFUA1-LBODY-PARENT-001"),
    Fault(
      "line of the contents becomes a paragraph", .replace("/S /TOCI", "/S /P"),
      "PDFUA1-TOC-KIDS-001"),
    Fault("link becomes a span", .replace("/S /Link", "/S /Span"), "PDFUA1-LINK-LINK-TAG-001"),
    Fault("annotation without a parent", .drop("  /StructParent "), "PDFUA1-LINK-LINK-TAG-001"),
    Fault("link without a text", .drop("  /Contents ("), "PDFUA1-LINK-CONTENTS-001"),
    Fault("tab order by rows", .replace("/Tabs /S", "/Tabs /R"), "PDFUA1-PAGE-TABS-001"),
    Fault("no tab order", .drop("  /Tabs /S"), "PDFUA1-PAGE-TABS-001"),
    Fault(
      "no map of glyphs", .drop("  /CIDToGIDMap "), "PDFUA1-CIDTOGIDMAP-001",
      "PDFA2A-CIDTOGIDMAP-001"),
    Fault(
      "font outside of the file", .drop("  /FontFile"), "PDFUA1-FONT-EMBEDDING-001",
      "PDFA2A-FONT-EMBEDDING-001"),
    Fault("no PDF/A part", .replace("<pdfaid:part>2<", "<pdfaid:part>9<"), "PDFA2A-ID-PART-001"),
    Fault(
      "no such conformance", .replace("<pdfaid:conformance>A<", "<pdfaid:conformance>Q<"),
      "PDFA2A-ID-CONFORMANCE-001"),
    Fault(
      "no metadata", .drop("  /Metadata "), "PDFA2A-METADATA-STRUCTURE-001", "PDFUA1-ID-SCHEMA-001"),
    Fault("no output intent", .dropValue("  /OutputIntents ["), "PDFA2A-DEVICE-RGB-001"),
    Fault(
      "intent for the press", .replace("/S /GTS_PDFA1", "/S /GTS_PDFX"), "PDFA2A-DEVICE-RGB-001"),
    Fault("ink on screen", .replace(" rg ", " 0 k "), "PDFA2A-DEVICE-CMYK-001"),
    Fault("link that is not printed", .replace("/F 4\n", "/F 2\n"), "PDFA2A-ANNOTATION-FLAGS-001"),
    Fault("link without flags", .drop("  /F 4"), "PDFA2A-ANNOTATION-FLAGS-PRESENT-001"),
    Fault(
      "unknown blend mode", .replace("/CA 1\n", "/CA 1 /BM /Foo\n"),
      "PDFA2A-EXTGSTATE-BLEND-MODE-001"),
    Fault(
      "transfer function", .replace("/CA 1\n", "/CA 1 /TR /Identity\n"), "PDFA2A-EXTGSTATE-TR-001"),
    Fault(
      "script", .replace("/PageMode /UseOutlines", "/OpenAction << /S /JavaScript /JS (1) >>"),
      "PDFA2A-ACTION-TYPE-001"),
    Fault(
      "actions of the document", .replace("/PageMode /UseOutlines", "/AA << >>"),
      "PDFA2A-CATALOG-ADDITIONAL-ACTIONS-001"),
    Fault(
      "XFA form", .replace("/PageMode /UseOutlines", "/AcroForm << /XFA (1) /Fields [] >>"),
      "PDFA2A-ACROFORM-XFA-001"),
    Fault(
      "form without appearances",
      .replace("/PageMode /UseOutlines", "/AcroForm << /NeedAppearances true /Fields [] >>"),
      "PDFA2A-ACROFORM-NEED-APPEARANCES-001"),
    Fault(
      "layers by event",
      .replace("/PageMode /UseOutlines", "/OCProperties << /D << /AS [] >> /OCGs [] >>"),
      "PDFUA1-OPTIONAL-CONTENT-AS-001", "PDFA2A-OPTIONAL-CONTENT-NAME-001"),
  ]

  @Test func `forty faults and more are found by their rules`() throws {
    let sound = try DortmundOutputs.built().path("brochure/brochure.de.pdf")
    try expectFound(Self.faults, in: sound, profiles: ["ua1", "2a"])
    #expect(Self.faults.count >= 40)
    #expect(Set(Self.faults.flatMap(\.rules)).count >= 20)
  }

  /// Faults of an attached file (ISO 14289-1, 7.11; ISO 19005-3, 6.8).
  static let attachmentFaults: [Fault] = [
    Fault(
      "no relation", .drop("  /AFRelationship /Data"), "PDFA3A-FILE-SPEC-AF-RELATIONSHIP-001"),
    Fault(
      "no name in Unicode", .drop("  /UF ("), "PDFA3A-FILE-SPEC-F-AND-UF-001",
      "PDFUA1-FILE-SPEC-F-AND-UF-001"),
    Fault(
      "no name", .drop("  /F ("), "PDFA3A-FILE-SPEC-F-AND-UF-001", "PDFUA1-FILE-SPEC-F-AND-UF-001"),
    Fault(
      "attached to nothing", .dropValue("  /AF ["), "PDFA3A-FILE-SPEC-ASSOCIATION-001"),
    Fault("of no kind", .drop("  /Subtype /text#2fcsv"), "PDFA3A-EMBEDDED-FILE-MIME-001"),
    Fault(
      "claims to be PDF/A-2", .replace("<pdfaid:part>3<", "<pdfaid:part>2<"), "PDFA3A-ID-PART-001"),
  ]

  @Test func `faults of attached data are found by their rules`() throws {
    let folder = try TemporaryFolder()
    let run = try Program.umbruch().run([
      "build", "brochure", "--workspace", Repository.path(""), "--output", folder.path,
      "--language", "de", "--format", "pdf", "--progress", "none", "--attach-data",
    ])
    try #require(run.status == 0, "\(run.errors)")
    try expectFound(
      Self.attachmentFaults, in: folder.path("brochure/brochure.de.pdf"), profiles: ["ua1", "3a"])
  }

  /// Breaks a sound file in each of the ways; the validator finds them all.
  private func expectFound(_ faults: [Fault], in sound: String, profiles: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try Program.tool("qpdf").text(
      "--qdf", "--object-streams=disable", sound, folder.path("base.qdf"))
    let base = Data(try Files.bytes(folder.path("base.qdf")))
    var files: [String] = []
    for (index, fault) in faults.enumerated() {
      let broken = try #require(fault.change.made(in: base), "\(fault.name): nothing to break")
      files.append(try file(broken, in: folder, called: "\(index)"))
    }
    // What the way through qpdf alone does is no fault.
    let same = try file(base, in: folder, called: "same")
    let failures = try Validator.failures(of: files + [same], profiles: profiles)
    let rules = Dictionary(grouping: failures, by: \.file).mapValues { Set($0.map(\.rule)) }
    #expect(rules[same] == nil)
    for (fault, file) in zip(faults, files) {
      let found = rules[file] ?? []
      #expect(fault.rules.isSubset(of: found), "\(fault.name): \(found.sorted())")
    }
  }

  /// A PDF from QDF that was changed.
  private func file(_ qdf: Data, in folder: TemporaryFolder, called name: String) throws -> String {
    try folder.write(Array(qdf), to: name + ".qdf")
    let fixed = folder.path(name + ".fixed")
    try Data().write(to: URL(filePath: fixed))
    let run = try Program(executable: "/usr/bin/fix-qdf").run(
      [folder.path(name + ".qdf")], output: fixed)
    try #require(run.status == 0, "\(name): \(run.errors)")
    let path = folder.path(name + ".pdf")
    // Object streams and the end of streams as PDF/A wants them; 3 is a warning.
    let whole = try Program.tool("qpdf").run([
      "--newline-before-endstream", "--stream-data=preserve", fixed, path,
    ])
    try #require(whole.status == 0 || whole.status == 3, "\(name): \(whole.errors)")
    return path
  }
}

extension BrokenEditionTests.Fault.Change {
  /// The file with the fault; nil where it has nothing that could be broken so.
  fileprivate func made(in file: Data) -> Data? {
    func range(of text: String, from start: Data.Index? = nil) -> Range<Data.Index>? {
      file.range(of: Data(text.utf8), in: (start ?? file.startIndex)..<file.endIndex)
    }
    var changed = file
    switch self {
    case .replace(let old, let new):
      guard let place = range(of: old) else { return nil }
      changed.replaceSubrange(place, with: Data(new.utf8))
    case .drop(let beginning):
      guard let place = range(of: "\n" + beginning),
        let end = range(of: "\n", from: place.upperBound)
      else { return nil }
      changed.removeSubrange(place.lowerBound..<end.lowerBound)
    case .dropValue(let beginning):
      let closing = beginning.hasSuffix("[") ? "\n  ]" : "\n  >>"
      guard let place = range(of: "\n" + beginning),
        let end = range(of: closing, from: place.upperBound)
      else { return nil }
      changed.removeSubrange(place.lowerBound..<end.upperBound)
    }
    return changed
  }
}
