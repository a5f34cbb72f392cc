import DisplayList
import Geometry
import Languages

/// The text that does not fit into its frame: what an editor has to cut.
struct Overflow: Sendable, Hashable {
  /// What is too long of one language.
  struct Excess: Sendable, Hashable {
    var lines = 0
    var characters = 0
    /// Where the last line was found, so that a bullet and its text count as one line.
    fileprivate var last: Double?
    /// The last line ends with a hyphen of its own, not at a space.
    fileprivate var endsWithinWord = false

    /// “5 lines, about 260 characters”.
    fileprivate var inWords: String {
      // Nobody counts to the letter; up to tens there is room for the words that change.
      let about = characters > 20 ? (characters + 9) / 10 * 10 : characters
      return "\(lines) line\(lines == 1 ? "" : "s"), about \(about) "
        + "character\(about == 1 ? "" : "s")"
    }
  }

  /// By the languages side by side, counted from 0; nil where there is one only.
  private(set) var excess: [Int?: Excess] = [:]

  /// The lines of a fragment that reach below `limit`, in points from its top.
  init(of fragment: Fragment, below limit: Double) { add(fragment, of: nil, at: 0, limit) }

  private mutating func add(
    _ fragment: Fragment, of outer: Int?, at top: Double, _ limit: Double
  ) {
    let side = fragment.side ?? outer
    if let depth = fragment.lineDepth, top + depth > limit + Region.tolerance {
      let text = fragment.items.reduce(0) { $0 + $1.characterCount }
      if text > 0 {
        var excess = self.excess[side] ?? Excess()
        if excess.last != top {
          // The space at which the line before was broken is on no line, and has to go, too.
          if excess.lines > 0, !excess.endsWithinWord { excess.characters += 1 }
          excess.lines += 1
        }
        excess.last = top
        excess.endsWithinWord = fragment.items.last?.endsWithSoftHyphen ?? false
        excess.characters += text
        self.excess[side] = excess
      }
    }
    for child in fragment.children {
      add(child.fragment, of: side, at: top + child.offset.y, limit)
    }
  }

  /// “5 lines, about 260 characters too long”, of each language side by side by itself; empty where
  /// no text is in the way.
  func inWords(_ languages: [LanguageTag]) -> String {
    guard !excess.isEmpty else { return "" }
    let parts = excess.sorted { ($0.key ?? -1) < ($1.key ?? -1) }.map { side, excess in
      guard let side, languages.indices.contains(side) else { return excess.inWords }
      return "in “\(languages[side])” \(excess.inWords)"
    }
    return parts.joined(separator: ", ") + " too long"
  }
}

extension DisplayItem {
  /// Whether the item is text that ends with a hyphen which line breaking put there.
  fileprivate var endsWithSoftHyphen: Bool {
    if case .glyphs(let run) = content { run.endsWithSoftHyphen } else { false }
  }

  /// How many characters the item sets.
  fileprivate var characterCount: Int {
    switch content {
    case .glyphs(let run): run.text.count - (run.endsWithSoftHyphen ? 1 : 0)
    case .clipped(_, let items): items.reduce(0) { $0 + $1.characterCount }
    case .shape, .image: 0
    }
  }
}
