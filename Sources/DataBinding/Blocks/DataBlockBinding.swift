import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Metrics, pictures, icons, QR codes.
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
