import Design
import Diagnostics
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

/// What cannot be kept together is told, once and at its place; a page holds ten lines.
@Suite("Problems of keeping together")
struct KeepingProblemTests {
  private func problems(_ nodes: [BlockNode], width: Double = 90) -> [String] {
    var tree = Sample.flow(nodes)
    tree.page.size.width = width + 20
    return Sample.set(tree).diagnostics.map {
      "\($0.severity.rawValue) \($0.identifier) \($0.location?.line ?? 0)"
    }
  }

  private func heading(line: Int) -> BlockNode {
    var heading = Sample.paragraph("End", role: .heading(level: 1), line: line)
    heading.keepWithNext = true
    return heading
  }

  @Test("a heading that nothing follows is told, before a break and at the end of a flow")
  func headings() {
    let end = heading(line: 8)
    let found = ["warning page.heading-at-foot 8"]
    let pageBreak = Sample.node(.regionBreak(.page))
    #expect(problems([Sample.lines(2), end, pageBreak, Sample.lines(2)]) == found)
    #expect(problems([Sample.lines(2), end]) == found)
    #expect(problems([Sample.lines(12), Sample.node(.stack([end]))]) == found)
    // A title has its page to itself.
    #expect(problems([end, pageBreak, Sample.lines(2)]) == [])
    #expect(problems([Sample.lines(2), end, Sample.lines(2)]) == [])
  }

  @Test("a heading at the foot of a column is told")
  func columns() {
    let content = [
      Sample.lines(2), heading(line: 8), Sample.node(.regionBreak(.column)), Sample.lines(2),
    ]
    let columns = Columns(count: 2, gutter: 0, balanced: false, children: content)
    #expect(
      problems([Sample.node(.columns(columns))], width: 120) == ["warning page.heading-at-foot 8"])
  }

  @Test("what is kept together but higher than a page is told")
  func keeps() {
    let found = ["warning page.keep-broken 3"]
    #expect(problems([Sample.together([Sample.lines(6), Sample.lines(6)])]) == found)
    #expect(problems([Sample.lines(2), Sample.together([Sample.lines(12)])]) == found)
    #expect(problems([Sample.lines(2), Sample.together([Sample.lines(9)])]) == [])
    #expect(problems([Sample.lines(12)]) == [])
  }
}
