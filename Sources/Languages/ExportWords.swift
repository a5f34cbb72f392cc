/// The words that Markdown and PDF write around a publication's content in one language.
package struct ExportWords: Sendable, Hashable {
  /// Headings of a table of figures: what is counted, how many, when, by whom, and what else.
  package var indicator: String
  package var figure: String
  package var year: String
  package var source: String
  package var note: String
  /// What stands before the length of a map's scale bar.
  package var scale: String
  /// What an attached file with the publication's data is.
  package var data: String

  package init(
    indicator: String, figure: String, year: String, source: String, note: String, scale: String,
    data: String
  ) {
    self.indicator = indicator
    self.figure = figure
    self.year = year
    self.source = source
    self.note = note
    self.scale = scale
    self.data = data
  }

  /// The words for a language whose rules name none.
  package static let english = ExportWords(
    indicator: "Indicator", figure: "Figure", year: "Year", source: "Source", note: "Note",
    scale: "Scale bar", data: "The data of this publication as CSV")
}
