import CairoRendering
import Testing

/// The order of pages in a booklet.
@Suite struct BookletTests {
  @Test func `eight pages lie on two sheets`() {
    let sides = Booklet(pages: 8).sides
    #expect(sides.map { [$0.left, $0.right] } == [[7, 0], [1, 6], [5, 2], [3, 4]])
    #expect(sides.map(\.depth) == [0, 0, 1, 1])
  }

  @Test func `blank places stand at the end`() {
    #expect(
      Booklet(pages: 5).sides.map { [$0.left, $0.right] } == [
        [nil, 0], [1, nil], [nil, 2], [3, 4],
      ])
    #expect(Booklet(pages: 1).sides.map { [$0.left, $0.right] } == [[nil, 0], [nil, nil]])
    #expect(Booklet(pages: 0).sides.isEmpty)
  }

  /// Sheets are stacked, the first one outermost, and folded; then they are leafed through.
  @Test(arguments: [1, 2, 3, 4, 5, 8, 23, 24, 100])
  func `folded, the pages follow one another`(count: Int) {
    let sides = Booklet(pages: count).sides
    let sheets = stride(from: 0, to: sides.count, by: 2).map { (sides[$0], sides[$0 + 1]) }
    var read: [Int?] = []
    // Up to the middle one reads the right half of each front, then the left half of its back.
    for (front, back) in sheets { read += [front.right, back.left] }
    for (front, back) in sheets.reversed() { read += [back.right, front.left] }
    #expect(read.count == (count + 3) / 4 * 4)
    #expect(read.prefix(count).elementsEqual((0..<count).map { $0 }))
    #expect(read.dropFirst(count).allSatisfy { $0 == nil })
  }
}
