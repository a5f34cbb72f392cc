import Diagnostics
import DocumentTree
import Languages
import ReportModel

/// A value of the model or the layout while it is being bound.
indirect enum BoundValue: Sendable {
  case missing
  case text(String)
  case localized(LocalizedText)
  /// Whole numbers of the model (years, positions) print ungrouped: 2019, not 2.019.
  case number(DecimalNumber, isGrouped: Bool)
  case boolean(Bool)
  case date(PartialDate)
  case record(Record)
  case image(ImageReference, LocalizedText)
  case list([BoundValue])
  case pageField(PageField)

  /// Text in several languages with the place it comes from.
  struct LocalizedText: Sendable {
    var values: Localized<String>
    /// CommonMark rather than plain text.
    var isMarked: Bool
    var origin: ValueOrigin
  }

  /// Whether there is anything: text that is not empty, a list with items, a number, a record.
  func isPresent(in language: LanguageTag) -> Bool {
    switch self {
    case .missing: false
    case .text(let t): !t.isEmpty
    case .localized(let t): !(t.values[language] ?? "").isEmpty
    case .list(let items): !items.isEmpty
    case .boolean(let b): b
    case .number, .date, .record, .image, .pageField: true
    }
  }
}

/// Where a text of the model comes from.
struct ValueOrigin: Sendable {
  /// The record's identifier; empty for one inside another record that has none.
  var record: String
  var path: String
  var location: SourceLocation?
  /// Where the CommonMark texts of the field stand, by language.
  var textPlaces: [TextPlace] = []

  /// Where the text of one language begins.
  func textPlace(in language: LanguageTag) -> TextPlace? {
    textPlaces.first { $0.language == language }
  }
}
