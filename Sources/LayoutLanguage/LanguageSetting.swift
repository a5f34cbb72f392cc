package import Design
package import Languages

/// What a layout says of its languages.
package struct LanguageSetting: Sendable {
  package var arrangement: LanguageArrangement
  /// The languages that one publication holds, the leading one first; empty for separate editions.
  package var order: [LanguageTag]
  /// The widths of parallel columns, relative to each other; as many as languages.
  package var shares: [Double]
  /// Room between parallel columns; nil for the page's gutter.
  package var gutter: LayoutLength?
  /// A hairline between parallel columns; nil for none.
  package var rule: ColorTemplate?
  /// The styles that take the place of others in one language, by name.
  package var styles: [LanguageTag: [String: String]]

  /// The keys under “languages”.
  static let keys = ["arrange", "order", "shares", "gutter", "rule", "styles"]

  package init(arrangement: LanguageArrangement, order: [LanguageTag] = []) {
    self.arrangement = arrangement
    self.order = order
    shares = order.map { _ in 1 }
    gutter = nil
    rule = nil
    styles = [:]
  }
}
