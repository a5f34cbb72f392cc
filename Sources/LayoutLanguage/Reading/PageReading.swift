import Design
import Diagnostics
import Geometry
import Languages
import SourceFiles

/// Page, masters, frames and sections.
extension LayoutReading {
  private static let paper: [String: Size] = [
    "A3": Size(width: 297 * 72 / 25.4, height: 420 * 72 / 25.4),
    "A4": Size(width: 210 * 72 / 25.4, height: 297 * 72 / 25.4),
    "A5": Size(width: 148 * 72 / 25.4, height: 210 * 72 / 25.4),
    "A6": Size(width: 105 * 72 / 25.4, height: 148 * 72 / 25.4),
    "letter": Size(width: 612, height: 792),
  ]

  mutating func page(_ node: SourceNode) -> PageGeometry? {
    let fields = fields(
      node,
      known: ["size", "bleed", "margins", "columns", "gutter", "baseline", "facing"],
      what: "the page")
    guard let sizeNode = fields["size"], let size = pageSize(sizeNode) else {
      if fields["size"] == nil {
        report("layout.missing-key", "the page has no “size”", at: node.location)
      }
      return nil
    }
    var margins = Edges(all: 0)
    if let node = fields["margins"] {
      let m = self.fields(node, known: ["top", "bottom", "inner", "outer"], what: "the margins")
      margins.top = m["top"].flatMap { absoluteLength($0) } ?? 0
      margins.bottom = m["bottom"].flatMap { absoluteLength($0) } ?? 0
      margins.left = m["inner"].flatMap { absoluteLength($0) } ?? 0
      margins.right = m["outer"].flatMap { absoluteLength($0) } ?? 0
    }
    var page = PageGeometry(size: size, margins: margins)
    if let node = fields["bleed"], let v = absoluteLength(node) { page.bleed = v }
    if let node = fields["columns"], let v = integer(node, in: 1...100) { page.columns = v }
    if let node = fields["gutter"], let v = absoluteLength(node) { page.gutter = v }
    if let node = fields["baseline"], let v = absoluteLength(node), v > 0 { page.baseline = v }
    if let node = fields["facing"], let v = flag(node) { page.facing = v }
    if page.columnWidth <= 0 || page.typeArea(isLeft: false).height <= 0 {
      report(
        "layout.no-room", "margins and gutters leave no room on the page", at: node.location,
        hints: ["make margins, gutter or the number of columns smaller"])
    }
    return page
  }

  private mutating func pageSize(_ node: SourceNode) -> Size? {
    if let name = node.text {
      if let size = Self.paper[name] { return size }
      report(
        "layout.unknown-choice", "“\(name)” is not a paper size", at: node.location,
        hints: Suggestion.hint(for: name, among: Self.paper.keys) + ["or give width and height"])
      return nil
    }
    let fields = fields(node, known: ["width", "height"], what: "the size")
    guard let w = fields["width"].flatMap({ absoluteLength($0) }),
      let h = fields["height"].flatMap({ absoluteLength($0) }), w >= 10, h >= 10, w <= 14_400,
      h <= 14_400
    else {
      report(
        "layout.wrong-type", "the page needs a width and a height from 10pt to 14400pt",
        at: node.location)
      return nil
    }
    return Size(width: w, height: h)
  }

  mutating func iteration(_ node: SourceNode) -> Iteration? {
    let fields = fields(node, known: ["each", "as", "where"], what: "“for”")
    guard let each = fields["each"], let name = fields["as"].flatMap({ text($0, wanted: "a name") })
    else {
      report("layout.missing-key", "“for” needs “each” and “as”", at: node.location)
      return nil
    }
    let lists = (each.sequence ?? [each]).compactMap { expression($0) }
    return Iteration(
      lists: lists, variable: name, condition: fields["where"].flatMap { expression($0) },
      location: node.location)
  }

  mutating func formats(_ node: SourceNode) -> [String] {
    (node.sequence ?? [node]).compactMap {
      choice($0, among: ["pdf", "svg", "png", "md", "csv"])
    }
  }

  /// Reads labels; a mapping whose keys are not languages is a group.
  mutating func labels(_ node: SourceNode, prefix: String, into table: inout LabelTable) {
    guard let mapping = node.mapping else {
      wrongType(node, wanted: "labels by name")
      return
    }
    for entry in mapping {
      let name = prefix + entry.name
      let isText =
        entry.value.text != nil
        || (entry.value.mapping ?? []).contains {
          LanguageTag($0.name).map(languages.contains) == true
        }
      if isText {
        table.entries[name] = template(entry.value)
      } else if prefix.split(separator: ".").count < 3 {
        labels(entry.value, prefix: name + ".", into: &table)
      } else {
        wrongType(entry.value, wanted: "text by language")
      }
    }
  }

  mutating func component(_ node: SourceNode) -> ComponentTemplate {
    let fields = fields(node, known: ["parameters", "content", "description"], what: "a component")
    var parameters: [ComponentTemplate.Parameter] = []
    for entry in fields["parameters"]?.mapping ?? [] {
      guard let type = text(entry.value, wanted: "the parameter's type") else { continue }
      parameters.append(.init(name: entry.name, type: type, location: entry.value.location))
    }
    let blocks = fields["content"].map { content($0, inside: nil) } ?? []
    return ComponentTemplate(parameters: parameters, content: blocks, location: node.location)
  }

  mutating func master(_ node: SourceNode) -> MasterTemplate {
    let fields = fields(node, known: ["background", "text-area", "frames"], what: "a page master")
    return MasterTemplate(
      background: fields["background"].flatMap { color($0) },
      textArea: fields["text-area"].flatMap { area($0) },
      frames: fields["frames"].map { frames($0) } ?? [], location: node.location)
  }

  private mutating func frames(_ node: SourceNode) -> [FrameTemplate] {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of frames")
      return []
    }
    return items.compactMap { frame($0) }
  }

  private mutating func frame(_ node: SourceNode) -> FrameTemplate? {
    let fields = fields(
      node, known: ["frame", "align", "side", "if", "content"], what: "a frame")
    guard let areaNode = fields["frame"], let area = area(areaNode) else {
      if fields["frame"] == nil {
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
    if let n = fields["side"], let v = choice(n, among: PageSide.names) { frame.side = v }
    frame.condition = fields["if"].flatMap { expression($0) }
    return frame
  }

  private enum PageSide { static let names = ["both", "left", "right"] }

  /// Reads `{ columns: 3-12, top: 40mm, height: 3 lines }`.
  mutating func area(_ node: SourceNode) -> AreaTemplate? {
    let known = [
      "columns", "span", "to-bleed-from", "from-bleed-to", "outer-edge", "top", "bottom", "height",
    ]
    let fields = fields(node, known: known, what: "an area")
    var horizontal: FrameArea.Horizontal = .page
    if let n = fields["columns"] {
      let ends = (n.text ?? "").split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1,
        first <= last, last <= 100
      else {
        wrongType(n, wanted: "columns such as 3-12")
        return nil
      }
      horizontal = .columns(first, last)
    } else if let n = fields["to-bleed-from"], let column = integer(n, in: 1...100) {
      horizontal = .columnToBleed(column)
    } else if let n = fields["from-bleed-to"], let column = integer(n, in: 1...100) {
      horizontal = .bleedToColumn(column)
    } else if let n = fields["outer-edge"], let width = absoluteLength(n) {
      horizontal = .outerEdge(width)
    } else if let n = fields["span"], let span = choice(n, among: ["page", "bleed"]) {
      horizontal = span == "page" ? .page : .bleed
    }
    var area = AreaTemplate(horizontal: horizontal)
    area.top = fields["top"].flatMap { length($0) }
    area.bottom = fields["bottom"].flatMap { length($0) }
    area.height = fields["height"].flatMap { length($0) }
    return area
  }

  mutating func sections(_ node: SourceNode, masters: Set<String>) -> [SectionTemplate] {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of pages")
      return []
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { return [] }
    return items.compactMap { section($0, masters: masters) }
  }

  private mutating func section(_ node: SourceNode, masters: Set<String>) -> SectionTemplate? {
    let first = node.mapping?.first
    let known: [String]
    switch first?.name {
    case "page": known = ["page", "master", "background", "starts-on", "if", "frames"]
    case "flow":
      known = ["flow", "master", "background", "starts-on", "page-count", "if", "content"]
    case "each": known = ["each", "as", "where", "if", "pages"]
    default:
      report(
        "layout.unknown-key", "pages begin with “page”, “flow” or “each”", at: node.location)
      return nil
    }
    let fields = fields(node, known: known, what: "“\(first?.name ?? "")”")
    var section: SectionTemplate
    if let each = fields["each"] {
      guard let list = expression(each),
        let name = fields["as"].flatMap({ text($0, wanted: "a name") })
      else {
        if fields["as"] == nil {
          report("layout.missing-key", "“each” needs “as”", at: node.location)
        }
        return nil
      }
      let inner = fields["pages"].map { sections($0, masters: masters) } ?? []
      section = SectionTemplate(
        kind: .each(
          .expression(list), variable: name, condition: fields["where"].flatMap { expression($0) },
          inner),
        master: "", location: node.location)
    } else {
      let kind: SectionTemplate.Kind =
        first?.name == "flow"
        ? .flow(fields["content"].map { content($0, inside: nil) } ?? [])
        : .fixed(fields["frames"].map { frames($0) } ?? [])
      section = SectionTemplate(kind: kind, master: "", location: node.location)
      if let n = fields["master"], let name = text(n, wanted: "the name of a master") {
        section.master = name
        if !masters.contains(name) {
          report(
            "layout.unknown-master", "there is no page master “\(name)”", at: n.location,
            hints: Suggestion.hint(for: name, among: masters))
        }
      }
    }
    section.background = fields["background"].flatMap { color($0) }
    if let n = fields["starts-on"], let v = choice(n, among: PageSide.names) {
      section.startsOn = v
    }
    section.pageCount = fields["page-count"].flatMap { integer($0, in: 1...5000) }
    section.condition = fields["if"].flatMap { expression($0) }
    return section
  }
}
