import Design
import Diagnostics
import SourceFiles

/// Masters, frames and their areas.
extension LayoutReading {
  mutating func master(_ node: SourceNode) -> MasterTemplate {
    let fields = fields(node, known: ["background", "text-area", "frames"], what: "a page master")
    return MasterTemplate(
      background: fields["background"].flatMap { color($0) },
      textArea: fields["text-area"].flatMap { area($0) },
      frames: fields["frames"].map { frames($0) } ?? [], location: node.location)
  }

  mutating func frames(_ node: SourceNode) -> [FrameTemplate] {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of frames", example: "- frame: { columns: 3-12 }")
      return []
    }
    return items.compactMap { frame($0) }
  }

  private mutating func frame(_ node: SourceNode) -> FrameTemplate? {
    let fields = fields(
      node, known: ["frame", "align", "side", "language", "fit", "if", "content"], what: "a frame")
    guard let areaNode = fields["frame"], let area = area(areaNode) else {
      if fields["frame"] == nil, node.mapping != nil {
        report(
          "layout.missing-key", "a frame needs “frame” with its area", at: node.location,
          hints: ["for example frame: { columns: 3-12, top: 40mm }"])
      }
      return nil
    }
    let blocks = fields["content"].map { content($0, inside: nil) } ?? []
    var frame = FrameTemplate(area: area, content: blocks, location: node.location)
    if let n = fields["align"], let v = choice(n, among: ["top", "middle", "bottom"]) {
      frame.alignment = v
    }
    if let n = fields["side"], let v = choice(n, among: Self.sides) { frame.side = v }
    frame.copyfit = fields["fit"].flatMap { copyfit($0) }
    frame.condition = fields["if"].flatMap { expression($0) }
    frame.language = fields["language"].flatMap { language($0) }
    return frame
  }

  /// Reads `{ columns: 3-12, top: 40mm, height: 3 lines }`.
  mutating func area(_ node: SourceNode) -> AreaTemplate? {
    let known = [
      "columns", "span", "to-bleed-from", "from-bleed-to", "outer-edge", "top", "bottom", "height",
    ]
    let fields = fields(node, known: known, what: "an area")
    let across = known.prefix(5).filter { fields[$0] != nil }
    if across.count > 1 {
      report(
        "layout.conflicting-keys",
        "an area has one of \(across.map { "“\($0)”" }.joined(separator: ", "))",
        at: node.location, hints: ["they all say where its left and right edges are; keep one"])
    }
    if fields["top"] != nil, fields["bottom"] != nil, fields["height"] != nil {
      report(
        "layout.conflicting-keys", "an area has two of “top”, “bottom”, “height”",
        at: node.location, hints: ["the third follows from them; delete it"])
    }
    guard let horizontal = horizontal(fields) else { return nil }
    var area = AreaTemplate(horizontal: horizontal)
    area.top = fields["top"].flatMap { offset($0) }
    area.bottom = fields["bottom"].flatMap { offset($0) }
    area.height = fields["height"].flatMap { length($0) }
    return area
  }

  /// The left and right edges of an area; the whole page where none are given.
  private mutating func horizontal(
    _ fields: [String: SourceNode]
  ) -> FrameArea.Horizontal? {
    if let node = fields["columns"] {
      let ends = (node.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0) ?? 0 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1,
        first <= last
      else {
        wrongType(node, wanted: "columns of the grid", example: "3-12")
        return nil
      }
      return column(last, node) == nil ? nil : .columns(first, last)
    }
    if let node = fields["to-bleed-from"] {
      return integer(node, in: 1...100).flatMap { column($0, node) }.map { .columnToBleed($0) }
    }
    if let node = fields["from-bleed-to"] {
      return integer(node, in: 1...100).flatMap { column($0, node) }.map { .bleedToColumn($0) }
    }
    if let node = fields["outer-edge"] {
      return absoluteLength(node).map { .outerEdge($0) }
    }
    if let node = fields["span"] {
      return choice(node, among: ["page", "bleed"]).map { $0 == "page" ? .page : .bleed }
    }
    return .page
  }

  /// The column, if the page's grid has it.
  private mutating func column(_ number: Int, _ node: SourceNode) -> Int? {
    guard let columns, number > columns else { return number }
    report(
      "layout.unknown-column", "the page has no column \(number)", at: node.location,
      hints: ["its grid has \(columns) columns; “columns” of “page” sets how many"])
    return nil
  }
}
