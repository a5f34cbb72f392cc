#if canImport(Glibc)
  import Glibc
#endif

/// Pairs the parts of a text with those of its translation.
///
/// A translation is about as long as its original, part by part, so that the pairs of least
/// difference tell which part is missing (Gale and Church, “A program for aligning sentences in
/// bilingual corpora”, 1993).
struct PartAlignment {
  /// What is known of a part: only those of one kind are a pair.
  struct Part {
    var kind: String
    /// Characters.
    var length: Int
  }

  /// A part without a counterpart.
  struct Gap {
    /// Its number in its text, from 0.
    var index: Int
    /// It is one of the first text.
    var isFirst: Bool
    /// The number of parts of the other text before it.
    var place: Int
  }

  /// What a part alone costs: as much as a pair of which one is almost three times as long.
  private static let gapCost = 1.0
  /// Parts further from their places than the texts' difference and this are not compared, so that
  /// long texts take time in proportion to their length.
  private static let reach = 12

  private static let mostMissing = 100

  /// The first part that has no counterpart; nil where all have one.
  private(set) var firstGap: Gap?

  init(_ first: [Part], _ second: [Part]) {
    // Texts as different as that are no translations of each other; the longer has something more.
    guard abs(first.count - second.count) <= Self.mostMissing else {
      let place = zip(first, second).prefix { $0.kind == $1.kind }.count
      firstGap = Gap(index: place, isFirst: first.count > second.count, place: place)
      return
    }
    let reach = abs(first.count - second.count) + Self.reach
    let width = 2 * reach + 1
    // The least cost of pairing what follows the first `i` and the first `j` parts, in a band of `j`
    // around `i`, from the end.
    var costs = [Double](repeating: .infinity, count: (first.count + 1) * width)
    func place(_ i: Int, _ j: Int) -> Int? {
      let offset = j - i + reach
      guard i <= first.count, j <= second.count, (0..<width).contains(offset) else { return nil }
      return i * width + offset
    }
    func cost(_ i: Int, _ j: Int) -> Double { place(i, j).map { costs[$0] } ?? .infinity }
    func pairCost(_ i: Int, _ j: Int) -> Double {
      guard i < first.count, j < second.count, first[i].kind == second[j].kind else {
        return .infinity
      }
      // A word more or less matters little.
      let ratio = Double(first[i].length + 10) / Double(second[j].length + 10)
      return abs(log(ratio))
    }
    for i in (0...first.count).reversed() {
      for j in (max(0, i - reach)...max(0, min(second.count, i + reach))).reversed() {
        guard let place = place(i, j) else { continue }
        if i == first.count, j == second.count {
          costs[place] = 0
          continue
        }
        costs[place] = min(
          pairCost(i, j) + cost(i + 1, j + 1), Self.gapCost + cost(i + 1, j),
          Self.gapCost + cost(i, j + 1))
      }
    }
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      let best = cost(i, j)
      guard pairCost(i, j) + cost(i + 1, j + 1) <= best else {
        let isFirst = i < first.count && Self.gapCost + cost(i + 1, j) <= best
        firstGap = Gap(index: isFirst ? i : j, isFirst: isFirst, place: isFirst ? j : i)
        return
      }
      (i, j) = (i + 1, j + 1)
    }
  }
}
