import DocumentTree
import Languages

/// Remembers what has been said, so that a text that also stands on the facing page is read once.
struct RepeatedText {
  /// The words with the place that they come from.
  private struct Text: Hashable {
    var identity: BlockIdentity
    var language: LanguageTag
    var text: String
  }

  /// Shorter texts may well be meant twice (`2019` under two figures).
  private static let shortestRunningText = 60

  /// The running text of this section and of the one before it.
  private var current: Set<Text> = []
  private var previous: Set<Text> = []
  /// A heading that is said again before another comes only continues.
  private var lastHeading: Text?

  /// What was said two sections before may be said again.
  mutating func beginSection() { (previous, current) = (current, []) }

  /// Whether the same words from the same place of the model were met shortly before; if not, they
  /// are remembered.
  mutating func contains(_ paragraph: Paragraph, of node: BlockNode) -> Bool {
    let plain = paragraph.inlines.plainText
    let text = Text(identity: node.identity, language: node.language, text: plain)
    switch paragraph.role {
    case .heading:
      defer { lastHeading = text }
      return text == lastHeading
    case .body, .quotation:
      guard plain.count >= Self.shortestRunningText else { return false }
      return previous.contains(text) || !current.insert(text).inserted
    case .attribution, .caption, .label, .note, .code: return false
    }
  }
}
