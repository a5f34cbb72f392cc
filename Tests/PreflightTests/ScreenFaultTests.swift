import SamplePDFs
import Testing

@testable import Preflight

/// A sound screen edition, and the same with one thing wrong.
@Suite struct ScreenFaultTests {
  static func rules(_ bytes: [UInt8]) -> Set<String> {
    Set(FilePreflight.check(bytes, name: "a.pdf", against: .screen).findings.map(\.rule))
  }

  @Test func `the sound file has no finding`() {
    let report = FilePreflight.check(
      SampleScreenFile.assembler().bytes, name: "a.pdf", against: .screen)
    #expect(report.findings.isEmpty, "\(report.text)")
  }

  @Test(arguments: [
    ("/Lang (de)", "", "screen.language"), ("/DisplayDocTitle true", "", "screen.title"),
    ("/Marked true", "/Marked false", "screen.tagged"),
    ("/Marked true", "/Marked true /Suspects true", "screen.tagged"),
    ("dc:title>", "dc:titel>", "screen.metadata"),
    ("<pdfuaid:part>1<", "<pdfuaid:part>2<", "screen.claim"),
    ("pdfaid:conformance=\"A\"", "pdfaid:conformance=\"B\"", "screen.claim"),
    ("/GTS_PDFA1", "/GTS_PDFX", "screen.output-intent"),
    ("/StructParents 0", "", "screen.struct-parents"),
    ("[0 [11 0 R 12 0 R 15 0 R 16 0 R] 1 16 0 R]", "[]", "screen.parent-tree screen.annotation"),
    ("[11 0 R 12 0 R 15 0 R", "[12 0 R 12 0 R 15 0 R", "screen.parent-tree"),
    ("[11 0 R 12 0 R 15 0 R 16 0 R] 1", "[11 0 R 12 0 R 15 0 R] 1", "screen.parent-tree"),
    ("<< /MCID 1 >>", "<< /MCID 0 >>", "screen.mark-twice screen.mark-missing"),
    ("/K 0 >>", "/K [] >>", "screen.mark-owner"), ("/K [1]", "/K [1 0]", "screen.mark-owner"),
    ("/K [1]", "/K [1 9]", "screen.mark-missing"), ("re f EMC", "re f", "screen.mark-nesting"),
    ("<< /Type /OBJR /Obj 8 0 R >>", "", "screen.annotation"),
    ("/StructParent 1", "/StructParent 7", "screen.annotation"),
    ("/ToUnicode 20 0 R", "", "screen.to-unicode"),
    ("[500 600]", "[500 700]", "screen.glyph-width"), ("/FontFile2 19 0 R", "", "font.embedding"),
    ("/Alt (A square)", "", "screen.alternative"),
    ("/Alt (A square)", "/Alt ( )", "screen.alternative"),
    ("/S /H1", "/S /H2", "screen.headings"), ("/S /TR", "/S /Zeile", "screen.role"),
    ("/Scope /Column", "", "screen.header-scope"),
    ("/S /H1 /P 10 0 R", "/S /H1 /P 4 0 R", "screen.parent"),
    ("/StructTreeRoot 4 0 R", "", "screen.structure"),
    ("/K [11 0 R 12 0 R", "/K [11 0 R 11 0 R 12 0 R", "screen.structure"),
  ])
  func `each fault is found by its rule`(old: String, new: String, expected: String) {
    var file = SampleScreenFile.assembler()
    let isBroken = file.replace(old, new)
    #expect(isBroken)
    let found = Self.rules(file.bytes)
    #expect(found == Set(expected.split(separator: " ").map(String.init)))
  }
}
