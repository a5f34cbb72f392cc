import Languages

/// Divides words by a dictionary and, where the language has compounds, by a list of words.
struct WordDivision {
  /// A place so near a joint costs more: who reads „Forschungspo-“ has been led astray.
  static let nearJoint = 3

  let dictionary: HyphenDictionary
  /// The words and how they are put together; nil where all divisions are alike.
  let compounds: (words: WordSet, rules: CompoundRules)?

  /// The places where a word with these letters may be divided, the dictionary's minima kept.
  func divisions(of letters: [Unicode.Scalar]) -> [Division] {
    // The patterns are in small letters; only mappings of one letter to one keep the places.
    let lowercase = letters.map { scalar in
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
    var offset = 0
    var before = 0
    return graded(lowercase).map { place, grade in
      offset += letters[before..<place].reduce(0) { $0 + $1.utf8.count }
      before = place
      return Division(offset: offset, grade: grade)
    }
  }

  /// The places by the number of letters before them, ascending.
  private func graded(_ letters: [Unicode.Scalar]) -> [(Int, Division.Grade)] {
    var places = divisions(ofPart: letters[...])
    guard let compounds else { return places.map { ($0, .simple) } }
    let splitting = CompoundSplitting(
      letters, divisions: places, words: compounds.words, rules: compounds.rules)
    let joints = splitting.joints
    if joints.isEmpty { return places.map { ($0, .simple) } }
    let inner = splitting.innerJoints(between: joints)
    // Of a compound that the dictionary does not know it misjudges more than the joints:
    // „Koh-leaus-stieg“, „Fernw-ärme“, „Baugen-ehmigung“. Its parts are words that it knows.
    places = divided(letters, at: joints)
    let all = joints + inner
    return places.map { place in
      if joints.contains(place) { return (place, .joint) }
      if inner.contains(place) { return (place, .innerJoint) }
      let isNear = all.contains { abs($0 - place) <= Self.nearJoint }
      return (place, isNear ? .besideJoint : .insidePart)
    }
  }

  /// The joints, and the divisions of each part as of a word of its own.
  private func divided(_ letters: [Unicode.Scalar], at joints: [Int]) -> [Int] {
    var start = 0
    return (joints + [letters.count]).flatMap { end in
      defer { start = end }
      let inside = divisions(ofPart: letters[start..<end]).map { start + $0 }
      return end < letters.count ? inside + [end] : inside
    }
  }

  /// The places within letters that belong together.
  ///
  /// “ck” is one sound, which goes to the next line as a whole; of names that are unlike the words
  /// that they know the patterns part it („Huc-k-arde“ for „Hu-ckarde“).
  private func divisions(ofPart letters: ArraySlice<Unicode.Scalar>) -> [Int] {
    let places = dictionary.divisions(of: Array(letters))
    let parted = places.filter { place in
      let next = letters.startIndex + place
      return letters[next - 1] == "c" && letters[next] == "k"
    }
    guard !parted.isEmpty else { return places }
    let others = Set(places).subtracting(parted.flatMap { [$0, $0 + 1] })
    return others.union(parted.map { $0 - 1 }.filter { $0 > 0 }).sorted()
  }
}
