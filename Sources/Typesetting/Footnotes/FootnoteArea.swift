import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// The foot of a page or frame: a rule and the notes below it.
struct FootnoteArea {
  /// A note that waits for its place, from its beginning or from where it was broken.
  struct Entry: Hashable {
    var note: Int
    var resume: BreakToken?
  }

  let width: Double
  /// The height of the region, in points.
  let limit: Double
  let context: TypesettingContext
  private let settings: FootnoteSettings
  private let footnotes: PublicationFootnotes
  /// What was measured for the region at hand: text is tried against the same notes many times.
  private let measured = MeasuredNotes()

  /// The area of a publication that has footnotes; nil for one that has none.
  init?(width: Double, limit: Double, in context: TypesettingContext) {
    guard let settings = context.footnotes.settings, !context.footnotes.isEmpty else { return nil }
    self.width = width
    self.limit = limit
    self.context = context
    self.settings = settings
    footnotes = context.footnotes
  }

  /// The room between rule and notes in points.
  private var ruleGap: Double { settings.ruleLength > 0 ? settings.style.leading * 0.4 : 0 }

  /// The room between the text and the first note.
  private var head: Double {
    settings.space + ruleGap + (settings.ruleLength > 0 ? settings.ruleWeight : 0)
  }

  /// The room between two notes.
  private var gap: Double { max(settings.style.spaceBefore, settings.style.spaceAfter) }

  /// More lines than any note keeps together.
  private static let mostAttempts = 40.0

  // MARK: Measuring

  /// Notes below each other, with the height that they take.
  struct Notes {
    /// The last note, and where the ones before it end, in points from the area's head.
    fileprivate var last: Entry?
    fileprivate var top = 0.0
    fileprivate var bottom = 0.0
    /// Further notes stand below the end of the region.
    fileprivate var goOn = false
  }

  /// Adds a note below others; where those fill the region already, it is not measured.
  func add(_ entry: Entry, to notes: inout Notes) throws(Diagnostic) {
    guard notes.bottom <= limit else {
      notes.goOn = true
      return
    }
    notes.top = notes.last == nil ? head : notes.bottom + gap
    notes.bottom = notes.top + (try whole(entry)?.size.height ?? 0)
    notes.last = entry
  }

  /// The height that notes take with the rule and the room above them; 0 for none, and of more than
  /// the region holds that of the first of them.
  func height(of notes: Notes) -> Double { notes.bottom }

  /// The least height for notes to begin here: of the last one only its first lines.
  func leastHeight(of notes: Notes) throws(Diagnostic) -> Double {
    guard let last = notes.last, !notes.goOn else { return notes.bottom }
    return notes.top + (try leastHeight(of: last))
  }

  /// A note at its natural height.
  private func whole(_ entry: Entry) throws(Diagnostic) -> Fragment? {
    if let known = measured.whole[entry] { return known }
    let fragment = try measureWhole(entry)
    measured.whole[entry] = fragment
    return fragment
  }

  private func leastHeight(of entry: Entry) throws(Diagnostic) -> Double {
    if let known = measured.least[entry] { return known }
    let height = try measureLeast(entry)
    measured.least[entry] = height
    return height
  }

  private func measureWhole(_ entry: Entry) throws(Diagnostic) -> Fragment? {
    switch try fit(entry, into: .unbounded(width: width)) {
    case .whole(let fragment), .part(let fragment, _): return fragment
    case .empty, .nothing, nil: return nil
    }
  }

  /// The least number of lines that may stand here, found by offering one more each time.
  private func measureLeast(_ entry: Entry) throws(Diagnostic) -> Double {
    let whole = try whole(entry)?.size.height ?? 0
    // A leading of next to nothing would offer room for ever.
    let step = max(settings.style.leading, whole / Self.mostAttempts)
    var room = min(whole, step)
    while room < whole {
      let region = Region(width: width, remaining: room, full: room, isFresh: false)
      switch try fit(entry, into: region) {
      case .whole(let fragment), .part(let fragment, _): return fragment.size.height
      case .empty, nil: return 0
      case .nothing: room += step
      }
    }
    return whole
  }

  private func fit(_ entry: Entry, into region: Region) throws(Diagnostic) -> Fit? {
    try footnotes[entry.note]?.countedFit(into: region, resumingAt: entry.resume, in: context)
  }

  // MARK: Setting

  /// As many notes as go into a height, and what is left of them.
  ///
  /// `isForced`: the first lines stand here even where there is no room, so that work goes on.
  func fill(
    _ height: Double, with entries: [Entry], isForced: Bool
  ) throws(Diagnostic) -> (fragment: Fragment?, rest: [Entry]) {
    var result = Fragment(size: Size(width: width, height: head))
    var rest = entries[...]
    while let entry = rest.first {
      let top = result.size.height + (result.children.isEmpty ? 0 : gap)
      let region = Region(
        width: width, remaining: max(0, height - top), full: height,
        isFresh: isForced && result.children.isEmpty)
      if let whole = try whole(entry), region.holds(whole.size.height) {
        rest.removeFirst()
        result.add(whole, at: top)
        continue
      }
      switch try fit(entry, into: region) {
      case .empty, nil: rest.removeFirst()
      case .nothing: return (finished(result), Array(rest))
      case .whole(let fragment):
        rest.removeFirst()
        result.add(fragment, at: top)
      case .part(let fragment, let resume):
        result.add(fragment, at: top)
        return (finished(result), [Entry(note: entry.note, resume: resume)] + rest.dropFirst())
      }
    }
    return (finished(result), [])
  }

  /// The notes below their rule; nil where there are none.
  private func finished(_ notes: Fragment) -> Fragment? {
    guard !notes.children.isEmpty else { return nil }
    var copy = notes
    let length = min(width, settings.ruleLength)
    if length > 0 {
      let rect = Rect(x: 0, y: settings.space, width: length, height: settings.ruleWeight)
      copy.items = [
        DisplayItem(.shape(Shape(path: Path(rect: rect), fill: settings.ruleColor)))
      ]
    }
    return copy
  }
}

extension Fragment {
  /// Adds a part at a height and grows to hold it.
  fileprivate mutating func add(_ part: Fragment, at top: Double) {
    children.append(Child(offset: Point(x: 0, y: top), fragment: part))
    size.height = top + part.size.height
  }
}

/// Notes of one region's foot: as they stand whole, and the least heights in points to begin them.
///
/// A class, because all copies of an area share what one of them has measured.
private final class MeasuredNotes {
  var whole: [FootnoteArea.Entry: Fragment] = [:]
  var least: [FootnoteArea.Entry: Double] = [:]
}
