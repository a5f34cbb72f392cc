import Design
import DocumentTree

/// Which sizes and leadings the texts of a frame have, and how much text has each.
struct TextUse: Sendable, Hashable {
  /// A size with its leading, in points.
  struct Look: Sendable, Hashable {
    var size: Double
    var leading: Double
  }

  /// Characters by look.
  private(set) var characters: [Look: Int] = [:]

  /// Counts a paragraph's text.
  mutating func note(_ paragraph: Paragraph) {
    let count = paragraph.inlines.plainText.count
    guard count > 0 else { return }
    let look = Look(size: paragraph.style.size, leading: paragraph.style.leading)
    characters[look, default: 0] += count
  }

  /// Counts what another frame has too.
  mutating func add(_ other: TextUse) { characters.merge(other.characters, uniquingKeysWith: +) }

  /// The look of most of the text that gives way; its changes are searched for and reported.
  func leading(_ copyfit: Copyfit) -> Look? {
    characters.filter { copyfit.covers(size: $0.key.size, leading: $0.key.leading) }
      .max { ($0.value, $0.key.size, $0.key.leading) < ($1.value, $1.key.size, $1.key.leading) }?
      .key
  }

  /// The sizes that there are, for messages.
  var sizes: [Double] { Set(characters.keys.map(\.size)).sorted() }
  var leadings: [Double] { Set(characters.keys.map(\.leading)).sorted() }
}
