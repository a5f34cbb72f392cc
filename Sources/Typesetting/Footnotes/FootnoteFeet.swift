import Diagnostics
import DisplayList
import Geometry
import Languages

/// The foot of a region: one for all notes, or on a double page one for each language.
struct FootnoteFeet {
  /// Where notes of a language stand across the region; nil takes all that have no other place.
  struct Place: Sendable, Hashable {
    var x: Double
    var width: Double
    var language: LanguageTag?
  }

  typealias Entry = FootnoteArea.Entry

  /// A place with its notes' area.
  private struct Foot {
    var place: Place
    var area: FootnoteArea
  }

  private let feet: [Foot]
  private let footnotes: PublicationFootnotes

  /// The feet of a region of some height, in points; nil for a publication that has no footnotes.
  init?(_ places: [Place], height: Double, in context: TypesettingContext) {
    feet = places.compactMap { place in
      FootnoteArea(width: place.width, limit: height, in: context).map {
        Foot(place: place, area: $0)
      }
    }
    guard !feet.isEmpty else { return nil }
    footnotes = context.footnotes
  }

  /// Notes for the feet of a region, with the height that they take.
  struct Notes {
    /// Those of each foot.
    fileprivate var feet: [FootnoteArea.Notes]
  }

  /// Notes below each other, in the order of their writing.
  func notes(_ entries: [Entry]) throws(Diagnostic) -> Notes {
    var notes = Notes(feet: feet.map { _ in FootnoteArea.Notes() })
    for entry in entries { try add(entry, to: &notes) }
    return notes
  }

  /// Adds a note below those of its foot.
  func add(_ entry: Entry, to notes: inout Notes) throws(Diagnostic) {
    let foot = foot(of: entry)
    try feet[foot].area.add(entry, to: &notes.feet[foot])
  }

  /// The height that notes take; that of the highest foot.
  func height(of notes: Notes) -> Double {
    zip(feet, notes.feet).reduce(0) { max($0, $1.0.area.height(of: $1.1)) }
  }

  /// The least height for notes to begin here.
  func leastHeight(of notes: Notes) throws(Diagnostic) -> Double {
    var height = 0.0
    for (foot, notes) in zip(feet, notes.feet) {
      height = max(height, try foot.area.leastHeight(of: notes))
    }
    return height
  }

  /// As many notes as go into a height, and what is left of them.
  func fill(
    _ height: Double, with entries: [Entry], isForced: Bool
  ) throws(Diagnostic) -> (fragment: Fragment?, rest: [Entry]) {
    var parts: [(x: Double, fragment: Fragment)] = []
    var rest: [Entry] = []
    for (index, foot) in feet.enumerated() {
      let filled = try foot.area.fill(height, with: own(entries, index), isForced: isForced)
      if let fragment = filled.fragment { parts.append((foot.place.x, fragment)) }
      rest += filled.rest
    }
    rest.sort { $0.note < $1.note }
    guard parts.count > 1 || parts.first.map({ $0.x > 0 }) == true else {
      return (parts.first?.fragment, rest)
    }
    let highest = parts.reduce(0) { max($0, $1.fragment.size.height) }
    var fragment = Fragment(size: Size(width: 0, height: highest))
    for part in parts {
      let top = highest - part.fragment.size.height
      fragment.size.width = max(fragment.size.width, part.x + part.fragment.size.width)
      fragment.children.append(
        Fragment.Child(offset: Point(x: part.x, y: top), fragment: part.fragment))
    }
    return (fragment, rest)
  }

  /// The notes of one foot.
  private func own(_ entries: [Entry], _ index: Int) -> [Entry] {
    feet.count > 1 ? entries.filter { foot(of: $0) == index } : entries
  }

  /// The foot where a note stands.
  private func foot(of entry: Entry) -> Int {
    guard feet.count > 1 else { return 0 }
    let language = footnotes[entry.note]?.traits.language
    return feet.firstIndex { $0.place.language == language } ?? 0
  }
}
