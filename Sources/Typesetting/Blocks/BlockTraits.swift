import Diagnostics
import Languages

/// What a block keeps of the node it was built from.
struct BlockTraits: Sendable, Hashable {
  /// The block's number within its publication, in reading order.
  var number: Int
  /// Where the layout asked for it, for diagnostics.
  var location: SourceLocation
  var language: LanguageTag
  var spacing: BlockSpacing
}
