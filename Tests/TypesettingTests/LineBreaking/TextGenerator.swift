/// Makes texts that look like German, the same ones for the same seed.
struct TextGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
