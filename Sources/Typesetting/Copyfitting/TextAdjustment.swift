import Design
import DocumentTree

/// A change of the texts of one frame, small enough to be overlooked.
///
/// It is carried in the context while the frame is set: blocks are built once, and every text asks
/// for its style with the change.
struct TextAdjustment: Sendable, Hashable {
  /// What may change, and how far.
  var copyfit: Copyfit
  /// Shares of the styles' own sizes and leadings.
  var size = 1.0
  var leading = 1.0
  /// Added to the styles' tracking, in thousandths of the size.
  var tracking = 0.0

  init(_ copyfit: Copyfit) { self.copyfit = copyfit }

  /// Whether nothing changes.
  var isNone: Bool { size == 1 && leading == 1 && tracking == 0 }

  /// A style with the change, where it is one of those that give way.
  func applied(to style: TextStyle) -> TextStyle {
    guard !isNone, copyfit.covers(size: style.size, leading: style.leading) else { return style }
    var style = style
    let share = share(of: style)
    style.size *= share
    // Where leading has a range of its own, styles outside of it keep theirs.
    if let range = copyfit.leading {
      if range.contains(style.leading) { style.leading = range.clamp(style.leading * leading) }
    } else {
      style.leading *= share
    }
    style.tracking += tracking
    return style
  }

  /// The share of a style's size at which it is set: none leaves the range.
  func share(of style: TextStyle) -> Double {
    guard let range = copyfit.size, style.size > 0,
      copyfit.covers(size: style.size, leading: style.leading)
    else { return 1 }
    return range.clamp(style.size * size) / style.size
  }
}

extension ClosedRange<Double> {
  /// The nearest value within the range.
  func clamp(_ value: Double) -> Double { Swift.min(Swift.max(value, lowerBound), upperBound) }
}

extension [Inline] {
  /// The inlines with their own sizes changed as their paragraph's is.
  func scaled(by share: Double) -> [Inline] {
    map { inline in
      switch inline {
      case .styled(var style, let content):
        style.size = style.size.map { $0 * share }
        return .styled(style, content.scaled(by: share))
      case .emphasis(let content): return .emphasis(content.scaled(by: share))
      case .strong(let content): return .strong(content.scaled(by: share))
      case .link(let target, let content): return .link(target, content.scaled(by: share))
      case .language(let tag, let content): return .language(tag, content.scaled(by: share))
      default: return inline
      }
    }
  }
}
