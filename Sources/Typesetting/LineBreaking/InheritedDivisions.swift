import Languages

/// How compounds and inflected forms take over what is written about a shorter word.
extension HyphenationExceptions {
  /// Shorter words are parts of others by chance.
  private static let minimumLetters = 5

  /// A word's divisions, those within each part replaced that the user divides otherwise.
  ///
  /// A part reaches from joint to joint and may have an ending of the language, so that „Ur=instinkt“
  /// also rules „Urinstinkte“ and „Grundurinstinkt“; where no joint is known nothing is changed.
  func inherited(
    by word: String, divided divisions: [Division], _ rules: CompoundRules
  ) -> [Division] {
    let letters = Array(word.unicodeScalars)
    if words.isEmpty || letters.count <= Self.minimumLetters { return divisions }
    let small = letters.map(Self.small)
    let offsets = letters.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
    let joints = divisions.filter { $0.grade == .joint || $0.grade == .innerJoint }
      .compactMap { offsets.firstIndex(of: $0.offset) }
    let edges = [0] + joints + [letters.count]
    var result = divisions
    var start = 0
    while start < edges.count - 1 {
      // The longest part that begins here.
      let found = (start + 1..<edges.count).reversed().lazy.compactMap { end in
        self.places(in: small[edges[start]..<edges[end]], rules).map { (end, $0) }
      }.first
      guard let (end, places) = found else {
        start += 1
        continue
      }
      let isWhole = start == 0 && end == edges.count - 1
      let (first, last) = (offsets[edges[start]], offsets[edges[end]])
      result.removeAll { $0.offset > first && $0.offset < last }
      result += places.map { place in
        let grade: Division.Grade =
          isWhole
          ? place.isBetter ? .joint : .simple : place.isBetter ? .innerJoint : .insidePart
        return Division(offset: offsets[edges[start] + place.letters], grade: grade)
      }
      start = end
    }
    return result.sorted { $0.offset < $1.offset }
  }

  /// The places of an excepted word that a part is, with or without an ending; nil for other parts.
  private func places(in part: ArraySlice<Unicode.Scalar>, _ rules: CompoundRules) -> [Place]? {
    if part.count >= Self.minimumLetters, let places = words[Array(part)] { return places }
    for ending in rules.linkingElements {
      let length = part.count - ending.unicodeScalars.count
      guard length >= Self.minimumLetters,
        part.suffix(part.count - length).elementsEqual(ending.unicodeScalars),
        let places = words[Array(part.prefix(length))]
      else { continue }
      return places
    }
    return nil
  }
}
