import Diagnostics
import Geometry

/// A picture or an ornament that came out without height, so that nothing of it is seen.
///
/// Art without a height of its own takes what its frame, its row or its box has left. A flow has
/// nothing left, and neither has a frame that is full.
struct FlatArt: Sendable, Hashable {
  var isPicture: Bool
  var location: SourceLocation?

  /// The art of a fragment that has no height; nil for any other fragment.
  init?(_ fragment: Fragment) {
    guard fragment.size.height < Region.tolerance else { return nil }
    switch fragment.ground {
    case .picture: isPicture = true
    case .ornament: isPicture = false
    case .box, .veil, nil: return nil
    }
    location = fragment.location
  }

  /// A picture is content, and lost; an ornament is only missed.
  var diagnostic: Diagnostic {
    Diagnostic(
      isPicture ? "image.no-height" : "ornament.no-height",
      severity: isPicture ? .error : .warning,
      "nothing of the \(isPicture ? "picture" : "ornament") is seen, because there is no height for "
        + "it", at: location,
      hints: [
        "give it a “height”, or put it where room is left to fill: a frame, or a row beside a higher "
          + "cell"
      ])
  }
}
