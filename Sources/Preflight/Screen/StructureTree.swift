import PDFReading

/// The structure tree of a file, read without recursion (ISO 32000-1, 14.7).
struct StructureTree {
  struct Element {
    var reference: PDFReference?
    var dictionary: PDFDictionary
    /// As written, and as the role map says.
    var type: String
    var role: String
    var parent: Int?
    var depth: Int
    /// The page on which it stands, as far as it says.
    var page: PDFReference?
  }

  /// One sequence of marked content: the page or form that paints it, and its number.
  struct Mark: Hashable {
    var owner: PDFReference
    var number: Int
  }

  let root: PDFDictionary?
  /// In reading order.
  private(set) var elements: [Element] = []
  /// By which elements marks are owned.
  private(set) var owners: [Mark: [Int]] = [:]
  /// By which elements annotations are owned.
  private(set) var objects: [PDFReference: [Int]] = [:]
  private(set) var parents: [Int: PDFObject] = [:]
  private(set) var isCyclic = false
  private static let elementLimit = 2_000_000

  init(_ document: PDFDocument) {
    root = document.resolve(document.catalogue["StructTreeRoot"]).dictionary
    guard let root else { return }
    readParents(document, root["ParentTree"])
    let roles = document.resolve(root["RoleMap"]).dictionary ?? [:]
    var seen = Set<PDFReference>()
    var open: [(kid: PDFObject, parent: Int?)] = [(root["K"] ?? .null, nil)]
    while let (kid, parent) = open.popLast(), elements.count < Self.elementLimit {
      let object = document.resolve(kid)
      if let number = object.integer {
        if let parent, let page = elements[parent].page {
          own(Mark(owner: page, number: number), parent)
        }
        continue
      }
      if let kids = object.array {
        open.append(contentsOf: kids.reversed().map { ($0, parent) })
        continue
      }
      guard let entries = object.dictionary else { continue }
      if reads(entries, parent: parent, document) { continue }
      if let reference = kid.reference, !seen.insert(reference).inserted {
        isCyclic = true
        continue
      }
      let type = document.entry("S", of: entries).name ?? ""
      let depth = parent.map { elements[$0].depth + 1 } ?? 0
      elements.append(
        Element(
          reference: kid.reference, dictionary: entries, type: type,
          role: Self.role(type, roles, document), parent: parent, depth: depth,
          page: entries["Pg"]?.reference ?? parent.flatMap { elements[$0].page }))
      if let kids = entries["K"] { open.append((kids, elements.count - 1)) }
    }
  }

  /// Whether a kid is a reference to marked content or to an object.
  private mutating func reads(_ entries: PDFDictionary, parent: Int?, _ document: PDFDocument)
    -> Bool
  {
    let type = document.entry("Type", of: entries).name
    guard type == "MCR" || type == "OBJR" else { return false }
    guard let parent else { return true }
    if type == "OBJR" {
      if let object = entries["Obj"]?.reference { objects[object, default: []].append(parent) }
    } else if let owner = (entries["Stm"] ?? entries["Pg"])?.reference ?? elements[parent].page,
      let number = document.entry("MCID", of: entries).integer
    {
      own(Mark(owner: owner, number: number), parent)
    }
    return true
  }

  private mutating func own(_ mark: Mark, _ element: Int) {
    owners[mark, default: []].append(element)
  }

  private static func role(_ type: String, _ roles: PDFDictionary, _ document: PDFDocument)
    -> String
  {
    var role = type
    for _ in 0..<16 {
      guard !StandardRoles.all.contains(role), let next = document.entry(role, of: roles).name
      else { break }
      role = next
    }
    return role
  }

  /// The number tree from marks back to elements (14.7.4.4).
  private mutating func readParents(_ document: PDFDocument, _ node: PDFObject?) {
    var open = [node ?? .null]
    var seen = Set<PDFReference>()
    while let node = open.popLast() {
      if let reference = node.reference, !seen.insert(reference).inserted { continue }
      let entries = document.resolve(node).dictionary
      let numbers = document.resolve(entries?["Nums"]).array ?? []
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        if let key = document.resolve(numbers[index]).integer { parents[key] = numbers[index + 1] }
      }
      open.append(contentsOf: document.resolve(entries?["Kids"]).array ?? [])
    }
  }
}

/// The standard structure types of PDF 1.7 (14.8.4).
enum StandardRoles {
  static let all: Set = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
  ]
}
