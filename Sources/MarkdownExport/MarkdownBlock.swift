import Design
import DocumentTree

/// A block of Markdown before it is written: containers are gone, and neighbours that belong
/// together are one.
indirect enum MarkdownBlock {
  /// An index into the publication's headings.
  case heading(Int)
  case paragraph([Inline])
  /// The lines of a program or the like.
  case code([String])
  case quotation(Quotation)
  case list(MarkdownList)
  case table(MarkdownTable)
  /// Metric cards that follow each other; they become one table.
  case metrics(MetricRun)
  case image(alternativeText: String, file: String)
  case contents([Contents.Entry])
  /// A place that links lead to: before a figure, which has no heading of its own.
  case place(String)
  /// A line across, where another language begins.
  case languageBreak
}

/// The paragraphs of one quotation and who said it.
struct Quotation {
  var identity: BlockIdentity
  var paragraphs: [[Inline]]
  var attribution: [Inline]
}

/// A list whose items are blocks again.
struct MarkdownList {
  /// The first number, or nil for bullets.
  var start: Int?
  var items: [[MarkdownBlock]]
  /// Whether the items are terms with their texts; such lists grow together.
  var isDefinitions = false

  /// The number of an item, or nil in a bulleted list; CommonMark 5.2 allows nine digits.
  func number(at index: Int) -> Int? { start.map { min(max($0, 0), 999_999_999 - index) + index } }
}

/// A table; a cell holds blocks, which are written on one line.
struct MarkdownTable {
  /// One for each column.
  var alignments: [TextAlignment]
  var header: [[MarkdownBlock]]
  var rows: [[[MarkdownBlock]]]
}

/// A heading as the tree has it; its level in Markdown is decided by the headings before it.
struct MarkdownHeading {
  var level: Int
  var inlines: [Inline]
}
