import Diagnostics
import Languages

/// What a block keeps of the node it was built from.
struct BlockTraits: Sendable, Hashable {
  /// The block's number within its publication, in reading order.
  var number: Int
  var location: SourceLocation
  var language: LanguageTag
  var spacing: BlockSpacing
}
