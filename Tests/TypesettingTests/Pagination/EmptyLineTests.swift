import Design
import Diagnostics
import DisplayList
import DocumentTree
import Testing

@testable import Typesetting

@Suite("Empty lines at breaks")
struct EmptyLineTests {
  /// Forced breaks one after the other, on pages of so many lines.
  @Test(arguments: [1, 2, 3]) func theTextGoesOn(lines: Int) throws {
    let inlines: [Inline] = [
      .text("a"), .lineBreak, .lineBreak, .text("b"), .lineBreak, .lineBreak, .lineBreak,
      .text("c"),
    ]
    var tree = Sample.flow([
      Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))
    ])
    tree.page.size.height = 20 + 12 * Double(lines)
    let set = Sample.set(tree)
    #expect(set.diagnostics == [])
    let drawing = try #require(set.output)
    #expect(drawing.pages.flatMap(\.texts).filter { !$0.isEmpty } == ["a", "b", "c"])
    // No page is empty, though an empty line might have one to itself.
    #expect(drawing.pages.count <= 4)
  }
}
