import Testing

@testable import PDFReading

/// Operators of content streams, sound and not.
@Suite struct ContentReaderTests {
  private func read(_ text: String) -> [ContentOperation] { Array(ContentReader(Array(text.utf8))) }

  @Test func `operators come with their operands`() {
    let operations = read(
      "q 1 0 -.5 +2. 3 4 cm /A#42 gs (a\\(b\\)\\101(c)) Tj <4 1 5> Tj % no\n[(x) -20 (y)] TJ")
    #expect(operations.map(\.name) == ["q", "cm", "gs", "Tj", "Tj", "TJ"])
    #expect(operations[1].numbers == [1, 0, -0.5, 2, 3, 4])
    #expect(operations[2].name(0) == "AB")
    #expect(operations[3].operands == [.string(Array("a(b)A(c)".utf8))])
    #expect(operations[4].operands == [.string([0x41, 0x50])])
    #expect(operations[5].operands[0].array?.count == 3)
  }

  @Test func `a property list is a dictionary`() {
    let operations = read("/P << /MCID 3 /X [1 << /Y true >>] >> BDC EMC")
    #expect(operations[0].operands[1].dictionary?["MCID"] == .integer(3))
    #expect(operations[1].name == "EMC")
  }

  @Test func `the data of an inline image are no operators`() {
    let operations = read("BI /W 4 /H 2 /CS /G /BPC 8 ID a EI Q\0x EI f")
    #expect(operations.map(\.name) == ["BI", "f"])
    #expect(operations[0].dataLength == 8)
    #expect(operations[0].operands[0].dictionary?["ColorSpace"] == .name("DeviceGray"))
    let packed = read("BI /W 4 /H 2 /F /Fl ID \u{1}\u{2}EI\u{3} EI\u{1}\u{2} \nEI\nQ")
    #expect(packed.map(\.name) == ["BI", "Q"])
  }

  @Test(arguments: [
    "(", "<", "<<", "[", "[[[[", "BI", "BI ID", ">> ] ) } f", "BI /W 9 /H 9 ID", "1 2 3",
    String(repeating: "[", count: 100_000), String(repeating: "1 ", count: 100_000),
    String(repeating: "<<", count: 5000) + " f",
  ])
  func `no stream stops the reader`(text: String) {
    var reader = ContentReader(Array(text.utf8))
    var count = 0
    while reader.next() != nil { count += 1 }
    #expect(count <= 2)
    #expect(reader.faults > 0 || text == "1 2 3")
  }
}
