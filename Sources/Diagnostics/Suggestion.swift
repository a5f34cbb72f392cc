/// The candidate nearest to a misspelt word, for hints.
package enum Suggestion {
  /// The candidate with the least edit distance to `word`, if it is near enough to be meant.
  package static func nearest<Candidates: Sequence<String>>(
    to word: String, among candidates: Candidates
  ) -> String? {
    let limit = max(1, min(3, word.count / 2))
    return
      candidates
      .map { (distance(word.lowercased(), $0.lowercased()), $0) }
      .filter { $0.0 <= limit }
      .min { $0 < $1 }?.1
  }

  /// A ready hint: “did you mean “x”?”, or the list of what is allowed where it is short.
  package static func hint<Candidates: Sequence<String>>(
    for word: String, among candidates: Candidates
  ) -> [String] {
    let all = candidates.sorted()
    if let best = nearest(to: word, among: all) { return ["did you mean “\(best)”?"] }
    guard !all.isEmpty else { return ["there are none here"] }
    let shown = all.prefix(14).joined(separator: ", ")
    return ["known here: \(shown)\(all.count > 14 ? ", …" : "")"]
  }

  /// The optimal string alignment distance (insert, delete, replace, swap neighbours).
  static func distance(_ a: String, _ b: String) -> Int {
    let (x, y) = (Array(a.prefix(80)), Array(b.prefix(80)))
    if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
    var before = [Int](repeating: 0, count: y.count + 1)
    var previous = Array(0...y.count)
    var current = previous
    for i in 1...x.count {
      current[0] = i
      for j in 1...y.count {
        let cost = x[i - 1] == y[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
          current[j] = min(current[j], before[j - 2] + 1)
        }
      }
      (before, previous, current) = (previous, current, before)
    }
    return previous[y.count]
  }
}
