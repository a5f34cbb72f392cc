package import Design
package import Languages

/// One figure with its label: a big number on a card.
package struct MetricCard: Sendable, Hashable {
  /// The metric's identifier in the model.
  package var identifier: String
  package var quantity: Quantity
  /// The digits: `53.000`, `34,5`.
  package var figure: String
  /// What prints smaller before (`> `, `> €`) and behind (`Mio. €`, `ha`) the digits; may be empty.
  package var unitBefore: String
  package var unitAfter: String
  /// The whole as running text: `34,5 Mio. €`.
  package var formatted: String
  package var label: Paragraph
  /// Year, nature and source marks below the label.
  package var note: Paragraph?
  package var figureStyle: TextStyle
  package var unitStyle: TextStyle
  /// The year the figure refers to.
  package var year: Int?
  /// The titles of its sources, for data formats.
  package var sources: [String]
  package var grade: String
  /// The stroke above the card; nil for none.
  package var accent: PaletteColor?
  package var icon: Icon?
  /// The record that it belongs to (`nordwaerts`), for data formats.
  package var owner: String

  package init(
    identifier: String, quantity: Quantity, figure: String, formatted: String, label: Paragraph,
    figureStyle: TextStyle, unitStyle: TextStyle
  ) {
    self.identifier = identifier
    self.quantity = quantity
    self.figure = figure
    self.formatted = formatted
    self.label = label
    self.figureStyle = figureStyle
    self.unitStyle = unitStyle
    unitBefore = ""
    unitAfter = ""
    note = nil
    year = nil
    sources = []
    grade = ""
    accent = nil
    icon = nil
    owner = ""
  }
}
