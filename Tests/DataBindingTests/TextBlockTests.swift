import DataBinding
import Design
import Diagnostics
import DocumentTree
import SampleLayouts
import Testing

/// Code and lists of CommonMark texts.
@Suite struct TextBlockTests {
  private func nodes(_ text: String, _ more: String = "") throws -> [BlockNode] {
    let bound = try BoundLayout("- text: |-\n" + SampleLayout.indented(text, by: 4) + more)
    #expect(bound.diagnostics.map(\.rendered) == [])
    return try bound.nodes()
  }

  /// Fenced in both ways and indented: marks mean nothing in code.
  @Test(arguments: [
    "```\n  a - \"b\"...  20%\n\n\t[c]{{.d}}^[e] {{x}}[^1]\n```",
    "~~~\n  a - \"b\"...  20%\n\n\t[c]{{.d}}^[e] {{x}}[^1]\n~~~",
    "Text\n\n      a - \"b\"...  20%\n\n    \t[c]{{.d}}^[e] {{x}}[^1]",
  ])
  func codeStaysAsItIs(_ text: String) throws {
    let node = try #require(try nodes(text).last)
    guard case .paragraph(let code) = node.content else {
      Issue.record("code is a paragraph")
      return
    }
    #expect(code.role == .code && code.style.isVerbatim)
    #expect(code.style.alignment == .left && !code.style.hyphenate)
    #expect(code.codeLines == ["  a - \"b\"...  20%", "", "\t[c]{.d}^[e] {x}[^1]"])
  }

  private func list(_ nodes: [BlockNode]) throws -> List {
    let lists = nodes.compactMap { if case .list(let list) = $0.content { list } else { nil } }
    return try #require(lists.first)
  }

  /// Above and below a list in an item there is as much room as between the items.
  @Test func innerListsStandEvenly() throws {
    let outer = try list(nodes("- a\n  - b\n  - c\n- d"))
    let inner = try #require(outer.items[0].last)
    #expect(outer.itemSpacing > 0)
    #expect(inner.spaceBefore == outer.itemSpacing && inner.spaceAfter == outer.itemSpacing)
  }

  @Test func paragraphsOfAnItemHaveAGap() throws {
    let list = try list(nodes("- a\n\n  b\n- c"))
    let second = try #require(list.items[0].last)
    guard case .paragraph(let paragraph) = second.content else { return }
    #expect(paragraph.style.firstLineIndent == 0)
    #expect(second.spaceBefore == list.itemSpacing && second.spaceBefore > 0)
  }
}
