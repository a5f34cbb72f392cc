import PDFReading

/// An element of the structure tree with what a reader wants to know of it.
struct TaggedElement {
  /// What it holds, in the order of reading.
  enum Content {
    case text(String, page: Int)
    case element(TaggedElement)
  }

  /// The standard type that it stands for.
  var type: String
  /// The type as the file has it, where a role map says what it stands for.
  var ownType: String?
  var identifier: String?
  /// Its own; nil for that of what it stands in.
  var language: String?
  /// Read in place of all that it holds.
  var replacement: Replacement?
  /// Scope, spans and headers of cells, the numbering of lists.
  var attributes: [String] = []
  /// The cells that a cell names as its headers.
  var headers: [String] = []
  /// Where the annotations in it lead.
  var targets: [String] = []
  /// What the annotations in it are called.
  var titles: [String] = []
  var contents: [Content] = []
  /// The page on which it begins.
  var page: Int?

  /// A text in place of what is drawn.
  enum Replacement {
    case alternative(String)
    case actual(String)
  }

  /// What is said within a line of text, and not by itself.
  var isInline: Bool { Self.inlineTypes.contains(type) }

  private static let inlineTypes: Set<String> = [
    "Span", "Link", "Quote", "Reference", "Em", "Strong", "Sub", "Annot", "Ruby", "Warichu",
    "RB", "RT", "RP", "WT", "WP", "BibEntry",
  ]
}
