import Design
import Diagnostics
import DocumentTree
import Testing

@testable import Typesetting

/// Justified lines with holes are told, each paragraph once; a space is 5 points wide.
@Suite("Loose lines")
struct LooseLineTests {
  private func problems(_ text: String, alignment: TextAlignment = .justify) -> [Diagnostic] {
    let paragraph = Sample.paragraph(text, style: Fixed.style(alignment: alignment), line: 7)
    return Sample.set(Sample.flow([Sample.lines(3), paragraph])).diagnostics
  }

  @Test("a line whose spaces are more than eight times too wide is told with its words")
  func hole() throws {
    let word = String(repeating: "x", count: 17)
    // Of 90 points three words of five letters leave 75 for two spaces, two words of 25 one of 40.
    let found = problems("abcd efgh \(word) \(word)")
    #expect(found.map(\.identifier) == ["text.loose-line"])
    let problem = try #require(found.first)
    #expect(problem.message.contains("“abcd efgh” are 10 times as wide"))
    #expect(problem.severity == .warning)
    #expect(problem.location?.line == 7)
    #expect(problem.page == 1)
    #expect(problem.record == "record")
    #expect(problem.element == nil)
    #expect(problems("abcd efgh \(word) \(word)", alignment: .left) == [])
    #expect(problems("abcdefg hijklmn \(word) \(word)") == [])
  }

  @Test("a paragraph over two pages is told once")
  func once() {
    let word = String(repeating: "x", count: 17)
    let text = Array(repeating: "abcd efgh \(word)", count: 8).joined(separator: " ")
    #expect(problems(text).map(\.identifier) == ["text.loose-line"])
  }

  @Test("a text of many paragraphs is told once, with how many more have such lines")
  func manyParagraphs() {
    let word = String(repeating: "x", count: 17)
    let paragraphs = (1...5).map { number in
      Sample.paragraph(
        "abcd efg\(number) \(word) \(word)", style: Fixed.style(alignment: .justify), line: 7)
    }
    let found = Sample.set(Sample.flow(paragraphs)).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.message.contains("“abcd efg1” are") == true)
    #expect(found.first?.message.hasSuffix("be, and 4 more paragraphs have such lines") == true)
    #expect(found.first?.page == 1)
  }
}
