/// The simple properties of an XMP packet (ISO 16684-1), read without any entity but XML's own.
struct PacketReader {
  /// By namespace and name with a space between: the text of elements and the values of attributes
  /// directly below an `rdf:Description`.
  private(set) var properties: [String: String] = [:]
  /// Whether all elements are closed in their order.
  private(set) var isWellFormed = true

  private struct Element {
    var name: Substring
    var namespaces: [Substring: String]
    var key: String
    var text = ""
  }
  private var open: [Element] = []
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  init(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let start = rest.firstIndex(of: "<"), isWellFormed {
      if !open.isEmpty { open[open.count - 1].text += rest[..<start] }
      rest = rest[start...]
      if let comment = Self.skip(rest, "<!--", "-->") ?? Self.skip(rest, "<?", "?>") {
        rest = comment
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        isWellFormed = false
        break
      }
      tag(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    if !open.isEmpty { isWellFormed = false }
  }

  /// The value of a property; nil where there is none or it is blank.
  func value(_ namespace: String, _ name: String) -> String? {
    let text = properties["\(namespace) \(name)"].map {
      String($0.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    return text?.isEmpty == false ? text : nil
  }

  private static func skip(_ rest: Substring, _ start: String, _ end: String) -> Substring? {
    guard rest.hasPrefix(start) else { return nil }
    let pattern = Array(end)
    var index = rest.index(rest.startIndex, offsetBy: start.count)
    while index < rest.endIndex {
      if rest[index] == pattern[0], rest[index...].hasPrefix(end) {
        return rest[rest.index(index, offsetBy: end.count)...]
      }
      index = rest.index(after: index)
    }
    return ""
  }

  private mutating func tag(_ tag: Substring) {
    if tag.hasPrefix("/") {
      let name = tag.dropFirst().prefix { !$0.isWhitespace }
      guard let element = open.popLast(), element.name == name else {
        isWellFormed = false
        return
      }
      close(element)
      return
    }
    guard open.count < 64 else {
      isWellFormed = false
      return
    }
    let empty = tag.hasSuffix("/")
    let body = empty ? tag.dropLast() : tag
    let name = body.prefix { !$0.isWhitespace }
    let attributes = Self.attributes(body.dropFirst(name.count))
    var namespaces = open.last?.namespaces ?? [:]
    for (key, value) in attributes where key.hasPrefix("xmlns:") {
      namespaces[key.dropFirst(6)] = value
    }
    let element = Element(name: name, namespaces: namespaces, key: Self.key(name, namespaces))
    if element.key == "\(Self.rdf) Description" {
      for (key, value) in attributes where !key.hasPrefix("xmlns") {
        properties[Self.key(key, namespaces)] = value
      }
    }
    if empty { close(element) } else { open.append(element) }
  }

  private mutating func close(_ element: Element) {
    if open.last?.key == "\(Self.rdf) Description", open.count <= 4 {
      properties[element.key] = element.text
    } else if !open.isEmpty {
      open[open.count - 1].text += element.text
    }
  }

  private static func key(_ name: Substring, _ namespaces: [Substring: String]) -> String {
    guard let colon = name.firstIndex(of: ":") else { return " \(name)" }
    return "\(namespaces[name[..<colon]] ?? "") \(name[name.index(after: colon)...])"
  }

  private static func attributes(_ text: Substring) -> [(Substring, String)] {
    var rest = text
    var found: [(Substring, String)] = []
    while let equals = rest.firstIndex(of: "="), found.count < 256 {
      let name = rest[..<equals].drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
      let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'",
        let end = value.dropFirst().firstIndex(of: quote)
      else { break }
      found.append((name, String(value[value.index(after: value.startIndex)..<end])))
      rest = value[value.index(after: end)...]
    }
    return found
  }
}

/// The namespaces that checks ask for.
enum Namespace {
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let xmp = "http://ns.adobe.com/xap/1.0/"
  static let media = "http://ns.adobe.com/xap/1.0/mm/"
  static let pdf = "http://ns.adobe.com/pdf/1.3/"
  static let pdfx = "http://www.npes.org/pdfx/ns/id/"
  static let pdfa = "http://www.aiim.org/pdfa/ns/id/"
  static let pdfua = "http://www.aiim.org/pdfua/ns/id/"
}
