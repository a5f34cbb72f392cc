import Design
import Diagnostics
import Geometry
import Languages
import SourceFiles

/// Page, masters, frames and sections.
extension LayoutReading {
  static let paper: [String: Size] = [
    "A3": Size(width: 297 * 72 / 25.4, height: 420 * 72 / 25.4),
    "A4": Size(width: 210 * 72 / 25.4, height: 297 * 72 / 25.4),
    "A5": Size(width: 148 * 72 / 25.4, height: 210 * 72 / 25.4),
    "A6": Size(width: 105 * 72 / 25.4, height: 148 * 72 / 25.4),
    "letter": Size(width: 612, height: 792),
  ]

  /// The formats that a publication can be written in.
  static let formats = ["pdf", "svg", "png", "md", "csv"]
  /// The pages of a double page.
  static let sides = ["both", "left", "right"]

  mutating func page(_ node: SourceNode) -> PageGeometry? {
    let fields = fields(
      node,
      known: ["size", "bleed", "margins", "columns", "gutter", "baseline", "facing"],
      what: "the page")
    guard let sizeNode = fields["size"], let size = pageSize(sizeNode) else {
      if fields["size"] == nil {
        report(
          "layout.missing-key", "the page has no “size”", at: node.location,
          hints: ["for example size: A4"])
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
    columns = page.columns
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
    let sides = ["width", "height"].map { fields[$0].flatMap { absoluteLength($0) } }
    guard let width = sides[0], let height = sides[1], (10...14_400).contains(width),
      (10...14_400).contains(height)
    else {
      if node.mapping != nil {
        report(
          "layout.wrong-type", "the page needs a width and a height from 10pt to 14400pt",
          at: node.location, hints: ["for example { width: 210mm, height: 297mm }"])
      }
      return nil
    }
    return Size(width: width, height: height)
  }

  mutating func iteration(_ node: SourceNode) -> Iteration? {
    let fields = fields(node, known: ["each", "as", "where"], what: "“for”")
    guard let each = fields["each"], let variable = fields["as"] else {
      if node.mapping != nil {
        report(
          "layout.missing-key", "“for” needs “each” and “as”", at: node.location,
          hints: ["for example { each: projects, as: project }"])
      }
      return nil
    }
    let lists = (each.sequence ?? [each]).compactMap { expression($0) }
    let condition = fields["where"].flatMap { expression($0) }
    return name(variable).map {
      Iteration(lists: lists, variable: $0, condition: condition, location: node.location)
    }
  }

  mutating func formats(_ node: SourceNode) -> [String] {
    (node.sequence ?? [node]).compactMap {
      choice($0, among: Self.formats)
    }
  }

  /// Reads `[screen, print]`.
  mutating func editions(_ node: SourceNode) -> [PDFEdition] {
    let names = (node.sequence ?? [node]).compactMap {
      choice($0, among: PDFEdition.allCases.map(\.rawValue))
    }
    return PDFEdition.allCases.filter { names.contains($0.rawValue) }
  }

  /// Reads labels; a mapping whose keys are not languages is a group.
  mutating func labels(_ node: SourceNode, prefix: String, into table: inout LabelTable) {
    for entry in entries(node, wanted: "labels by name", example: "contents: { de: …, en: … }") {
      guard self.name(entry.key) != nil else { continue }
      let name = prefix + entry.name
      let isText =
        entry.value.text != nil
        || (entry.value.mapping ?? []).contains {
          LanguageTag($0.name).map(languages.accept) == true
        }
      if isText {
        table.entries[name] = template(entry.value)
      } else if prefix.split(separator: ".").count < 3 {
        labels(entry.value, prefix: name + ".", into: &table)
      } else {
        wrongType(entry.value, wanted: "text by language", example: "{ de: …, en: … }")
      }
    }
  }

  mutating func component(_ node: SourceNode) -> ComponentTemplate {
    let fields = fields(node, known: ["parameters", "content", "description"], what: "a component")
    var parameters: [ComponentTemplate.Parameter] = []
    for entry in entries(
      fields["parameters"], wanted: "parameters with their types", example: "{ metric: metric }")
    {
      guard let name = name(entry.key),
        let type = text(entry.value, wanted: "the parameter's type")
      else { continue }
      parameters.append(.init(name: name, type: type, location: entry.value.location))
    }
    if fields["content"] == nil, node.mapping != nil {
      report(
        "layout.missing-key", "a component needs “content”", at: node.location,
        hints: ["list its blocks there"])
    }
    let blocks = fields["content"].map { content($0, inside: nil) } ?? []
    return ComponentTemplate(parameters: parameters, content: blocks, location: node.location)
  }

  mutating func sections(_ node: SourceNode, masters: Set<String>) -> [SectionTemplate] {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of pages", example: "- page: cover")
      return []
    }
    return deeper("pages", at: node) { reading in
      items.compactMap { reading.section($0, masters: masters) }
    }
  }

  private mutating func section(_ node: SourceNode, masters: Set<String>) -> SectionTemplate? {
    let first = node.mapping?.first
    let known: [String]
    switch first?.name {
    case "page":
      known = ["page", "master", "background", "starts-on", "language", "if", "frames"]
    case "flow":
      known = ["flow", "master", "background", "starts-on", "page-count", "if", "content"]
    case "each": known = ["each", "as", "where", "if", "pages"]
    default:
      guard let first else {
        wrongType(node, wanted: "a kind of pages", example: "page: …, flow: … or each: …")
        return nil
      }
      report(
        "layout.unknown-key", "pages begin with “page”, “flow” or “each”, not “\(first.name)”",
        at: first.key.location, hints: ["write that key first, even without a value"])
      return nil
    }
    let fields = fields(node, known: known, what: "“\(first?.name ?? "")”")
    var section: SectionTemplate
    if let each = fields["each"] {
      for key in ["as", "pages"] where fields[key] == nil {
        report(
          "layout.missing-key", "“each” needs “\(key)”", at: node.location,
          hints: ["for example each: programmes, as: programme, pages: […]"])
      }
      guard let list = expression(each), let name = fields["as"].flatMap({ name($0) }) else {
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
      if let node = fields["master"] { section.master = masterChoice(node, among: masters) }
    }
    section.background = fields["background"].flatMap { color($0) }
    if let n = fields["starts-on"], let v = choice(n, among: Self.sides) {
      section.startsOn = v
    }
    section.pageCount = fields["page-count"].flatMap { integer($0, in: 1...5000) }
    section.condition = fields["if"].flatMap { expression($0) }
    section.language = fields["language"].flatMap { language($0) }
    return section
  }

  /// The pages of a section that can have a master of their own.
  static let masterKeys = ["first", "left", "right", "other"]

  /// Reads `text`, or `{ first: opener, left: text-left, right: text-right }`.
  private mutating func masterChoice(
    _ node: SourceNode, among masters: Set<String>
  ) -> MasterChoice {
    guard node.mapping != nil else { return MasterChoice(masterName(node, among: masters) ?? "") }
    let fields = fields(node, known: Self.masterKeys, what: "“master”")
    let names = Self.masterKeys.map { fields[$0].flatMap { masterName($0, among: masters) } }
    return MasterChoice(names[3] ?? "", first: names[0], left: names[1], right: names[2])
  }

  private mutating func masterName(_ node: SourceNode, among masters: Set<String>) -> String? {
    guard let name = text(node, wanted: "the name of a master") else { return nil }
    if !masters.contains(name) {
      report(
        "layout.unknown-master", "there is no page master “\(name)”", at: node.location,
        hints: Suggestion.hint(for: name, among: masters))
    }
    return name
  }
}
