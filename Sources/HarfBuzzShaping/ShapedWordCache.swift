import TextShaping

/// Words already shaped; forgets everything when it is full, which keeps the fast path short.
struct ShapedWordCache {
  /// All that the glyphs of a text depend on.
  private struct Key: Hashable {
    var text: String
    var attributes: ShapingAttributes
  }

  /// The most words that are kept: about 20 MiB, and more than a long brochure has.
  private let capacity: Int
  /// The longest text that is kept, in UTF-8 bytes; longer ones hardly come twice.
  private let longest = 96
  private var runs: [Key: ShapedRun] = [:]

  init(capacity: Int = 32_768) { self.capacity = capacity }

  /// The number of words kept.
  var count: Int { runs.count }

  /// The run of a text, shaped now or before.
  mutating func run(
    for text: String, _ attributes: ShapingAttributes, shape: () -> ShapedRun
  ) -> ShapedRun {
    guard text.utf8.count <= longest else { return shape() }
    let key = Key(text: text, attributes: attributes)
    // Canonically equivalent strings are equal keys, but their offsets differ.
    if let known = runs[key], known.text.utf8.elementsEqual(text.utf8) { return known }
    let run = shape()
    if runs.count >= capacity { runs.removeAll(keepingCapacity: true) }
    runs[key] = run
    return run
  }
}
