import Diagnostics
import PDFReading
import Testing

@testable import Inspection

/// Files of others, sound and hostile.
@Suite struct ScreenReaderViewTests {
  /// A file with a structure and a page; its cross-references are left to be found.
  private func view(structure: String, content: String) throws -> [String] {
    let file = """
      %PDF-1.7
      1 0 obj << /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >>
        /StructTreeRoot 4 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 9 0 R /Resources
        << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /A >> >> >> >> endobj
      9 0 obj << /Length \(content.utf8.count) >>
      stream
      \(content)
      endstream endobj
      \(structure)
      trailer << /Root 1 0 R >>
      %%EOF
      """
    let document = try PDFDocument(Array(file.utf8), name: "test")
    let lines = ScreenReaderView.lines(of: document).output ?? []
    return Array(lines.drop { $0 != "structure:" }.dropFirst())
  }

  @Test func `own types, replacements and what no tag holds are told`() throws {
    let lines = try view(
      structure: """
        4 0 obj << /Type /StructTreeRoot /RoleMap << /Absatz /P >> /K [5 0 R 6 0 R] >> endobj
        5 0 obj << /S /Absatz /P 4 0 R /Pg 3 0 R /K [0 1] >> endobj
        6 0 obj << /S /Figure /P 4 0 R /Pg 3 0 R /Alt (A tree) /K 2 >> endobj
        """,
      content: """
        BT /F 9 Tf /P << /MCID 0 >> BDC (na\\357ve ) Tj EMC
        /P << /MCID 1 >> BDC /Span << /ActualText (spoken) >> BDC (x) Tj (y) Tj EMC EMC
        /Artifact BMC (7) Tj EMC (lost) Tj /P << /MCID 3 >> BDC (nobody's) Tj EMC ET
        """)
    #expect(
      lines == [
        "— page 1", "P “Absatz”: naïve spoken", "Figure, instead: A tree", "left out: 1 artifacts",
        "without a tag: 1 pieces of text", "not in the structure: 1 marked pieces of text",
      ])
  }

  @Test func `elements in a circle and roles in a circle come to an end`() throws {
    let lines = try view(
      structure: """
        4 0 obj << /Type /StructTreeRoot /RoleMap << /A /B /B /A >> /K 5 0 R >> endobj
        5 0 obj << /S /A /P 4 0 R /K [6 0 R] >> endobj
        6 0 obj << /S /P /P 5 0 R /K [5 0 R 6 0 R 99 (x)] >> endobj
        """, content: "EMC EMC Q BDC /Fm Do")
    #expect(lines.contains { $0.hasPrefix("fault: object 5 stands in the structure twice") })
    #expect(lines.contains("fault: a mark of the structure is on no page"))
  }

  @Test func `a structure deeper than any real one is read no further`() throws {
    let deep = (5..<900).map { "\($0) 0 obj << /S /Sect /K \($0 + 1) 0 R >> endobj" }
    let lines = try view(
      structure: "4 0 obj << /K 5 0 R >> endobj\n"
        + deep.filter { !$0.hasPrefix("9 ") }.joined(separator: "\n"), content: "")
    #expect(!lines.isEmpty)
    let other = try view(
      structure: "4 0 obj << /K \(String(repeating: "[", count: 90))1 0 R"
        + "\(String(repeating: "]", count: 90)) >> endobj", content: "")
    #expect(!other.isEmpty)
  }
}
