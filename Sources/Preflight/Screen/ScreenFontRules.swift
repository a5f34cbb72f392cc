import PDFReading

/// Fonts of a screen edition: text can be copied, and widths are those of the embedded program.
struct ScreenFontRules {
  let inspection: Inspection
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection) { self.inspection = inspection }

  func check() {
    var seen = Set<PDFObject>()
    for page in inspection.pages {
      let fonts = document.resolve(page.resources["Font"]).dictionary ?? [:]
      for (_, entry) in fonts.sorted(by: { $0.key < $1.key }) where seen.insert(entry).inserted {
        if let font = document.resolve(entry).dictionary { check(font, page: page) }
      }
    }
  }

  private func check(_ font: PDFDictionary, page: PDFPage) {
    let read = PageFont(font, in: document)
    if let problem = read.problem { inspection.add("font.embedding", problem, on: page) }
    if document.entry("ToUnicode", of: font).stream == nil,
      read.isComposite || document.entry("Encoding", of: font).isNull
    {
      inspection.add(
        "screen.to-unicode", "the text in the font “\(read.name)” cannot be read out (ToUnicode)",
        on: page)
    }
    checkWidths(font, read, page: page)
  }

  /// Widths of TrueType glyphs under the identity map of codes; others are not compared.
  private func checkWidths(_ font: PDFDictionary, _ read: PageFont, page: PDFPage) {
    guard read.isComposite,
      let child = document.members(of: font["DescendantFonts"]).first?.dictionary,
      document.entry("Subtype", of: child).name == "CIDFontType2",
      document.entry("Encoding", of: font).name == "Identity-H",
      document.entry("CIDToGIDMap", of: child).name ?? "Identity" == "Identity",
      document.entry("CIDToGIDMap", of: child).stream == nil
    else { return }
    let descriptor = document.entry("FontDescriptor", of: child).dictionary
    guard let file = document.entry("FontFile2", of: descriptor).stream,
      let bytes = try? document.data(of: file), let metrics = TrueTypeWidths(bytes)
    else { return }
    for glyph in 0..<metrics.widths.count where read.states(glyph) {
      let (stated, drawn) = (read.width(of: glyph) * 1000, metrics.widths[glyph])
      if abs(stated - drawn) > 1.5 {
        inspection.add(
          "screen.glyph-width",
          "glyph \(glyph) of the font “\(read.name)” is \(drawn.oneDecimal) wide, and the file says \(stated.oneDecimal)",
          on: page)
      }
    }
  }
}

/// The advance widths in a TrueType program, in thousandths of the em (OpenType, hhea and hmtx).
struct TrueTypeWidths {
  private(set) var widths: [Double] = []

  /// nil where the tables are not there or not sound.
  init?(_ bytes: [UInt8]) {
    func value(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let count = value(4, 2) else { return nil }
    var tables: [String: Int] = [:]
    for index in 0..<count {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count, let start = value(entry + 8, 4) else { return nil }
      tables[String(decoding: bytes[entry..<(entry + 4)], as: UTF8.self)] = start
    }
    guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"],
      let maxp = tables["maxp"], let em = value(head + 18, 2), em > 0,
      let metrics = value(hhea + 34, 2), metrics > 0, let glyphs = value(maxp + 4, 2)
    else { return nil }
    for glyph in 0..<glyphs {
      guard let advance = value(hmtx + 4 * min(glyph, metrics - 1), 2) else { return nil }
      widths.append(Double(advance) * 1000 / Double(em))
    }
  }
}
