extension StringProtocol {
  /// The text as a reader sees it: whitespace runs are single spaces; control characters, soft
  /// hyphens and byte order marks are gone; no-break spaces stay.
  package var visibleText: String {
    var result = ""
    var lastIsSpace = false
    for scalar in unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        if !lastIsSpace { result += " " }
        lastIsSpace = true
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{FEFF}": continue
      default:
        result.unicodeScalars.append(scalar)
        lastIsSpace = false
      }
    }
    return result
  }
}
