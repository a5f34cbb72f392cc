import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Metrics, tables, pictures, icons, QR codes.
extension BlockBinder {
  mutating func metric(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    guard case .record(let record) = value("metric", of: site),
      let fields = MetricFields(record, model: renderer.evaluator.model)
    else { return nil }
    var figureStyle = style("figure-style", of: site)
    var unitStyle = style("unit-style", of: site)
    var labelStyle = style("label-style", of: site)
    var noteStyle = style("note-style", of: site)
    if let color = color("figure-color", of: site) {
      figureStyle.color = color
      unitStyle.color = color
    }
    if let color = color("text-color", of: site) {
      labelStyle.color = color
      noteStyle.color = color
    }
    let formatted = renderer.rules.format(fields.quantity)
    let label = renderer.composed(
      renderer.print(renderer.evaluator.model.field("label", of: record)))
    var card = MetricCard(
      identifier: record.id, quantity: fields.quantity, figure: formatted.number,
      formatted: formatted.full, label: Paragraph(role: .label, inlines: label, style: labelStyle),
      figureStyle: figureStyle, unitStyle: unitStyle)
    card.unitBefore = formatted.comparator + formatted.unitBefore
    card.unitAfter = formatted.unitAfter
    card.year = fields.year
    let note = inlines("note", of: site)
    if !note.isEmpty { card.note = Paragraph(role: .note, inlines: note, style: noteStyle) }
    card.sources = renderer.evaluator.sources(in: .record(record)).map {
      renderer.words(renderer.evaluator.model.field("title", of: $0))
    }
    if case .text(let grade) = renderer.evaluator.model.field("grade", of: record) {
      card.grade = grade
    }
    card.accent = color("accent", of: site)
    card.owner = site.record == record.id ? publicationRecord : site.record
    if case .record(let owner) = renderer.evaluator.model.field("programme", of: record) {
      card.owner = owner.id
    }
    let icon = plain("icon", of: site)
    if !icon.isEmpty {
      card.icon = Icon(
        file: "Assets/icons/\(icon).svg", size: length("icon-size", of: block) ?? 17,
        color: figureStyle.color)
    }
    return node(.metric(card), at: site)
  }

  mutating func table(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    guard case .tableColumns(let columns)? = block.arguments["table"] else { return nil }
    let headerStyle = style("header-style", of: site)
    let cellStyle = style("style", of: site)
    var header: [Table.Cell] = []
    for (index, column) in columns.enumerated() {
      let inlines = inlines(column.title, in: site.surroundings)
      header.append(
        cell(
          inlines, aligned(headerStyle, column), at: site, number: index,
          value: .text(inlines.plainText)))
    }
    var rows: [[Table.Cell]] = []
    for child in childSites("content", of: site) where child.block.kind == .tableRow {
      guard case .templates(let templates)? = child.block.arguments["table-row"] else { continue }
      if templates.count != columns.count {
        report(
          "layout.wrong-cells", "the row has \(templates.count) cells for \(columns.count) columns",
          at: child.block.location, in: child.surroundings,
          hints: ["give it as many cells as the table has columns"])
        continue
      }
      let style = style("style", of: child, otherwise: cellStyle.name)
      var row: [Table.Cell] = []
      for (index, template) in templates.enumerated() {
        let inlines = inlines(template, in: child.surroundings)
        row.append(
          cell(
            inlines, aligned(style, columns[index]), at: child, number: index,
            value: typedValue(template, text: inlines.plainText, in: child.scope)))
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { return nil }
    return node(
      .table(
        Table(
          columns: columns.map { Table.Column(weight: $0.weight, alignment: $0.alignment) },
          header: header, rows: rows, rowPadding: length("padding", of: block) ?? 3,
          columnGap: length("gap", of: block) ?? layout.page.gutter,
          ruleColor: color("rule", of: site) ?? cellStyle.color)), at: site)
  }

  private func aligned(_ style: TextStyle, _ column: TableColumnTemplate) -> TextStyle {
    var style = style
    style.alignment = column.alignment
    return style
  }

  private func cell(
    _ inlines: [Inline], _ style: TextStyle, at site: BlockSite, number: Int, value: TypedValue
  ) -> Table.Cell {
    guard !inlines.isBlank else { return Table.Cell(content: [], value: value) }
    let identity = BlockIdentity(
      record: site.record, path: site.path + ".cells", paragraph: number)
    let node = paragraphNode(.body, inlines, style, at: site, identity: identity)
    return Table.Cell(content: [node], value: value)
  }

  /// The value behind a cell that is one expression, perhaps emphasised, else its text.
  private func typedValue(_ template: TextTemplate, text: String, in scope: Scope) -> TypedValue {
    let content = (template.parts(in: language) ?? []).filter { part in
      guard case .literal(let literal) = part else { return true }
      return !literal.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    }
    // A filter may make something else of the value: the comparator of a figure is no figure.
    guard content.count == 1, case .value(let expression, let filters) = content[0],
      filters.allSatisfy({ ["quantity", "figure", "spoken", "pad"].contains($0.name) })
    else { return text.isEmpty ? .missing : .text(text) }
    switch renderer.evaluator.evaluate(expression, in: scope) {
    case .missing: return .missing
    case .number(let number, _): return .quantity(Quantity(value: number))
    case .date(let date): return .date(date)
    case .record(let record):
      if let metric = MetricFields(record, model: renderer.evaluator.model) {
        return .quantity(metric.quantity)
      }
      return .text(text)
    default: return text.isEmpty ? .missing : .text(text)
    }
  }

  mutating func image(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    guard case .image(let image, let alternative) = value("image", of: site) else {
      return nil
    }
    let words = renderer.words(.localized(alternative))
    var picture = ImageBlock(
      file: image.file,
      alternativeText: image.isDecorative ? words : self.alternative(words, of: site),
      credit: image.credit ?? "")
    picture.height = length("height", of: block)
    let caption = inlines("caption", of: site)
    if !caption.isEmpty {
      picture.caption = Paragraph(
        role: .caption, inlines: caption,
        style: style("caption-style", of: site, otherwise: "caption"))
    }
    var made = node(.image(picture), at: site)
    made.isDecorative = image.isDecorative
    return made
  }

  mutating func icon(_ site: BlockSite) -> BlockNode? {
    let name = plain("icon", of: site)
    guard !name.isEmpty else { return nil }
    var made = node(
      .icon(
        Icon(
          file: "Assets/icons/\(name).svg", size: length("size", of: site.block) ?? 24,
          color: colorOrInk(of: site))), at: site)
    made.isDecorative = true
    return made
  }

  mutating func qrCode(_ site: BlockSite) -> BlockNode? {
    let address = plain("qr-code", of: site)
    guard !address.isEmpty else { return nil }
    return node(
      .qrCode(
        QRCode(
          address: address, size: length("size", of: site.block) ?? 60,
          color: colorOrInk(of: site),
          alternativeText: alternative(words("alt", of: site), of: site))), at: site)
  }
}
