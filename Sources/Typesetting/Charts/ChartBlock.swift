package import Diagnostics
package import DisplayList
package import DocumentTree
import Geometry
package import Languages

/// A graphic drawn from data: one figure of the structure tree, its text included.
package struct ChartBlock: Block {
  /// What is drawn, with its styles and the height it wants.
  package let chart: Chart
  /// The language of its texts, and where the layout asks for it.
  package let language: LanguageTag
  package let location: SourceLocation
  package let spacing: BlockSpacing
  /// The figure's structure element; every item of the chart carries it.
  package let mark: ContentMark

  package init(
    chart: Chart, language: LanguageTag, location: SourceLocation, spacing: BlockSpacing,
    mark: ContentMark
  ) {
    self.chart = chart
    self.language = language
    self.location = location
    self.spacing = spacing
    self.mark = mark
  }

  package func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    // A graphic has measures of its own: its texts do not give way with those around it.
    try context.withAdjustment(nil) { () throws(Diagnostic) in
      try drawn(into: region, resumingAt: token, in: context)
    }
  }

  private func drawn(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let text = ChartText(context: context, language: language, location: location, mark: mark)
    // Layouts may squeeze a region to nothing; texts then report what they lack.
    let width = max(region.width, 1)
    // A wish from a layout file may be anything.
    let height = chart.height.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    switch chart.kind {
    case .bars(let bars):
      guard token == nil, !bars.isEmpty else { return .empty }
      let bars = BarsChart(bars: bars, styles: chart.styles, text: text)
      return fit(try bars.drawing(width: width, height: height), into: region)
    case .timeline(let events):
      guard !events.isEmpty else { return .empty }
      return try fit(events, into: region, resumingAt: token, width, height, text)
    case .modelDiagram(let model):
      guard token == nil, !model.actors.isEmpty || !model.programmes.isEmpty else { return .empty }
      let diagram = ModelDiagramChart(model: model, styles: chart.styles, text: text)
      return fit(try diagram.drawing(width: width, height: height), into: region)
    case .locator(let locator):
      guard token == nil else { return .empty }
      let map = LocatorChart(locator: locator, styles: chart.styles, text: text)
      return fit(try map.drawing(width: width, height: height), into: region)
    }
  }

  /// A drawing stands whole; over the edge where no region could hold it.
  private func fit(_ drawing: ChartDrawing, into region: Region) -> Fit {
    guard drawing.size.height > region.remaining + 0.01, !region.isFresh else {
      return .whole(drawing.fragment)
    }
    let (needed, left) = (drawing.size.height, region.remaining)
    return .nothing(
      BreakReason(
        "the chart is \(Int(needed.rounded(.up))) pt high and \(Int(left)) pt are left"))
  }

  /// Wide regions show time as an axis, narrow ones as a list that goes on in the next region.
  private func fit(
    _ events: [Chart.Event], into region: Region, resumingAt token: BreakToken?,
    _ width: Double, _ height: Double?, _ text: ChartText
  ) throws(Diagnostic) -> Fit {
    let wantsAxis = chart.axis.map { $0 == .horizontal } ?? (width >= AxisTimeline.leastWidth)
    if token == nil, wantsAxis {
      let axis = AxisTimeline(events: events, styles: chart.styles, text: text)
      let drawing = try axis.drawing(width: width, height: height)
      // An axis that no region holds becomes a list, which can be broken.
      if let drawing, drawing.size.height <= region.full + 0.01 {
        return fit(drawing, into: region)
      }
    }
    let list = ListTimeline(events: events, styles: chart.styles, text: text)
    return try list.fit(into: region, from: token?.index ?? 0, height: height)
  }
}
