package import Diagnostics

/// Words that a workspace divides otherwise than the dictionary, by a file of one word a line.
///
/// A word has `-` where it may be divided and `=` at the better places; without a mark it is never
/// divided. `#` begins a comment. Words match whatever their capitals are.
package struct HyphenationExceptions: Sendable {
  /// The largest file that is read, in bytes.
  package static let maximumSize = 1 << 20
  /// How many problems of a file are told.
  private static let maximumProblems = 100

  /// A place in a word, by the number of letters before it.
  struct Place: Sendable {
    var letters: Int
    var isBetter: Bool
  }

  /// By the word in small letters.
  private(set) var words: [[Unicode.Scalar]: [Place]] = [:]

  /// Reads a file's text; what is wrong with a line is told, and the other lines count.
  package static func read(_ text: String, file: String) -> Diagnosed<HyphenationExceptions> {
    var exceptions = HyphenationExceptions()
    var diagnostics: [Diagnostic] = []
    /// Where each word was first written.
    var lines: [[Unicode.Scalar]: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      do throws(Diagnostic) {
        let place = SourceLocation(file: file, line: index + 1)
        guard let (word, places, column) = try entry(line, at: place) else { continue }
        if let first = lines[word] {
          var here = place
          here.column = column
          throw Diagnostic(
            "hyphenation.duplicate", "this word stands in line \(first) already", at: here,
            hints: ["keep one of the two"])
        }
        lines[word] = index + 1
        exceptions.words[word] = places
      } catch {
        diagnostics.append(error)
        if diagnostics.count == maximumProblems { break }
      }
    }
    return Diagnosed(exceptions, diagnostics)
  }

  /// Where the user divides a word; nil where nothing is written about it.
  func divisions(of word: String) -> [Division]? {
    if words.isEmpty { return nil }
    let letters = Array(word.unicodeScalars)
    guard let places = words[letters.map(Self.small)] else { return nil }
    var offset = 0
    var before = 0
    return places.map { place in
      offset += letters[before..<place.letters].reduce(0) { $0 + $1.utf8.count }
      before = place.letters
      return Division(offset: offset, grade: place.isBetter ? .joint : .simple)
    }
  }

  /// A small letter for each; a mapping to several letters would move the places.
  static func small(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = letter.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? letter : letter
  }

  /// The word of a line, its places, and the column in which it begins; nil for an empty line.
  private static func entry(
    _ line: Substring, at place: SourceLocation
  ) throws(Diagnostic) -> (word: [Unicode.Scalar], places: [Place], column: Int)? {
    var word: [Unicode.Scalar] = []
    var places: [Place] = []
    var first: Int?
    var isOver = false
    var here = place
    for (index, character) in line.enumerated() {
      if character == "#" { break }
      here.column = index + 1
      if character.isWhitespace {
        isOver = first != nil
        continue
      }
      if isOver {
        throw Diagnostic(
          "hyphenation.two-words", "a second word stands in this line", at: here,
          hints: ["write one word a line"])
      }
      if first == nil { first = here.column }
      if character == "-" || character == "=" {
        guard !word.isEmpty, places.last?.letters != word.count else {
          throw Diagnostic(
            "hyphenation.misplaced-mark", "“\(character)” stands where no letter is before it",
            at: here, hints: ["write one mark between two letters"])
        }
        places.append(Place(letters: word.count, isBetter: character == "="))
      } else {
        guard character.unicodeScalars.allSatisfy({ Letters.isLetter($0.value) }) else {
          throw Diagnostic(
            "hyphenation.no-letter", "“\(character)” is no letter", at: here,
            hints: ["write letters, “-” where the word may be divided, “=” at better places"])
        }
        word += character.unicodeScalars.map(small)
      }
    }
    guard let first else { return nil }
    if places.last?.letters == word.count {
      here.column =
        first + line.dropFirst(first - 1).prefix { !$0.isWhitespace && $0 != "#" }.count - 1
      throw Diagnostic(
        "hyphenation.misplaced-mark", "the word ends with a mark", at: here,
        hints: ["write one mark between two letters"])
    }
    return (word, places, first)
  }
}
