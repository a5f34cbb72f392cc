/// The text of a file of divided words: sorted lines of a word, a tab, and the UTF-8 offsets of its
/// divisions with spaces between them, each with a sign for its grade.
enum DividedWordsText {
  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let space = UInt8(ascii: " ")

  static func text(of words: [DividedWord: [Division]]) -> [UInt8] {
    var text: [UInt8] = []
    for (word, divisions) in words.sorted(by: { $0.key < $1.key }) {
      text += word.bytes
      text.append(tab)
      text += divisions.map { "\($0.offset)\($0.grade.sign)" }.joined(separator: " ").utf8
      text.append(newline)
    }
    return text
  }

  /// The words of a text, up to a limit; lines that cannot be right are left out.
  static func words(in text: [UInt8], limit: Int) -> [DividedWord: [Division]] {
    var words: [DividedWord: [Division]] = [:]
    var rest = text[...]
    // A last line without its end was cut off.
    while words.count < limit, let end = rest.firstIndex(of: newline) {
      if let (word, divisions) = entry(rest[..<end]) { words[word] = divisions }
      rest = rest[(end + 1)...]
    }
    return words
  }

  /// The word and the divisions of one line.
  private static func entry(_ line: ArraySlice<UInt8>) -> (DividedWord, [Division])? {
    guard let end = line.firstIndex(of: tab),
      end - line.startIndex <= 4 * DividedWord.maximumLetters
    else { return nil }
    let word = DividedWord(Array(line[..<end]))
    guard String(validating: word.bytes, as: UTF8.self) != nil, word.letters != nil
    else { return nil }
    var divisions: [Division] = []
    let fields = line[(end + 1)...]
    if fields.isEmpty { return (word, []) }
    for field in fields.split(separator: space, omittingEmptySubsequences: false) {
      let grade = field.last.flatMap { sign in
        Division.Grade.allCases.first { $0.sign.utf8.first == sign }
      }
      guard let offset = number(grade == nil ? field : field.dropLast()),
        offset > divisions.last?.offset ?? 0, offset < word.bytes.count,
        word.bytes[offset] & 0xC0 != 0x80
      else { return nil }
      divisions.append(Division(offset: offset, grade: grade ?? .simple))
    }
    return (word, divisions)
  }

  /// A number of one to three digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(digits.count), digits.allSatisfy({ Letters.isDigit(UInt32($0)) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension Division.Grade {
  /// What stands behind the offset of such a place.
  fileprivate var sign: String {
    switch self {
    case .simple: ""
    case .joint: "="
    case .innerJoint: "+"
    case .insidePart: "-"
    case .besideJoint: "."
    }
  }
}
