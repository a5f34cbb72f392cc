import Languages

/// Finds the joints of a compound: the places between parts that are words.
///
/// Of all ways to read a word as a row of parts the one with the longest parts is taken (the sum of
/// the squares of their lengths), as a reader would: „Stadt-entwicklung“, not „Staden-twicklung“.
struct CompoundSplitting {
  /// The fewest letters of a part, and of one that is no noun.
  static let minimumPart = 3
  static let minimumOther = 4
  /// At a joint that the dictionary does not know, the fewest letters before and after it.
  static let minimumCorrected = (before: 4, after: 5)

  /// What a way of being a part is worth; the letters of a certain one count full.
  private enum Worth {
    static let noun = 1.0
    static let linkedNoun = 0.95
    static let other = 0.9
    static let shortenedNoun = 0.8
    static let shortenedVerb = 0.75
    /// Of a part before a joint that the dictionary does not know.
    static let corrected = 0.8
  }

  /// A way to read the beginning of a word.
  private struct Reading {
    var score: Double
    var joints: [Int]
  }

  private let rules: CompoundRules
  private let words: WordSet
  private let letters: [Unicode.Scalar]
  /// The UTF-8 of each letter, and of its capital.
  private let small: [[UInt8]]
  private let capital: [[UInt8]]
  /// The letters before which the dictionary divides the word.
  private let divisions: Set<Int>

  /// Looks at a word in small letters.
  init(
    _ letters: [Unicode.Scalar], divisions: [Int], words: WordSet, rules: CompoundRules
  ) {
    self.letters = letters
    self.words = words
    self.rules = rules
    self.divisions = Set(divisions)
    small = letters.map { Array($0.utf8) }
    capital = letters.map { Array($0.properties.uppercaseMapping.utf8) }
  }

  /// The joints between the parts of the whole word, by the number of letters before them.
  var joints: [Int] {
    let all = 0..<letters.count
    // In a word of the list the dictionary's divisions can be trusted.
    return joints(in: all, correcting: !isWord(all))
  }

  /// The joints within the parts that the word's joints make, and within theirs.
  func innerJoints(between joints: [Int]) -> [Int] {
    var start = 0
    let found = (joints + [letters.count]).flatMap { end in
      let part = start..<end
      start = end
      guard end < letters.count, !isWord(part) else { return self.joints(in: part) }
      // „Haupt-stadts|büro“: the part without its linking element.
      let stems = rules.linkingElements.filter { ends(part, with: $0) }
        .map { part.lowerBound..<part.upperBound - $0.unicodeScalars.count }
      return stems.first(where: isWord).map { self.joints(in: $0) } ?? []
    }
    return found.isEmpty ? [] : found + innerJoints(between: (joints + found).sorted())
  }

  // MARK: - Parts

  private func joints(in range: Range<Int>, correcting: Bool = false) -> [Int] {
    guard range.count >= 2 * Self.minimumPart else { return [] }
    var best: [Reading?] = Array(repeating: nil, count: range.count + 1)
    best[0] = Reading(score: 0, joints: [])
    for start in range {
      guard let reading = best[start - range.lowerBound] else { continue }
      let isKnown = start == range.lowerBound || divisions.contains(start)
      let worths = worths(from: start, to: range.upperBound)
      let least = isKnown ? Self.minimumPart : Self.minimumCorrected.after
      for (length, worth) in worths.enumerated() where length >= least {
        let end = start + length
        let isLast = end == range.upperBound
        var value = isLast ? worth.last : worth.first
        guard value > 0, !isLast || start > range.lowerBound else { continue }
        if !isLast, !divisions.contains(end) {
          guard correcting, length >= Self.minimumCorrected.before else { continue }
          value *= Worth.corrected
        }
        let score = reading.score + value * Double(length * length)
        let place = end - range.lowerBound
        if let other = best[place], other.score >= score { continue }
        best[place] = Reading(score: score, joints: reading.joints + (isLast ? [] : [end]))
      }
    }
    return best[range.count]?.joints ?? []
  }

  /// By length, what the letters from `start` on are worth before other parts, and as the last one.
  private func worths(from start: Int, to end: Int) -> [(first: Double, last: Double)] {
    var worths: [(first: Double, last: Double)] = [(0, 0)]
    var nouns = [false]
    var smallHash = WordSet.Hash()
    var nounHash = WordSet.Hash()
    for index in start..<end {
      smallHash.add(small[index])
      nounHash.add(index == start ? capital[index] : small[index])
      let length = index - start + 1
      let isNoun = length >= Self.minimumPart && words.contains(nounHash)
      nouns.append(isNoun)
      let isOther = length >= Self.minimumOther && words.contains(smallHash)
      var first = isNoun ? Worth.noun : isOther ? Worth.other : 0
      let isEnding = (isNoun || isOther) && isEnding(start...index)
      let last = isEnding ? 0 : isNoun ? Worth.noun : isOther ? Worth.other : 0
      if first == 0, isLinked(start..<index + 1, nouns) { first = Worth.linkedNoun }
      if first == 0, length == Self.minimumPart, rules.prefixes.contains(text(start...index)) {
        first = Worth.other
      }
      if first == 0, length >= Self.minimumOther {
        if rules.droppedNounEndings.contains(where: { words.contains(nounHash.adding($0)) }) {
          first = Worth.shortenedNoun
        } else if isVerbStem(smallHash) {
          first = Worth.shortenedVerb
        }
      }
      worths.append((first, last))
    }
    return worths
  }

  /// Whether the letters are the stem of a verb: „wohn“ of „wohnen“ and „wohnt“, but not „inter“ of
  /// „intern“.
  private func isVerbStem(_ hash: WordSet.Hash) -> Bool {
    rules.droppedVerbEndings.contains { words.contains(hash.adding($0)) }
      && rules.verbEndings.contains { words.contains(hash.adding($0)) }
  }

  /// Whether a noun and a linking element make up the letters; `nouns` says so by length.
  private func isLinked(_ range: Range<Int>, _ nouns: [Bool]) -> Bool {
    rules.linkingElements.contains { element in
      let length = range.count - element.unicodeScalars.count
      return length >= Self.minimumPart && nouns[length] && ends(range, with: element)
    }
  }

  private func isEnding(_ range: ClosedRange<Int>) -> Bool {
    range.count <= 8 && rules.endings.contains(text(range))
  }

  private func ends(_ range: Range<Int>, with text: String) -> Bool {
    letters[range].reversed().starts(with: text.unicodeScalars.reversed())
  }

  private func text(_ range: ClosedRange<Int>) -> String {
    String(String.UnicodeScalarView(letters[range]))
  }

  /// Whether the letters are a word of the list, as a noun or not.
  private func isWord(_ range: Range<Int>) -> Bool {
    var smallHash = WordSet.Hash()
    var nounHash = WordSet.Hash()
    for index in range {
      smallHash.add(small[index])
      nounHash.add(index == range.lowerBound ? capital[index] : small[index])
    }
    return range.count >= Self.minimumPart
      && (words.contains(nounHash) || words.contains(smallHash))
  }
}
