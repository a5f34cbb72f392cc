import Design
import DocumentTree
import Languages

/// Metric cards that follow each other, and the words for their table.
struct MetricRun {
  /// In reading order; not empty.
  var cards: [MetricCard]
  var words: ExportWords

  /// A table with a row for each card; columns that would be empty are left out.
  var table: MarkdownTable {
    typealias Column = (title: String, alignment: TextAlignment, text: (MetricCard) -> [Inline])
    let all: [Column] = [
      (words.indicator, .left, { $0.label.inlines }),
      (words.figure, .right, { [.text($0.formatted)] }),
      (words.year, .right, { card in card.year.map { [.text(String($0))] } ?? [] }),
      (words.note, .left, { Self.note(of: $0) }),
      (words.source, .left, { [.text($0.sources.joined(separator: "; "))] }),
    ]
    let columns = all.enumerated().filter { index, column in
      index < 2 || cards.contains { !column.text($0).plainText.isEmpty }
    }.map(\.element)
    return MarkdownTable(
      alignments: columns.map(\.alignment),
      header: columns.map { [.paragraph([.text($0.title)])] },
      rows: cards.map { card in columns.map { [.paragraph($0.text(card))] } })
  }

  /// The note, unless it says nothing but the year.
  private static func note(of card: MetricCard) -> [Inline] {
    guard let note = card.note?.inlines, note.plainText != card.year.map({ String($0) }) else {
      return []
    }
    return note
  }
}

/// Turns charts into text, tables and lists.
struct DataBlocks {
  let languages: LanguageCatalogue

  /// The words around data in a language.
  func words(_ language: LanguageTag) -> ExportWords {
    languages[language]?.exportWords ?? .english
  }

  /// What the chart says in words, then its data.
  func blocks(for chart: Chart, language: LanguageTag) -> [MarkdownBlock] {
    let words = words(language)
    var blocks: [MarkdownBlock] = [.paragraph([.text(chart.alternativeText)])]
    switch chart.kind {
    case .bars(let bars):
      blocks.append(
        .table(
          MarkdownTable(
            alignments: [.left, .right],
            header: [words.indicator, words.figure].map { [.paragraph([.text($0)])] },
            rows: bars.map { bar in
              [bar.label, bar.formatted].map { [.paragraph([.text($0)])] }
            })))
    case .timeline(let events):
      blocks.append(
        list(
          of: events.map { event in
            [.strong([.text(event.formattedDate)]), .text(" " + event.title)]
              + detail(event.detail)
          }))
    case .modelDiagram(let diagram):
      for members in [diagram.actors, diagram.programmes] where !members.isEmpty {
        blocks.append(
          list(of: members.map { [.strong([.text($0.name)])] + detail($0.detail) }))
      }
    case .locator(let locator):
      let name = chart.alternativeText.contains(locator.name) ? [] : [locator.name]
      let scale = locator.scaleLabel.isEmpty ? [] : ["\(words.scale): \(locator.scaleLabel)"]
      blocks.append(.paragraph([.text((name + scale).joined(separator: " · "))]))
    }
    return blocks
  }

  /// What is said of an entry behind its name, after a dash.
  private func detail(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(" – " + text)] }

  private func list(of items: [[Inline]]) -> MarkdownBlock {
    .list(MarkdownList(start: nil, items: items.map { [.paragraph($0)] }))
  }
}
