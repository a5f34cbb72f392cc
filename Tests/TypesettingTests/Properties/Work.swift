import Diagnostics
import DocumentTree
import Testing

@testable import Typesetting

/// The work that setting a publication took: counted, not timed.
struct Work {
  /// Calls of `fit`.
  var fits: Int
  /// Pairs of breakpoints that line breaking considered.
  var pairs: Int

  /// Sets a publication, of which exactly these problems are told.
  init(setting tree: PublicationTree, telling told: [String] = []) throws {
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    let set = Sample.set(tree, in: context)
    #expect(set.diagnostics.map(\.identifier) == told)
    _ = try #require(set.output)
    (fits, pairs) = (context.fitCalls, context.paragraphSetter.breakpointPairsConsidered)
  }

  /// At most twelve times the work, for a text that is ten times as long.
  func expectTenTimes(_ small: Work) {
    #expect(small.fits > 0 && small.pairs > 100)
    #expect(fits <= 12 * small.fits, "fit: \(small.fits), then \(fits)")
    #expect(pairs <= 12 * small.pairs, "pairs: \(small.pairs), then \(pairs)")
  }
}
