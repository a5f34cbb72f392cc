import PDFReading

/// Turns the codes of one font into characters.
struct FontReading {
  private let map: CharacterMap?
  private let codeLength: Int
  private let isComposite: Bool

  /// A font without a map is read in the encoding of Windows, which is what most simple ones have.
  init(_ font: PDFDictionary?, in document: PDFDocument) {
    isComposite = document.entry("Subtype", of: font).name == "Type0"
    let stream = document.entry("ToUnicode", of: font).stream
    map = stream.flatMap { stream in (try? document.data(of: stream)).map { CharacterMap($0) } }
    codeLength = isComposite ? map?.codeLength ?? 2 : 1
  }

  /// The text of a string; U+FFFD stands for what has no character.
  func text(_ bytes: [UInt8]) -> String {
    var text = ""
    var start = 0
    while start < bytes.count {
      let end = min(start + codeLength, bytes.count)
      let code = bytes[start..<end].reduce(0) { $0 << 8 | Int($1) }
      start = end
      text += map?[code] ?? (isComposite ? "\u{FFFD}" : String(Self.windowsCharacter(code)))
    }
    return text
  }

  /// A character of Windows-1252 (annex D.2).
  private static func windowsCharacter(_ code: Int) -> Character {
    if (0x80...0x9F).contains(code) { return high[code - 0x80] }
    return Character(UnicodeScalar(UInt8(truncatingIfNeeded: code)))
  }

  private static let high = Array("€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ")
}
