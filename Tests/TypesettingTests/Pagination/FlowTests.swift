import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

@Suite("Flowing pages")
struct FlowTests {
  @Test("text goes on over pages, line by line")
  func flows() throws {
    let set = Sample.set(Sample.flow([Sample.lines(25)]))
    #expect(set.diagnostics.map(\.rendered) == [])
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [10, 10, 5])
    #expect(drawing.pages.flatMap(\.texts).map { String($0.prefix(5)) }.first == "line0")
  }
}
