/// Text as a reader speaks it, on one line.
enum SpokenText {
  /// Without soft hyphens, so that words are whole, and with one space for any white space.
  ///
  /// Control characters of a foreign file never reach a terminal.
  static func clean(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var isSpace = false
    for scalar in text.unicodeScalars where scalar != "\u{AD}" {
      // No-break spaces tell how text is set, and stay.
      if scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      {
        isSpace = true
        continue
      }
      if isSpace { cleaned.append(" ") }
      isSpace = false
      cleaned.append(scalar)
    }
    if isSpace { cleaned.append(" ") }
    return String(cleaned)
  }

  /// The text without spaces at its ends.
  static func trimmed(_ text: String) -> String {
    var text = clean(text)[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
