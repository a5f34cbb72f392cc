import PDFReading

/// Reads the structure tree of a file (ISO 32000-1, 14.7).
struct StructureReading {
  /// The children of the root.
  private(set) var elements: [TaggedElement] = []
  /// What was seen that no sound file has.
  private(set) var faults: [String] = []

  private let document: PDFDocument
  private let pages: [PDFReference: Int]
  private let readings: [PageReading]
  private let targets: LinkTargets
  private let roles: PDFDictionary
  /// The elements on the way to the one that is read, and how many were read.
  private var seen = Set<PDFReference>()
  private var count = 0
  /// The marks that elements hold, by page.
  private(set) var held: [Set<Int>]

  private static let depth = 150
  private static let limit = 1_000_000

  init(
    _ document: PDFDocument, pages: [PDFReference: Int], readings: [PageReading],
    targets: LinkTargets
  ) {
    self.document = document
    self.pages = pages
    self.readings = readings
    self.targets = targets
    held = Array(repeating: [], count: readings.count)
    let root = document.entry("StructTreeRoot", of: document.catalogue).dictionary
    roles = document.entry("RoleMap", of: root).dictionary ?? [:]
    var holder = TaggedElement(type: "Root")
    read(root?["K"], into: &holder, page: nil, depth: 0)
    for case .element(let element) in holder.contents { elements.append(element) }
  }

  private mutating func fault(_ sentence: String) {
    if faults.count < 20, !faults.contains(sentence) { faults.append(sentence) }
  }

  /// Adds what a `K` entry holds: an element, a mark, an object, or an array of them.
  private mutating func read(
    _ object: PDFObject?, into element: inout TaggedElement, page: Int?, depth: Int
  ) {
    guard let object else { return }
    count += 1
    guard depth < Self.depth, count < Self.limit else {
      return fault("the structure is deeper or larger than any real one; the rest was not read")
    }
    switch document.resolve(object) {
    case .integer(let mark): add(mark, on: page, to: &element)
    case .array(let members):
      for member in members { read(member, into: &element, page: page, depth: depth + 1) }
    case .dictionary(let entries):
      let own = entries["Pg"]?.reference.flatMap { pages[$0] } ?? page
      switch document.entry("Type", of: entries).name {
      case "MCR": add(document.entry("MCID", of: entries).integer ?? -1, on: own, to: &element)
      case "OBJR":
        let annotation = document.entry("Obj", of: entries).dictionary ?? [:]
        if document.entry("Subtype", of: annotation).name == "Link" {
          let target = targets.description(of: annotation)
          if !element.targets.contains(target) { element.targets.append(target) }
          if let title = text("Contents", annotation), !element.titles.contains(title) {
            element.titles.append(title)
          }
        }
        element.page = element.page ?? own
      default:
        if let reference = object.reference, !seen.insert(reference).inserted {
          return fault("object \(reference.number) stands in the structure twice")
        }
        let child = self.element(entries, page: own, depth: depth)
        element.page = element.page ?? child.page
        element.contents.append(.element(child))
      }
    default: fault("the structure holds something that is no element")
    }
  }

  private mutating func add(_ mark: Int, on page: Int?, to element: inout TaggedElement) {
    guard let page, readings.indices.contains(page - 1) else {
      return fault("a mark of the structure is on no page")
    }
    guard let text = readings[page - 1].texts[mark] else {
      // A drawing has a mark without a text.
      held[page - 1].insert(mark)
      element.page = element.page ?? page
      return
    }
    if !held[page - 1].insert(mark).inserted {
      fault("page \(page): mark \(mark) belongs to several elements")
    }
    element.page = element.page ?? page
    element.contents.append(.text(text, page: page))
  }

  private mutating func element(_ entries: PDFDictionary, page: Int?, depth: Int) -> TaggedElement {
    let own = document.entry("S", of: entries).name ?? "?"
    var type = own
    var steps = 0
    while let role = document.entry(type, of: roles).name, role != type, steps < 16 {
      (type, steps) = (role, steps + 1)
    }
    var element = TaggedElement(type: SpokenText.trimmed(type))
    if own != type { element.ownType = SpokenText.trimmed(own) }
    element.language = text("Lang", entries)
    element.identifier = text("ID", entries)
    if let alternative = text("Alt", entries) {
      element.replacement = .alternative(alternative)
    } else if let actual = text("ActualText", entries) {
      element.replacement = .actual(actual)
    }
    readAttributes(entries["A"], into: &element)
    read(entries["K"], into: &element, page: page, depth: depth + 1)
    return element
  }

  private func text(_ key: String, _ entries: PDFDictionary) -> String? {
    document.entry(key, of: entries).text.map(SpokenText.trimmed)
  }

  /// The attributes of cells and lists (14.8.5.5, 14.8.5.7).
  private func readAttributes(_ object: PDFObject?, into element: inout TaggedElement) {
    let value = document.resolve(object)
    let lists =
      value.dictionary.map { [$0] } ?? document.members(of: value).compactMap(\.dictionary)
    for list in lists.prefix(16) {
      if let scope = document.entry("Scope", of: list).name {
        element.attributes.append("of the \(SpokenText.trimmed(scope).lowercased())")
      }
      let columns = document.entry("ColSpan", of: list).integer ?? 1
      let rows = document.entry("RowSpan", of: list).integer ?? 1
      if columns > 1 { element.attributes.append("\(columns) columns") }
      if rows > 1 { element.attributes.append("\(rows) rows") }
      if let numbering = document.entry("ListNumbering", of: list).name {
        element.attributes.append("numbering \(SpokenText.trimmed(numbering))")
      }
      element.headers += document.members(of: list["Headers"]).compactMap(\.text).prefix(100).map(
        SpokenText.trimmed)
    }
  }
}
