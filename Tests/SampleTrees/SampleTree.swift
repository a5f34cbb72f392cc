package import Design
package import Diagnostics
package import DocumentTree
import Geometry
package import Languages

/// Trees made by hand for the tests of exporters, which look at content and not at looks.
package enum SampleTree {
  package static let place = SourceLocation(file: "Layouts/sample.yaml")
  package static let color = PaletteColor("ink")
  package static let style = TextStyle(
    name: "body", font: FontDescriptor(family: "Sample"), size: 10, leading: 13, color: color)

  /// A publication in one language with its blocks in one flow.
  package static func tree(_ nodes: [BlockNode], languages: [LanguageTag]) -> PublicationTree {
    tree(
      sections: [PageSection(kind: .flow(nodes), master: "plain", location: place)],
      languages: languages)
  }

  /// A publication of several sections.
  package static func tree(
    sections: [PageSection], languages: [LanguageTag]
  ) -> PublicationTree {
    var tree = PublicationTree(
      layout: "sample", outputStem: "samples/sample", languages: languages,
      metadata: Metadata(title: "Sample", author: "City", date: PartialDate(year: 2026, month: 3)),
      theme: Theme(name: "plain", palette: Palette(entries: [:]), styles: [:]),
      page: PageGeometry(size: Size(width: 595, height: 842), margins: .zero))
    tree.sections = sections
    return tree
  }

  /// A page with one frame.
  package static func page(_ nodes: [BlockNode]) -> PageSection {
    let area = FrameArea(horizontal: .page)
    return PageSection(
      kind: .fixed([Frame(area: area, content: nodes, location: place)]), master: "plain",
      location: place)
  }
}

/// Makes blocks in one language; each has an identity of its own.
package struct SampleBlocks {
  package var language: LanguageTag
  package var record: String
  private var count = 0

  package init(language: LanguageTag, record: String = "") {
    self.language = language
    self.record = record
  }

  package mutating func node(_ content: BlockContent) -> BlockNode {
    count += 1
    return BlockNode(
      content, identity: BlockIdentity(record: record, path: "content[\(count)]"),
      language: language, location: SampleTree.place)
  }

  package mutating func paragraph(
    _ inlines: [Inline], role: ParagraphRole = .body
  ) -> BlockNode {
    node(.paragraph(SampleBlocks.text(inlines, role: role)))
  }

  package mutating func paragraph(_ text: String, role: ParagraphRole = .body) -> BlockNode {
    paragraph([.text(text)], role: role)
  }

  package mutating func heading(_ level: Int, _ text: String) -> BlockNode {
    paragraph(text, role: .heading(level: level))
  }

  package mutating func list(start: Int? = nil, _ items: [[BlockNode]]) -> BlockNode {
    node(
      .list(
        List(
          start: start, items: items, markerStyle: SampleTree.style, indent: 12, itemSpacing: 0)))
  }

  package mutating func definitions(_ entries: [(BlockNode, [BlockNode])]) -> BlockNode {
    node(
      .definitions(
        Definitions(
          entries: entries.map { Definitions.Entry(term: $0.0, description: $0.1) }, termWidth: 60,
          gap: 6, entrySpacing: 3)))
  }

  package mutating func table(
    _ alignments: [TextAlignment], header: [String], rows: [[(BlockNode, TypedValue)]]
  ) -> BlockNode {
    let header = header.map { Table.Cell(content: [paragraph($0)], value: .text($0)) }
    return node(
      .table(
        Table(
          columns: alignments.map { Table.Column(alignment: $0) }, header: header,
          rows: rows.map { row in row.map { Table.Cell(content: [$0.0], value: $0.1) } },
          rowPadding: 2, columnGap: 6, ruleColor: SampleTree.color)))
  }

  package mutating func grid(_ children: [BlockNode]) -> BlockNode {
    node(.grid(Grid(columns: 2, gutter: 4, rowGap: 4, children: children)))
  }

  package mutating func chart(_ kind: Chart.Kind, _ alternativeText: String) -> BlockNode {
    let style = SampleTree.style
    return node(
      .chart(
        Chart(
          kind: kind, alternativeText: alternativeText,
          styles: Chart.Styles(
            label: style, value: style, note: style, lineColor: SampleTree.color))))
  }

  /// A metric card with everything that data formats ask for.
  package mutating func metric(
    _ identifier: String, label: String, quantity: Quantity, formatted: String, year: Int? = nil,
    note: String? = nil, sources: [String] = []
  ) -> BlockNode {
    var card = MetricCard(
      identifier: identifier, quantity: quantity, figure: formatted, formatted: formatted,
      label: SampleBlocks.text([.text(label)], role: .label), figureStyle: SampleTree.style,
      unitStyle: SampleTree.style)
    card.year = year
    card.note = note.map { SampleBlocks.text([.text($0)], role: .note) }
    card.sources = sources
    card.grade = "sourced"
    card.owner = record
    return node(.metric(card))
  }

  package static func text(_ inlines: [Inline], role: ParagraphRole) -> Paragraph {
    Paragraph(role: role, inlines: inlines, style: SampleTree.style)
  }
}
