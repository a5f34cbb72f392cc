package import Diagnostics

/// A part of a publication that can be set into regions.
///
/// Constraints go down, fragments come up, the parent positions. Fitting is pure: measuring twice
/// gives the same and changes nothing.
package protocol Block: Sendable {
  /// Sets as much as fits, from the beginning or from where a token says.
  ///
  /// In a fresh region `.nothing` is illegal: a block that cannot fit anywhere sets itself over the
  /// edge and reports the excess to the context. A returned token differs from the one that came in.
  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit

  /// Fits as `fit` does, one of several attempts at regions of one width: what an earlier one has
  /// set within the block, and would be the same again, is taken from it.
  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit

  /// The room to the block before and after it, and whether it may stand alone.
  var spacing: BlockSpacing { get }

  /// Whole, it is the same in any room of its width and place on the grid that holds it.
  var isRigid: Bool { get }
}

extension Block {
  package var isRigid: Bool { false }

  /// A block without parts that could be kept.
  package func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, in: context)
  }
}

/// How a block stands to its neighbours.
package struct BlockSpacing: Sendable, Hashable {
  /// Points; between two blocks the larger of both counts; none at a region's edges.
  package var before: Double
  package var after: Double
  package var keepWithNext: Bool
  package var keepTogether: Bool
  /// The layout asked to keep it together, so that a break in it is told.
  package var tellsBreak = false

  package init(
    before: Double = 0, after: Double = 0, keepWithNext: Bool = false, keepTogether: Bool = false
  ) {
    self.before = before
    self.after = after
    self.keepWithNext = keepWithNext
    self.keepTogether = keepTogether
  }

  package static let none = BlockSpacing()
}

/// What a block answers to the room it was offered.
package enum Fit: Sendable {
  /// Nothing is left to set, and nothing was set.
  case empty
  case whole(Fragment)
  case part(Fragment, resume: BreakToken)
  case nothing(BreakReason)
}

/// Why a block did not go into a region, in plain words that reach the user.
package struct BreakReason: Sendable, Hashable {
  package var text: String
  package init(_ text: String) { self.text = text }
}

/// Where a broken block goes on.
package struct BreakToken: Sendable, Hashable {
  /// The row or child to go on with, or the byte of a paragraph's text.
  package var index: Int
  /// Where that child (or those cells) go on; nil where they begin.
  package var inner: [BreakToken?]

  package init(index: Int, inner: [BreakToken?] = []) {
    self.index = index
    self.inner = inner
  }
}
