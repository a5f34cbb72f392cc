import PDFReading

/// The outline of a file (ISO 32000-1, 12.3.3) as lines of text, indented by level.
enum OutlineReading {
  static func lines(of document: PDFDocument, targets: LinkTargets) -> [String] {
    var lines: [String] = []
    var seen = Set<PDFReference>()
    let root = document.entry("Outlines", of: document.catalogue).dictionary
    var open: [(item: PDFObject?, level: Int)] = [(root?["First"], 1)]
    while let (item, level) = open.popLast(), lines.count < 50_000 {
      guard let reference = item?.reference, seen.insert(reference).inserted,
        let entries = document[reference].dictionary
      else { continue }
      let title = SpokenText.trimmed(document.entry("Title", of: entries).text ?? "")
      lines.append(
        String(repeating: "  ", count: min(level, 50)) + "\(title) → "
          + targets.description(of: entries))
      open.append((entries["Next"], level))
      open.append((entries["First"], level + 1))
    }
    return lines
  }
}
