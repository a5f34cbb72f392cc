import Foundation
import Testing

/// A finished PDF as qpdf takes it apart.
struct PDFDocument {
  /// One entry of the outline.
  struct OutlineEntry {
    var title: String
    var level: Int
    /// From 1; nil where it leads nowhere.
    var page: Int?
  }

  let pageCount: Int
  let outline: [OutlineEntry]
  private let objects: [String: Any]
  private let pages: [[String: Any]]

  init(_ path: String) throws {
    let json = try Program.tool("qpdf").text("--json=2", path)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    pages = try #require(root["pages"] as? [[String: Any]])
    pageCount = pages.count
    let parts = try #require(root["qpdf"] as? [[String: Any]])
    objects = try #require(parts.last)
    outline = Self.entries(root["outlines"], level: 1)
  }

  private static func entries(_ value: Any?, level: Int) -> [OutlineEntry] {
    (value as? [[String: Any]] ?? []).flatMap { entry in
      [
        OutlineEntry(
          title: entry["title"] as? String ?? "", level: level,
          page: entry["destpageposfrom1"] as? Int)
      ] + entries(entry["kids"], level: level + 1)
    }
  }

  /// The value that a reference such as `12 0 R` stands for, or the value itself.
  private func resolved(_ value: Any?) -> Any? {
    guard let name = value as? String, name.hasSuffix(" 0 R"),
      let object = objects["obj:\(name)"] as? [String: Any]
    else { return value }
    return object["value"] ?? (object["stream"] as? [String: Any])?["dict"]
  }

  private func dictionary(_ value: Any?) -> [String: Any] {
    resolved(value) as? [String: Any] ?? [:]
  }

  /// The text of a string object, without qpdf's mark of its encoding.
  private func text(_ value: Any?) -> String {
    let text = resolved(value) as? String ?? ""
    return text.hasPrefix("u:") ? String(text.dropFirst(2)) : text
  }

  private var trailer: [String: Any] {
    dictionary((objects["trailer"] as? [String: Any])?["value"])
  }
  private var catalogue: [String: Any] { dictionary(trailer["/Root"]) }

  /// An entry of the document information: `Title`, `Author`.
  func information(_ name: String) -> String { text(dictionary(trailer["/Info"])["/" + name]) }

  /// The language of the catalogue.
  var language: String { text(catalogue["/Lang"]) }

  /// The labels of the pages, of the decimal style.
  var pageLabels: [String] {
    pages.enumerated().map { index, page in
      let label = page["label"] as? [String: Any] ?? [:]
      let number = label["/St"] as? Int ?? index + 1
      return text(label["/P"]) + (label["/S"] as? String == "/D" ? String(number) : "")
    }
  }

  /// The names that links may lead to.
  var destinations: Set<String> {
    var names = Set<String>()
    func walk(_ node: [String: Any]) {
      let pairs = resolved(node["/Names"]) as? [Any] ?? []
      for index in stride(from: 0, to: pairs.count, by: 2) { names.insert(text(pairs[index])) }
      for kid in resolved(node["/Kids"]) as? [Any] ?? [] { walk(dictionary(kid)) }
    }
    walk(dictionary(dictionary(catalogue["/Names"])["/Dests"]))
    return names
  }

  /// Where the links lead: names within the file, and addresses.
  var links: (names: [String], addresses: [String]) {
    var names: [String] = []
    var addresses: [String] = []
    for page in pages {
      let annotations = resolved(dictionary(page["object"])["/Annots"]) as? [Any] ?? []
      for annotation in annotations.map(dictionary) {
        guard annotation["/Subtype"] as? String == "/Link" else { continue }
        let action = dictionary(annotation["/A"])
        if annotation["/Dest"] != nil {
          names.append(text(annotation["/Dest"]))
        } else if action["/S"] as? String == "/URI" {
          addresses.append(text(action["/URI"]))
        } else if action["/S"] as? String == "/GoToR" || action["/S"] as? String == "/Launch" {
          addresses.append(text(action["/F"]))
        } else {
          names.append(text(action["/D"]))
        }
      }
    }
    return (names, addresses)
  }
}
