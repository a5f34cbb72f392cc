import DocumentTree
import Languages

/// Walks through a publication and collects its data, in reading order.
struct DataRows {
  /// What was found so far.
  private(set) var rows: [DataRow] = []

  private let tree: PublicationTree
  /// The rows again, to find one that is there already.
  private var listed: Set<DataRow> = []
  /// Where the rows of each record are that texts have named so far, one for each language.
  private var recordRows: [NamedRecord: Int] = [:]
  /// Records that have a row of another kind, such as metrics on cards.
  private var describedRecords: Set<String> = []
  /// Texts that stand in a row, so that none is listed twice.
  private var said: Set<SaidText> = []
  /// How many definitions and tables enclose the place: their rows hold the texts in them.
  private var coveringBlocks = 0

  /// Shorter texts are numbers and names that stand beside a record's name.
  private static let shortestSummary = 30

  /// A record in the language in which it is told of.
  private struct NamedRecord: Hashable {
    var language: LanguageTag
    var record: String
  }

  /// A text in its language: two languages may say the same, and each is listed.
  private struct SaidText: Hashable {
    var language: LanguageTag
    var text: String
  }

  init(_ tree: PublicationTree) {
    self.tree = tree
    if let language = tree.languages.first {
      var row = DataRow(
        kind: "publication", owner: tree.record, identifier: tree.outputStem, language: language)
      row.label = tree.metadata.title.line
      row.year = tree.metadata.date.year
      row.date = tree.metadata.date.iso
      rows.append(row)
    }
    for section in tree.sections {
      let nodes: [BlockNode] =
        switch section.kind {
        case .fixed(let frames): frames.flatMap(\.content)
        case .flow(let nodes): nodes
        }
      for node in nodes { noteMetrics(in: node) }
    }
  }

  /// Adds a section's frames or its flow; what a master draws on its pages is no content.
  mutating func append(_ section: PageSection) {
    switch section.kind {
    case .fixed(let frames): for frame in frames { append(frame.content) }
    case .flow(let nodes): append(nodes)
    }
  }

  /// A metric that some card shows needs no row for its name, wherever that stands.
  private mutating func noteMetrics(in node: BlockNode) {
    guard !node.isDecorative else { return }
    if case .metric(let card) = node.content { describedRecords.insert(card.identifier) }
    for child in node.children { noteMetrics(in: child) }
  }

  private mutating func append(_ nodes: [BlockNode]) {
    for node in nodes where !node.isDecorative { append(node) }
  }

  private mutating func append(_ node: BlockNode) {
    if let entry = node.labelledText { return append([entry], of: node) }
    switch node.content {
    case .paragraph(let paragraph): append(paragraph, of: node)
    case .list(let list): append(list)
    case .definitions(let definitions): append(definitions.entries, of: node)
    case .table(let table): append(table, of: node)
    case .metric(let card): append(card, of: node)
    case .chart(let chart): append(chart, of: node)
    case .image(let image):
      if let caption = image.caption { append(caption, of: node) }
      append(text: image.credit, of: node)
    case .overlay(let overlay):
      append(text: overlay.image.credit, of: node)
      append(overlay.children)
    case .contents(let contents):
      for entry in contents.entries { append(text: entry.title.line, of: node) }
    case .stack, .row, .grid, .columns, .box, .figure, .parallel: append(node.children)
    case .icon, .qrCode, .ornament, .rule, .space, .regionBreak: break
    }
  }

  // MARK: Texts

  /// A text with its typed figures, and a row for the record that it tells of.
  private mutating func append(_ paragraph: Paragraph, of node: BlockNode, number: Int? = nil) {
    guard coveringBlocks == 0 else { return }
    let text = paragraph.inlines.line
    if !text.isEmpty, case let record = node.identity.record, !record.isEmpty {
      append(text, role: paragraph.role, toRecord: record, of: node)
    }
    append(text: text, of: node, number: number)
    for figure in paragraph.inlines.figures {
      var row = row("figure", of: node)
      row.quantity = figure.quantity
      row.formatted = figure.formatted.line
      append(row)
    }
  }

  /// Lists a text that says a number and stands in no row yet.
  private mutating func append(text: String, of node: BlockNode, number: Int? = nil) {
    let text = text.line
    let prints = number != nil || text.hasDigit
    guard coveringBlocks == 0, !text.isEmpty, prints,
      said.insert(SaidText(language: node.language, text: text)).inserted || number != nil
    else { return }
    var row = row("text", of: node)
    row.label = number.map { String($0) } ?? ""
    row.text = text
    append(row)
  }

  /// Gives a record that is told of a row of its own: its name, and the first thing said of it; a
  /// quotation's row also says whose it is.
  private mutating func append(
    _ text: String, role: ParagraphRole, toRecord record: String, of node: BlockNode
  ) {
    guard !describedRecords.contains(record) else { return }
    let isSummary = role == .body && text.count >= Self.shortestSummary
    let named = NamedRecord(language: node.language, record: record)
    if let index = recordRows[named] {
      if role == .attribution {
        guard said.insert(SaidText(language: node.language, text: text)).inserted else { return }
        rows[index].text += rows[index].text.isEmpty ? text : ", " + text
        return
      }
      guard isSummary, rows[index].text.isEmpty, rows[index].label != text else { return }
      rows[index].text = text
    } else {
      var row = row(tree.records[record]?.type ?? "record", of: node)
      row.owner = record == tree.record ? "" : tree.record
      row.identifier = record
      let title = record == tree.record ? tree.metadata.title : text
      row.label = tree.records[record]?.name(in: node.language).line ?? title.line
      said.insert(SaidText(language: node.language, text: row.label))
      if isSummary, row.label != text { row.text = text }
      recordRows[named] = rows.count
      rows.append(row)
    }
    said.insert(SaidText(language: node.language, text: rows[recordRows[named] ?? 0].text))
  }

  /// The number of an item prints too.
  private mutating func append(_ list: List) {
    for (index, item) in list.items.enumerated() {
      var rest = item
      if let start = list.start, let first = item.first, case .paragraph(let text) = first.content {
        append(text, of: first, number: start &+ index)
        rest.removeFirst()
      }
      append(rest)
    }
  }

  // MARK: Data

  /// One row for each term; a single figure in its text gives the row its value, several get rows of
  /// their own.
  private mutating func append(_ entries: [Definitions.Entry], of node: BlockNode) {
    coveringBlocks += 1
    for (index, entry) in entries.enumerated() {
      var row = row("definition", of: node, part: "entries[\(index)]")
      row.label = [entry.term].line
      row.text = entry.description.line
      let figures = entry.description.figures
      if figures.count == 1, let figure = figures.first {
        row.quantity = figure.quantity
        row.formatted = figure.formatted.line
      }
      append(row)
      for figure in figures where figures.count > 1 {
        row.quantity = figure.quantity
        row.formatted = figure.formatted.line
        (row.kind, row.text) = ("figure", "")
        append(row)
      }
      append(entry.description)
    }
    coveringBlocks -= 1
  }

  /// The rows of a table; a heading of a column is listed only where it says a number.
  private mutating func append(_ table: Table, of node: BlockNode) {
    for cell in table.headerRows.joined() { append(cell.content) }
    coveringBlocks += 1
    let titles = table.titles.map { cells in
      Table.Cell(
        content: [],
        value: .text(cells.map(\.content.line).filter { !$0.isEmpty }.joined(separator: " · ")))
    }
    for (rows, kind, part) in [(table.rows, "row", "rows"), (table.footerRows, "total", "footer")] {
      for (index, cells) in table.byColumn(rows).enumerated() {
        let base = row(kind, of: node, part: "\(part)[\(index)]")
        for row in TableRows(cells, header: titles, base: base, tree: tree).rows { append(row) }
        for cell in rows[index] { append(cell.content) }
      }
    }
    coveringBlocks -= 1
  }

  /// The row of a metric, named by the model's identifier.
  private mutating func append(_ card: MetricCard, of node: BlockNode) {
    var row = row("metric", of: node)
    if !card.owner.isEmpty { row.owner = card.owner }
    row.identifier = card.identifier
    row.label = card.label.inlines.line
    row.quantity = card.quantity
    row.year = card.year
    row.formatted = card.formatted.line
    row.text = card.note?.inlines.line ?? ""
    row.grade = card.grade
    row.source = card.sources.map(\.line).joined(separator: "; ")
    append(row)
  }

  /// What a chart is drawn from.
  private mutating func append(_ chart: Chart, of node: BlockNode) {
    switch chart.kind {
    case .bars(let bars):
      for (index, bar) in bars.enumerated() {
        var row = row("bar", of: node, part: "bars[\(index)]")
        row.label = bar.label.line
        row.quantity = bar.quantity
        row.formatted = bar.formatted.line
        append(row)
      }
    case .timeline(let events):
      for (index, event) in events.enumerated() {
        var row = row(event.isAward ? "award" : "event", of: node, part: "events[\(index)]")
        row.label = event.title.line
        row.year = event.start.year
        row.formatted = event.formattedDate.line
        row.date = event.start.iso + (event.end.map { "/" + $0.iso } ?? "")
        row.text = event.detail.line
        append(row)
      }
    case .modelDiagram(let diagram):
      for member in diagram.actors + diagram.programmes {
        append(text: [member.name, member.detail].joined(separator: " – "), of: node)
      }
    case .locator(let locator):
      var row = row("place", of: node)
      row.label = locator.name.line
      // The length of the scale bar is the one figure that a map prints.
      row.formatted = locator.scaleLabel.line
      row.text = "\(locator.place.latitude) \(locator.place.longitude)"
      append(row)
    }
  }

  // MARK: Rows

  /// A row that comes from a block or a part of it.
  private func row(_ kind: String, of node: BlockNode, part: String = "") -> DataRow {
    let identity = node.identity
    let place = identity.paragraph == 0 ? identity.path : "\(identity.path)#\(identity.paragraph)"
    return DataRow(
      kind: kind, owner: identity.record.isEmpty ? tree.record : identity.record,
      identifier: part.isEmpty ? place : "\(place).\(part)", language: node.language)
  }

  /// Adds a row unless it is there already.
  private mutating func append(_ row: DataRow) {
    if listed.insert(row).inserted { rows.append(row) }
  }
}
