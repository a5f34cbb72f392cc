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
    guard case .record(let record) = value("metric", of: block, in: site.scope),
      let fields = MetricFields(record, model: renderer.evaluator.model)
    else { return nil }
    var figureStyle = style("figure-style", of: block, otherwise: "metric-figure")
    var unitStyle = style("unit-style", of: block, otherwise: "metric-unit")
    var labelStyle = style("label-style", of: block, otherwise: "metric-label")
    var noteStyle = style("note-style", of: block, otherwise: "metric-note")
    if let color = color("figure-color", of: block, in: site.scope) {
      figureStyle.color = color
      unitStyle.color = color
    }
    if let color = color("text-color", of: block, in: site.scope) {
      labelStyle.color = color
      noteStyle.color = color
    }
    let formatted = renderer.rules.format(fields.quantity)
    let label = renderer.print(renderer.evaluator.model.field("label", of: record))
    var card = MetricCard(
      identifier: record.id, quantity: fields.quantity, figure: formatted.number,
      formatted: formatted.full, label: Paragraph(role: .label, inlines: label, style: labelStyle),
      figureStyle: figureStyle, unitStyle: unitStyle)
    card.unitBefore = formatted.comparator + formatted.unitBefore
    card.unitAfter = formatted.unitAfter
    card.year = fields.year
    let note = inlines("note", of: block, in: site.scope)
    if !note.isEmpty { card.note = Paragraph(role: .note, inlines: note, style: noteStyle) }
    card.sources = renderer.evaluator.model.sources(in: .record(record)).map {
      renderer.print(renderer.evaluator.model.field("title", of: $0)).plainText
    }
    if case .text(let grade) = renderer.evaluator.model.field("grade", of: record) {
      card.grade = grade
    }
    card.accent = color("accent", of: block, in: site.scope)
    card.owner = site.record == record.id ? self.record : site.record
    if case .record(let owner) = renderer.evaluator.model.field("programme", of: record) {
      card.owner = owner.id
    }
    let icon = plain("icon", of: block, in: site.scope)
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
    let headerStyle = style("header-style", of: block, otherwise: "table-header")
    let cellStyle = style("style", of: block, otherwise: "table-cell")
    var header: [Table.Cell] = []
    for column in columns {
      let inlines = renderer.inlines(column.title, in: site.scope, diagnostics: &diagnostics)
      header.append(
        cell(inlines, headerStyle, column.alignment, at: site, value: .text(inlines.plainText)))
    }
    var rows: [[Table.Cell]] = []
    for child in childSites("content", of: site) where child.block.kind == .tableRow {
      guard case .templates(let templates)? = child.block.arguments["table-row"] else { continue }
      if templates.count != columns.count {
        report(
          "layout.wrong-cells", "the row has \(templates.count) cells for \(columns.count) columns",
          at: child.block.location)
        continue
      }
      let style = style("style", of: child.block, otherwise: cellStyle.name)
      var row: [Table.Cell] = []
      for (column, template) in zip(columns, templates) {
        let inlines = renderer.inlines(template, in: child.scope, diagnostics: &diagnostics)
        row.append(
          cell(
            inlines, style, column.alignment, at: child,
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
          ruleColor: color("rule", of: block, in: site.scope) ?? cellStyle.color)), at: site)
  }

  private func cell(
    _ inlines: [Inline], _ style: TextStyle, _ alignment: TextAlignment, at site: BlockSite,
    value: TypedValue
  ) -> Table.Cell {
    var style = style
    style.alignment = alignment
    let content = inlines.isEmpty ? [] : [paragraphNode(.body, inlines, style, at: site)]
    return Table.Cell(content: content, value: value)
  }

  /// The value behind a cell that is one expression, else its text.
  private func typedValue(_ template: TextTemplate, text: String, in scope: Scope) -> TypedValue {
    guard case .all(let parts) = template.variants, parts.count == 1,
      case .value(let expression, _) = parts[0]
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
    guard case .image(let image, let alternative) = value("image", of: block, in: site.scope) else {
      return nil
    }
    var picture = ImageBlock(
      file: image.file, alternativeText: alternative.values[language] ?? "",
      credit: image.credit ?? "")
    picture.height = length("height", of: block)
    let caption = inlines("caption", of: block, in: site.scope)
    if !caption.isEmpty {
      picture.caption = Paragraph(
        role: .caption, inlines: caption,
        style: style("caption-style", of: block, otherwise: "caption"))
    }
    var made = node(.image(picture), at: site)
    made.isDecorative = image.isDecorative
    return made
  }

  mutating func icon(_ site: BlockSite) -> BlockNode? {
    let name = plain("icon", of: site.block, in: site.scope)
    guard !name.isEmpty else { return nil }
    let text = defaultStyle("body", at: site.block.location)
    var made = node(
      .icon(
        Icon(
          file: "Assets/icons/\(name).svg", size: length("size", of: site.block) ?? 24,
          color: color("color", of: site.block, in: site.scope) ?? text.color)), at: site)
    made.isDecorative = true
    return made
  }

  mutating func qrCode(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    let address = plain("qr-code", of: block, in: site.scope)
    guard !address.isEmpty else { return nil }
    let text = defaultStyle("body", at: block.location)
    return node(
      .qrCode(
        QRCode(
          address: address, size: length("size", of: block) ?? 60,
          color: color("color", of: block, in: site.scope) ?? text.color,
          alternativeText: plain("alt", of: block, in: site.scope))), at: site)
  }
}
