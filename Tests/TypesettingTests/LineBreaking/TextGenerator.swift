import SampleNumbers

/// Makes texts that look like German, the same ones for the same seed.
struct TextGenerator: RandomNumberGenerator {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15 | 1) }

  mutating func next() -> UInt64 { numbers.next() }

  /// So many words with single spaces between them, a comma or full stop here and there.
  mutating func text(words: Int) -> String {
    (0..<words).map { index in
      let mark = index == words - 1 ? "." : Int.random(in: 0..<9, using: &self) == 0 ? "," : ""
      return word() + mark
    }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let syllables = ["stadt", "ent", "wick", "lung", "bür", "ger", "in", "nen", "tech", "ü", "ße"]
    let count = [1, 1, 2, 2, 3, 4, 6].randomElement(using: &self) ?? 1
    return (0..<count).map { _ in syllables.randomElement(using: &self) ?? "" }.joined()
  }
}
