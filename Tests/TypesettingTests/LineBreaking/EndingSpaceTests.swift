import Design
import Diagnostics
import DisplayList
import DocumentTree
import Testing

@testable import Typesetting

/// Lines that end at a space say so: whoever reads on must not take two words for one.
@Suite("Spaces at line ends")
struct EndingSpaceTests {
  private func spaces(_ inlines: [Inline], hyphenate: Bool = false) throws -> [Bool] {
    var style = Fixed.style()
    style.hyphenate = hyphenate
    let node = Sample.node(.paragraph(Paragraph(inlines: inlines, style: style)))
    let pages = try #require(Sample.set(Sample.flow([node])).output).pages
    return pages.flatMap(\.runs).map { $0.spaceAtEnd != nil }
  }

  @Test("a line has the space at which it ends, the last line has none")
  func betweenWords() throws {
    let word = String(repeating: "x", count: 12)
    #expect(try spaces([.text("\(word) \(word) \(word)")]) == [true, true, false])
  }

  @Test("a forced break is a space, a hyphen and a dash are none")
  func otherBreaks() throws {
    #expect(try spaces([.text("one"), .lineBreak, .text("two")]) == [true, false])
    let word = String(repeating: "x", count: 12)
    #expect(try spaces([.text("\(word)-\(word)")]) == [false, false])
    #expect(try spaces([.text("\(word)\u{AD}\(word)")]) == [false, false])
    #expect(try spaces([.text("\(word)–\(word)")]) == [false, false])
  }
}
