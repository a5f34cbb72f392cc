import PDFReading

/// Where links and bookmarks lead (ISO 32000-1, 12.3.2, 12.6.4).
struct LinkTargets {
  private let document: PDFDocument
  private let pages: [PDFReference: Int]
  private var named: [[UInt8]: PDFObject] = [:]

  /// Reads the names of a document; `pages` are the numbers of its pages, from 1.
  init(_ document: PDFDocument, pages: [PDFReference: Int]) {
    self.document = document
    self.pages = pages
    let names = document.entry("Names", of: document.catalogue).dictionary
    for (key, value) in NameTree.entries(of: names?["Dests"], key: "Names", in: document) {
      if let name = key.string { named[name] = value }
    }
    for (name, value) in document.entry("Dests", of: document.catalogue).dictionary ?? [:] {
      named[Array(name.utf8)] = value
    }
  }

  /// An address, `page 5`, or “nowhere”, of an annotation or an outline item.
  func description(of entries: PDFDictionary) -> String {
    if let target = entries["Dest"] { return place(target) }
    let action = document.entry("A", of: entries).dictionary
    switch document.entry("S", of: action).name {
    case "URI": return SpokenText.trimmed(document.entry("URI", of: action).text ?? "nowhere")
    case "GoTo": return place(action?["D"])
    case let kind?: return "action \(SpokenText.trimmed(kind))"
    case nil: return "nowhere"
    }
  }

  private func place(_ target: PDFObject?) -> String {
    var object = document.resolve(target)
    if let name = object.string ?? object.name.map({ Array($0.utf8) }) {
      object = document.resolve(named[name])
    }
    let array = object.array ?? document.entry("D", of: object.dictionary).array
    guard let page = array?.first?.reference.flatMap({ pages[$0] }) else { return "nowhere" }
    return "page \(page)"
  }
}

/// Name trees and number trees (ISO 32000-1, 7.9.6, 7.9.7).
enum NameTree {
  /// The keys with their values, in order; `key` is `Names` or `Nums`.
  static func entries(
    of root: PDFObject?, key: String, in document: PDFDocument, limit: Int = 200_000
  ) -> [(PDFObject, PDFObject)] {
    var found: [(PDFObject, PDFObject)] = []
    var open = [root ?? .null]
    var seen = Set<PDFReference>()
    while let node = open.popLast(), found.count < limit {
      if let reference = node.reference, !seen.insert(reference).inserted { continue }
      let entries = document.resolve(node).dictionary
      let pairs = document.entry(key, of: entries).array ?? []
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        found.append((document.resolve(pairs[index]), pairs[index + 1]))
      }
      let kids = document.entry("Kids", of: entries).array ?? []
      if seen.count + open.count < limit { open.append(contentsOf: kids.reversed()) }
    }
    return found
  }
}
