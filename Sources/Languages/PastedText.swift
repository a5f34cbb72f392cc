/// Mends what comes along when text is pasted from elsewhere.
package enum PastedText {
  /// A text as it was meant.
  package struct Mended: Sendable {
    package var text: String
    /// The control characters that were taken for Windows-1252, as offsets in scalars of the text as
    /// it was typed, with what they became.
    package var controls: [(offset: Int, sign: Unicode.Scalar)]

    /// What happened, in one sentence.
    package var warning: String {
      let signs = controls.prefix(8).map { "“\($0.sign)”" }.joined(separator: ", ")
      let places = controls.count == 1 ? "a control character was" : "control characters were"
      return "\(places) taken for Windows-1252: \(signs)"
    }

    /// What to do about it.
    package static let hint = "type the sign itself, and save the file as UTF-8"
  }

  /// The text with letters composed (Unicode's NFC), ligatures of PDF files as letters, without marks
  /// of byte order, and with control characters of Windows-1252 read as what they stand for there;
  /// nil where there is nothing to mend.
  package static func mended(_ text: String) -> Mended? {
    guard needsMending(text) else { return nil }
    var result = String.UnicodeScalarView()
    var controls: [(offset: Int, sign: Unicode.Scalar)] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if let sign = windows1252[scalar.value] {
        result.append(sign)
        controls.append((offset, sign))
      } else if let letters = ligatures[scalar.value] {
        result.append(contentsOf: letters.unicodeScalars)
      } else if (0x300...0x36F).contains(scalar.value), let last = result.last,
        let composed = composed[String(String.UnicodeScalarView([last, scalar]))]
      {
        result.removeLast()
        result.append(composed)
      } else {
        result.append(scalar)
      }
    }
    let mended = String(result)
    return mended.utf8.elementsEqual(text.utf8) ? nil : Mended(text: mended, controls: controls)
  }

  /// Whether there is a C1 control character (C2 80–9F), a combining mark (CC 80–CD AF), or something
  /// of the presentation forms (EF …).
  private static func needsMending(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0xCC || byte == 0xCD || byte == 0xEF || (before == 0xC2 && byte < 0xA0) {
        return true
      }
      before = byte
    }
    return false
  }

  /// Windows-1252 for U+0080 to U+009F (Unicode's mapping table CP1252.TXT); five are unassigned.
  private static let windows1252: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
    0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
    0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
    0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  /// Ligatures as characters (Unicode chart FB00), and the mark of byte order of joined files.
  ///
  /// Fonts make ligatures of letters where they have them, and a search finds only letters.
  private static let ligatures: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ſt",
    0xFB06: "st", 0xFEFF: "",
  ]

  /// The composed letters of European languages by what they are composed of.
  ///
  /// Strings that are canonically equivalent are equal keys, so each letter is its own entry.
  private static let composed: [String: Unicode.Scalar] = {
    var letters: [String: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        letters[String(Character(scalar))] = scalar
      }
    }
    return letters
  }()
}
