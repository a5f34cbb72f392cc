import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Charts from their data blocks.
extension BlockBinder {
  mutating func chart(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    let label = style("label-style", of: block, otherwise: "chart-label")
    let styles = Chart.Styles(
      label: label, value: style("value-style", of: block, otherwise: "chart-value"),
      note: style("note-style", of: block, otherwise: "chart-note"),
      lineColor: color("line-color", of: block, in: site.scope)
        ?? PaletteColor(label.color.entry, tint: 0.3))
    let kind: Chart.Kind?
    let alternative: String
    switch block.kind {
    case .bars:
      kind = bars(site, styles)
      alternative = plain("bars", of: block, in: site.scope)
    case .timeline:
      kind = timeline(site, styles)
      alternative = plain("timeline", of: block, in: site.scope)
    case .diagram:
      kind = diagram(site, styles)
      alternative = plain("diagram", of: block, in: site.scope)
    default:
      kind = locator(site, styles)
      alternative = plain("alt", of: block, in: site.scope)
    }
    guard let kind else { return nil }
    var chart = Chart(
      kind: kind, alternativeText: alternative, styles: styles,
      height: length("height", of: block))
    chart.axis = choice("axis", of: block).flatMap(Chart.Axis.init(rawValue:))
    return node(.chart(chart), at: site)
  }

  private mutating func bars(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    var bars: [Chart.Bar] = []
    for child in childSites("content", of: site) where child.block.kind == .bar {
      let quantity: Quantity
      switch value("value", of: child.block, in: child.scope) {
      case .number(let number, _): quantity = Quantity(value: number)
      case .record(let record):
        guard let fields = MetricFields(record, model: renderer.evaluator.model) else { continue }
        quantity = fields.quantity
      default: continue
      }
      bars.append(
        Chart.Bar(
          label: plain("bar", of: child.block, in: child.scope), quantity: quantity,
          formatted: renderer.rules.format(quantity).full,
          color: color("color", of: child.block, in: child.scope) ?? styles.label.color))
    }
    return bars.isEmpty ? nil : .bars(bars)
  }

  private mutating func timeline(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    var events: [Chart.Event] = []
    for child in childSites("content", of: site) where child.block.kind == .event {
      guard let start = date("date", of: child) else { continue }
      let end = date("end", of: child)
      events.append(
        Chart.Event(
          start: start, end: end,
          formattedDate: end.map { renderer.rules.format(start, to: $0) }
            ?? renderer.rules.format(start),
          title: plain("event", of: child.block, in: child.scope),
          detail: plain("detail", of: child.block, in: child.scope),
          color: color("color", of: child.block, in: child.scope) ?? styles.label.color,
          isAward: holds("award", of: child.block, in: child.scope)))
    }
    let sorted = events.enumerated().sorted { a, b in
      a.element.start != b.element.start
        ? a.element.start < b.element.start : a.offset < b.offset
    }.map(\.element)
    return sorted.isEmpty ? nil : .timeline(sorted)
  }

  private func date(_ name: String, of site: BlockSite) -> PartialDate? {
    switch value(name, of: site.block, in: site.scope) {
    case .date(let date): date
    case .number(let number, _): PartialDate(year: Int(number.doubleValue))
    default: nil
    }
  }

  private mutating func diagram(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    var diagram = Chart.ModelDiagram(actors: [], programmes: [])
    for child in childSites("content", of: site) {
      let color = color("color", of: child.block, in: child.scope) ?? styles.label.color
      switch child.block.kind {
      case .actor:
        diagram.actors.append(
          Chart.Member(
            name: plain("actor", of: child.block, in: child.scope),
            detail: plain("detail", of: child.block, in: child.scope), color: color))
      case .programme:
        diagram.programmes.append(
          Chart.Member(
            name: plain("programme", of: child.block, in: child.scope),
            detail: plain("detail", of: child.block, in: child.scope), color: color,
            texture: Ornament.Texture(
              rawValue: plain("texture", of: child.block, in: child.scope))))
      default: continue
      }
    }
    return diagram.actors.isEmpty && diagram.programmes.isEmpty ? nil : .modelDiagram(diagram)
  }

  private mutating func locator(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    let block = site.block
    guard case .record(let record) = value("locator", of: block, in: site.scope),
      let place = place(record)
    else { return nil }
    var others: [Chart.Locator.Place] = []
    if case .list(let items) = value("others", of: block, in: site.scope) {
      for case .record(let item) in items {
        var other = self.place(item)
        if other == nil,
          case .record(let inner) = renderer.evaluator.model.field("place", of: item)
        {
          other = self.place(inner)
        }
        if let other, other != place { others.append(other) }
      }
    }
    return .locator(
      Chart.Locator(
        place: place, name: plain("name", of: block, in: site.scope), others: others,
        color: color("color", of: block, in: site.scope) ?? styles.label.color, scaleLabel: "2 km"))
  }

  private func place(_ record: Record) -> Chart.Locator.Place? {
    guard case .number(let latitude, _) = renderer.evaluator.model.field("latitude", of: record),
      case .number(let longitude, _) = renderer.evaluator.model.field("longitude", of: record)
    else { return nil }
    return Chart.Locator.Place(
      latitude: latitude.doubleValue, longitude: longitude.doubleValue)
  }
}
