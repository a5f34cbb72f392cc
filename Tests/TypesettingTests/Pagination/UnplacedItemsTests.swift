import Design
import Diagnostics
import DisplayList
import DocumentTree
import Testing

@testable import Typesetting

@Suite("What has no place on a page")
struct UnplacedItemsTests {
  @Test func isLeftOutAndReported() {
    var style = Fixed.style()
    style.leading = .nan
    let set = Sample.set(
      Sample.flow([Sample.paragraph("nowhere", style: style), Sample.paragraph("here")]))
    #expect(set.diagnostics.map(\.identifier).contains("page.no-place"))
    #expect(set.diagnostics.allSatisfy { !$0.hints.isEmpty })
    #expect(set.output?.pages.flatMap(\.texts).contains("nowhere") == false)
  }

  @Test func aSoundPageLosesNothing() throws {
    var page = try #require(Sample.set(Sample.flow([Sample.lines(3)])).output).pages[0]
    let before = page
    let lost = page.removeUnplaced()
    #expect(!lost)
    #expect(page == before)
  }
}
