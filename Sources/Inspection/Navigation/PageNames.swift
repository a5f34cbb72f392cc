import PDFReading

/// The labels of pages (ISO 32000-1, 12.4.2).
struct PageNames {
  /// By page, from 0; nil where a page has only its number.
  private(set) var labels: [String?]

  init(_ document: PDFDocument, count: Int) {
    labels = Array(repeating: nil, count: count)
    let root = document.catalogue["PageLabels"]
    let ranges = NameTree.entries(of: root, key: "Nums", in: document).compactMap {
      key, value -> (start: Int, entries: PDFDictionary)? in
      guard let start = key.integer, (0..<max(count, 1)).contains(start) else { return nil }
      return (start, document.resolve(value).dictionary ?? [:])
    }.sorted { $0.start < $1.start }
    for (index, range) in ranges.enumerated() {
      let end = index + 1 < ranges.count ? ranges[index + 1].start : count
      let first = min(max(document.entry("St", of: range.entries).integer ?? 1, 1), 1_000_000)
      let prefix = document.entry("P", of: range.entries).text ?? ""
      let style = document.entry("S", of: range.entries).name
      for page in range.start..<max(range.start, min(end, count)) {
        labels[page] = SpokenText.trimmed(
          prefix + Self.number(first + page - range.start, style: style))
      }
    }
  }

  /// `page 3`, with the label where that is another one.
  func name(of page: Int) -> String {
    guard labels.indices.contains(page - 1), let label = labels[page - 1], label != String(page)
    else { return "page \(page)" }
    return "page \(page), labelled “\(label)”"
  }

  private static func number(_ value: Int, style: String?) -> String {
    switch style {
    case "D": String(value)
    case "R": roman(value)
    case "r": roman(value).lowercased()
    case "A": letters(value)
    case "a": letters(value).lowercased()
    default: ""
    }
  }

  private static func letters(_ value: Int) -> String {
    let letter = Character(UnicodeScalar(UInt8(65 + (value - 1) % 26)))
    return String(repeating: letter, count: min((value - 1) / 26 + 1, 100))
  }

  private static func roman(_ value: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (min(value, 9999), "")
    for (number, sign) in signs {
      while rest >= number { (rest, text) = (rest - number, text + sign) }
    }
    return text
  }
}
