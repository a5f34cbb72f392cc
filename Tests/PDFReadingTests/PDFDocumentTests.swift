import Diagnostics
import SamplePDFs
import Testing

@testable import PDFReading

/// Files as values.
@Suite struct PDFDocumentTests {
  @Test func `a file is read as values`() throws {
    let document = try PDFDocument(SamplePrintFile.assembler().bytes, name: "a.pdf")
    #expect(document.headerVersion == "1.6")
    let pages = document.pages()
    #expect(pages.diagnostics.isEmpty)
    let page = try #require(pages.output?.first)
    #expect(pages.output?.count == 2)
    #expect(page.trimBox?.left == 18.504)
    #expect(page.resources["Font"] != nil)
    #expect(try document.content(of: page).starts(with: Array("q 0.1".utf8)))
    #expect(document.members(of: document.trailer["ID"]).map(\.string) == [[1], [2]])
    #expect(document.reachable().count == 21)
    #expect(document.warnings().isEmpty)
  }

  @Test func `what is too large is refused`() {
    var limits = PDFLimits()
    limits.fileSize = 100
    let bytes = SamplePrintFile.assembler().bytes
    let error = #expect(throws: Diagnostic.self) {
      _ = try PDFDocument(bytes, name: "a.pdf", limits: limits)
    }
    #expect(error?.identifier == "pdf.too-large")
  }

  @Test func `a stream that unpacks without end is refused`() throws {
    var limits = PDFLimits()
    limits.streamSize = 1000
    var file = SamplePrintFile.assembler()
    // Sixty-four zeros for each two bytes.
    file.objects[9] = .init(
      "/Filter /RunLengthDecode", data: Array(repeating: 0x81, count: 400))
    let document = try PDFDocument(file.bytes, name: "a.pdf", limits: limits)
    let page = try #require(document.pages().output?.first)
    let error = #expect(throws: Diagnostic.self) { _ = try document.content(of: page) }
    #expect(error?.identifier == "pdf.bomb")
  }

  @Test(arguments: ["", "x", "%PDF-1.6", "%PDF-1.6\ntrailer << /Root 1 0 R >>"])
  func `what is no PDF is a diagnostic`(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: Diagnostic.self) {
      let document = try PDFDocument(bytes, name: "a.pdf")
      if document.pages().output?.isEmpty != false { throw Diagnostic("none", "no pages") }
    }
  }
}
