import PDFReading

/// A font as a page uses it: how wide its glyphs are and whether it is in the file.
struct PageFont {
  let name: String
  let isComposite: Bool
  let isDrawn: Bool
  /// Thousandths of the text's size, or the font's own units for one that is drawn.
  private var widths: [Int: Double] = [:]
  private var missingWidth = 0.0
  private var unit = 0.001
  /// Why the font cannot be printed everywhere; nil for one that can.
  private(set) var problem: String?

  init(_ entries: PDFDictionary, in document: PDFDocument) {
    let subtype = document.entry("Subtype", of: entries).name ?? ""
    name =
      document.entry("BaseFont", of: entries).name ?? document.entry("Name", of: entries).name
      ?? "?"
    isComposite = subtype == "Type0"
    isDrawn = subtype == "Type3"
    if isComposite {
      guard let child = document.members(of: entries["DescendantFonts"]).first?.dictionary else {
        problem = "the font “\(name)” has no glyphs"
        return
      }
      readComposite(child, in: document)
      checkEmbedding(child, in: document)
    } else {
      readSimple(entries, in: document)
      if isDrawn {
        unit = abs(document.members(of: entries["FontMatrix"]).first?.number ?? 0.001)
        if (document.entry("CharProcs", of: entries).dictionary ?? [:]).isEmpty {
          problem = "the font “\(name)” has no glyphs (CharProcs)"
        }
      } else {
        checkEmbedding(entries, in: document)
      }
    }
  }

  private mutating func checkEmbedding(_ entries: PDFDictionary, in document: PDFDocument) {
    let descriptor = document.entry("FontDescriptor", of: entries).dictionary
    let files = ["FontFile", "FontFile2", "FontFile3"].filter {
      document.entry($0, of: descriptor).stream != nil
    }
    if files.isEmpty { problem = "the font “\(name)” is not in the file" }
  }

  private mutating func readSimple(_ entries: PDFDictionary, in document: PDFDocument) {
    let first = document.entry("FirstChar", of: entries).integer ?? 0
    guard (0...255).contains(first) else { return }
    for (index, width) in document.members(of: entries["Widths"]).prefix(256).enumerated() {
      widths[first + index] = width.number
    }
    let descriptor = document.entry("FontDescriptor", of: entries).dictionary
    missingWidth = document.entry("MissingWidth", of: descriptor).number ?? 500
  }

  /// The array /W of glyphs' widths (9.7.4.3).
  private mutating func readComposite(_ child: PDFDictionary, in document: PDFDocument) {
    missingWidth = document.entry("DW", of: child).number ?? 1000
    let members = document.members(of: child["W"])
    var index = 0
    while index + 1 < members.count {
      guard let first = members[index].integer, (0...65_535).contains(first) else { return }
      if let list = members[index + 1].array {
        for (offset, width) in list.prefix(65_536).enumerated() {
          widths[first + offset] = document.resolve(width).number
        }
        index += 2
      } else if index + 2 < members.count, let last = members[index + 1].integer,
        let width = members[index + 2].number, last >= first, last <= 65_535
      {
        for code in first...last { widths[code] = width }
        index += 3
      } else {
        return
      }
    }
  }

  /// The width of a code in shares of the text's size.
  func width(of code: Int) -> Double { (widths[code] ?? missingWidth) * unit }

  /// Whether the file gives the width of a code, other than the one for all that it leaves out.
  func states(_ code: Int) -> Bool { widths[code] != nil }

  /// The codes of a string: one byte each, or two in a composite font.
  func codes(in string: [UInt8]) -> [Int] {
    guard isComposite else { return string.map { Int($0) } }
    return stride(from: 0, to: string.count - 1, by: 2).map {
      Int(string[$0]) << 8 | Int(string[$0 + 1])
    }
  }
}
