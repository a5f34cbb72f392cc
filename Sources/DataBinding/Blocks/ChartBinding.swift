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
    let label = style("label-style", of: site)
    let styles = Chart.Styles(
      label: label, value: style("value-style", of: site),
      note: style("note-style", of: site),
      lineColor: color("line-color", of: site)
        ?? PaletteColor(label.color.entry, tint: 0.3))
    let kind: Chart.Kind?
    let alternative: String
    switch block.kind {
    case .bars:
      kind = bars(site, styles)
      alternative = words("bars", of: site)
    case .timeline:
      kind = timeline(site, styles)
      alternative = words("timeline", of: site)
    case .diagram:
      kind = diagram(site, styles)
      alternative = words("diagram", of: site)
    default:
      kind = locator(site, styles)
      alternative = words("alt", of: site)
    }
    guard let kind else { return nil }
    var chart = Chart(
      kind: kind, alternativeText: self.alternative(alternative, of: site), styles: styles,
      height: length("height", of: block))
    chart.axis = choice("axis", of: block).flatMap(Chart.Axis.init(rawValue:))
    return node(.chart(chart), at: site)
  }

  private mutating func bars(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    var bars: [Chart.Bar] = []
    for child in childSites("content", of: site) where child.block.kind == .bar {
      let quantity: Quantity
      switch value("value", of: child) {
      case .number(let number, _): quantity = Quantity(value: number)
      case .record(let record):
        guard let fields = MetricFields(record, model: renderer.evaluator.model) else { continue }
        quantity = fields.quantity
      default: continue
      }
      bars.append(
        Chart.Bar(
          label: words("bar", of: child), quantity: quantity,
          formatted: renderer.rules.format(quantity).full,
          color: color("color", of: child) ?? styles.label.color))
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
          title: words("event", of: child),
          detail: words("detail", of: child),
          color: color("color", of: child) ?? styles.label.color,
          isAward: holds("award", of: child)))
    }
    let sorted = events.enumerated().sorted { a, b in
      a.element.start != b.element.start
        ? a.element.start < b.element.start : a.offset < b.offset
    }.map(\.element)
    return sorted.isEmpty ? nil : .timeline(sorted)
  }

  private func date(_ name: String, of site: BlockSite) -> PartialDate? {
    switch value(name, of: site) {
    case .date(let date): date
    case .number(let number, _) where number.fractionDigits == 0:
      (1...9999).contains(number.significand) ? PartialDate(year: Int(number.significand)) : nil
    default: nil
    }
  }

  private mutating func diagram(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    var diagram = Chart.ModelDiagram(actors: [], programmes: [])
    for child in childSites("content", of: site) {
      let color = color("color", of: child) ?? styles.label.color
      switch child.block.kind {
      case .actor:
        diagram.actors.append(
          Chart.Member(
            name: words("actor", of: child),
            detail: words("detail", of: child), color: color))
      case .programme:
        diagram.programmes.append(
          Chart.Member(
            name: words("programme", of: child),
            detail: words("detail", of: child), color: color,
            texture: texture(of: child)))
      default: continue
      }
    }
    return diagram.actors.isEmpty && diagram.programmes.isEmpty ? nil : .modelDiagram(diagram)
  }

  private mutating func locator(_ site: BlockSite, _ styles: Chart.Styles) -> Chart.Kind? {
    guard case .record(let record) = value("locator", of: site),
      let place = place(record)
    else { return nil }
    var others: [Chart.Locator.Place] = []
    // The dots around a place tell nothing of their records: one with errors only lacks its dot.
    var evaluator = renderer.evaluator
    evaluator.reads = ReadLog(model: evaluator.model)
    if case .expression(let list)? = site.block.arguments["others"],
      case .list(let items) = evaluator.evaluate(list, in: site.scope)
    {
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
        place: place, name: words("name", of: site), others: others,
        color: color("color", of: site) ?? styles.label.color, scaleLabel: "2 km"))
  }

  private func place(_ record: Record) -> Chart.Locator.Place? {
    guard case .number(let latitude, _) = renderer.evaluator.model.field("latitude", of: record),
      case .number(let longitude, _) = renderer.evaluator.model.field("longitude", of: record)
    else { return nil }
    return Chart.Locator.Place(
      latitude: latitude.doubleValue, longitude: longitude.doubleValue)
  }
}
