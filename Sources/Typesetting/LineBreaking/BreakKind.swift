/// Why a line may end at a place of the text.
enum BreakKind: UInt8 {
  case none
  /// Between words, or where Unicode allows it without a mark.
  case space
  /// Between a number and the word behind it.
  case afterNumber
  case plain
  /// After a hyphen that the author wrote.
  case writtenHyphen
  /// At U+00AD: the author's own wish for a division.
  case softHyphen
  /// Where the dictionary divides the word.
  case dictionaryHyphen
  /// After a dash or a slash.
  case dash
  case slash
  /// Inside a web or mail address.
  case address
  /// Anywhere inside an address, when nothing else helps.
  case addressAnywhere
  /// Between the marks of two footnotes, after the comma, when nothing else helps.
  case betweenMarks
  /// Here the line ends.
  case mandatory

  /// Whether the line then shows a hyphen at its end.
  var endsInHyphen: Bool {
    self == .writtenHyphen || self == .softHyphen || self == .dictionaryHyphen
  }

  /// Whether a line ends so only where there are no other lines.
  var isLastResort: Bool { self == .addressAnywhere || self == .betweenMarks }

  /// Whether line breaking puts that hyphen there.
  var insertsHyphen: Bool { self == .softHyphen || self == .dictionaryHyphen }
}
