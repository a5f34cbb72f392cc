/// Completes the dictionaries of the fonts that Cairo 1.16 embeds.
enum FontRepair {
  /// Names the glyphs of each subset that is encoded as in Windows (ISO 19005-2, 6.2.11.4.2), and
  /// says of TrueType fonts how their glyphs are numbered (ISO 32000-1, 9.7.4.2).
  static func repair(_ file: inout PDFFile) {
    let places = file.places
    for index in file.objects.indices {
      let value = file.objects[index].value
      if value.matches("<< /Type /FontDescriptor", at: 0)
        || !value.matches("<< /Type /Font", at: 0)
      {
        continue
      } else if value.firstRange(of: "/Subtype /CIDFontType2") != nil {
        insert(" /CIDToGIDMap /Identity", in: &file.objects[index].value)
      } else if value.firstRange(of: "/Subtype /Type1\n") != nil,
        let names = glyphNames(in: value),
        let descriptor = value.reference("/FontDescriptor").flatMap({ places[$0] })
      {
        insert(" /CharSet (\(names))", in: &file.objects[descriptor].value)
      }
    }
  }

  /// `/space/one/two` for the codes that have a width, which are those that the subset holds.
  private static func glyphNames(in value: [UInt8]) -> String? {
    guard value.firstRange(of: "/Encoding /WinAnsiEncoding") != nil,
      var code = value.reference("/FirstChar"),
      let start = value.firstRange(of: "/Widths [")?.upperBound,
      let end = value.firstRange(of: "]", in: start..<value.count)?.lowerBound
    else { return nil }
    var names = ""
    for width in value[start..<end].split(separator: 0x20) {
      if !width.elementsEqual("0".utf8), let name = WinAnsiNames.name(code) { names += "/\(name)" }
      code += 1
    }
    return names
  }

  /// Adds an entry at the beginning of a dictionary.
  private static func insert(_ entry: String, in value: inout [UInt8]) {
    value.insert(contentsOf: entry.utf8, at: 2)
  }
}
