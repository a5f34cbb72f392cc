import DisplayList
import Geometry

/// The text that does not fit into its frame: what an editor has to cut.
struct Overflow: Sendable, Hashable {
  var lines = 0
  var characters = 0
  /// Where the last line was found, so that a bullet and its text count as one line.
  private var last: Double?
  /// The last line ends with a hyphen of its own, not at a space.
  private var endsWithinWord = false

  /// The lines of a fragment that reach below `limit`, in points from its top.
  init(of fragment: Fragment, below limit: Double) { add(fragment, at: 0, limit) }

  private mutating func add(_ fragment: Fragment, at top: Double, _ limit: Double) {
    if let depth = fragment.lineDepth, top + depth > limit + Region.tolerance {
      let text = fragment.items.reduce(0) { $0 + $1.characterCount }
      if text > 0, last != top {
        // The space at which the line before was broken is on no line, and has to go, too.
        if lines > 0, !endsWithinWord { characters += 1 }
        lines += 1
      }
      if text > 0 {
        last = top
        endsWithinWord = fragment.items.last?.endsWithSoftHyphen ?? false
      }
      characters += text
    }
    for child in fragment.children { add(child.fragment, at: top + child.offset.y, limit) }
  }

  /// “5 lines, about 260 characters”; empty where no text is in the way.
  var inWords: String {
    guard lines > 0 else { return "" }
    // Nobody counts to the letter; up to tens there is room for the words that change.
    let about = characters > 20 ? (characters + 9) / 10 * 10 : characters
    return "\(lines) line\(lines == 1 ? "" : "s"), about \(about) "
      + "character\(about == 1 ? "" : "s") too long"
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
