import DisplayList
import Geometry
import Testing

@testable import Typesetting

/// What several attempts at a region share is what each of them would set by itself.
@Suite("Attempts that share what they set")
struct KnownChildrenTests {
  /// What came of an attempt, as far as it can be compared.
  private struct Outcome: Equatable {
    var resume: BreakToken?
    var size: Size?
    var lines: [Line] = []

    /// A line's words and its distance in points from the fragment's top left corner.
    struct Line: Equatable {
      var text: String
      var place: Point
    }

    init(_ fit: Fit) {
      switch fit {
      case .empty, .nothing: break
      case .whole(let fragment): add(fragment)
      case .part(let fragment, let resume):
        add(fragment)
        self.resume = resume
      }
    }

    private mutating func add(_ fragment: Fragment) {
      size = fragment.size
      collect(fragment, at: .zero)
    }

    private mutating func collect(_ fragment: Fragment, at origin: Point) {
      let words = fragment.items.flatMap(\.runs).map(\.text).joined(separator: " ")
      if !words.isEmpty { lines.append(Line(text: words, place: origin)) }
      for child in fragment.children {
        collect(
          child.fragment,
          at: Point(x: origin.x + child.offset.x, y: origin.y + child.offset.y))
      }
    }
  }

  @Test(arguments: 1...60) func attemptsDoNotChangeEachOther(seed: Int) throws {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: true)
    let nodes = (0..<4).flatMap { _ in generator.nodes(depth: 3, width: 240) }
    var builder = BlockBuilder(language: Fixed.english)
    let stack = StackBlock(builder.build(nodes))
    let known = KnownChildren()
    let context = Fixed.context()
    for height in [700.0, 310, 150, 420, 80, 700] {
      for (isFresh, grid) in [(true, nil), (false, BaselineGrid(step: 12, below: 0))] {
        let region = Region(
          width: 240, remaining: height, full: 700, isFresh: isFresh, grid: grid)
        let alone = try stack.fit(into: region, resumingAt: nil, in: context)
        let shared = try stack.fit(into: region, resumingAt: nil, reusing: known, in: context)
        #expect(Outcome(shared) == Outcome(alone), "\(height) pt")
      }
    }
  }

  @Test func whatIsKnownIsNotSetAgain() throws {
    let counter = CountingBlock.Counter()
    let stack = StackBlock(Array(repeating: CountingBlock(counter: counter), count: 20))
    let known = KnownChildren()
    let context = Fixed.context()
    for height in [300.0, 200, 100] {
      let region = Region(width: 240, remaining: height, full: 300, isFresh: true)
      _ = try stack.fit(into: region, resumingAt: nil, reusing: known, in: context)
      if height == 300 { #expect(counter.count > 1) }
    }
    // The child that does not fit is asked each time.
    let region = Region(width: 240, remaining: 300, full: 300, isFresh: true)
    let counted = counter.count
    _ = try stack.fit(into: region, resumingAt: nil, in: context)
    let once = counter.count - counted
    #expect(counted <= once + 2)
  }
}
