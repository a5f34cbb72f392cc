import Diagnostics
import DisplayList
import Geometry

/// A flow with its footnotes at the foot of each region.
///
/// A note begins in the region of its mark; what is left of it goes on at the foot of the next one,
/// before the notes of that region. Text is set into less room until it and the beginnings of its
/// notes fit together. Each region takes a few fits of its own text, whatever comes after it.
///
/// A token's `index` is 1 where the text has ended, else 0; its `inner` holds the text's token, and
/// behind it one for each note that goes on: its number, and where.
struct FootedBlock: Block {
  let content: StackBlock
  /// Where notes stand across a double page; empty where the text itself says so.
  var places: [FootnoteFeet.Place] = []

  var spacing: BlockSpacing { content.spacing }

  /// Each attempt leaves out at least a line that brought a note; where so many do not lead to an
  /// end, notes are carried over.
  private static let maximumAttempts = 24

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let places = self.places.isEmpty ? content.footnotePlaces(width: region.width) : self.places
    guard let area = FootnoteFeet(places, in: context) else {
      return try content.countedFit(into: region, resumingAt: token, in: context)
    }
    let start = State(token)
    var text: Setting?
    if !start.textHasEnded {
      switch try self.text(from: start, into: region, area: area, in: context) {
      case .set(let setting): text = setting
      case .empty where start.notes.isEmpty: return .empty
      case .nothing(let reason) where start.notes.isEmpty: return .nothing(reason)
      case .empty: text = Setting(fragment: nil, resume: nil)
      case .nothing: text = nil
      }
    }
    var entries = start.notes
    entries += text?.marks.map { FootnoteArea.Entry(note: $0.note) } ?? []
    let used = text?.fragment?.size.height ?? 0
    // A page of its own has room for all of a note that was carried over.
    let (notes, rest) = try area.fill(
      region.remaining - used, with: entries, isForced: used == 0)
    var end = start
    end.notes = rest
    if let text { (end.textToken, end.textHasEnded) = (text.resume, text.resume == nil) }
    let fragment = joined(text?.fragment, notes, in: region)
    if end.textHasEnded, rest.isEmpty { return .whole(fragment) }
    return .part(fragment, resume: end.token)
  }

  /// Text above, notes at the foot.
  private func joined(_ text: Fragment?, _ notes: Fragment?, in region: Region) -> Fragment {
    guard let notes else { return text ?? Fragment(size: Size(width: region.width, height: 0)) }
    let used = text?.size.height ?? 0
    let top = max(used, region.remaining - notes.size.height)
    var result = Fragment(
      size: Size(width: region.width, height: top + notes.size.height))
    if let text {
      result.firstBaseline = text.firstBaseline
      result.lastBaseline = text.lastBaseline
      result.endsPage = text.endsPage
      result.danglingText = text.danglingText
      result.children.append(Fragment.Child(offset: .zero, fragment: text))
    }
    result.children.append(Fragment.Child(offset: Point(x: 0, y: top), fragment: notes))
    return result
  }

  // MARK: Text

  /// What the text gives to one region.
  private struct Setting {
    var fragment: Fragment?
    var resume: BreakToken?
    var marks: [FootnoteMark] = []

    init(fragment: Fragment?, resume: BreakToken?) {
      self.fragment = fragment
      self.resume = resume
      marks = fragment?.allFootnotes ?? []
    }

    var height: Double { fragment?.size.height ?? 0 }

    /// The notes that begin here.
    var entries: [FootnoteArea.Entry] { marks.map { FootnoteArea.Entry(note: $0.note) } }
  }

  private enum Outcome {
    case set(Setting)
    case empty
    case nothing(BreakReason)
  }

  private func attempt(
    _ height: Double, isFresh: Bool, from state: State, _ region: Region,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Outcome {
    var room = region
    room.remaining = max(0, height)
    room.isFresh = isFresh
    switch try content.countedFit(into: room, resumingAt: state.textToken, in: context) {
    case .empty: return .empty
    case .nothing(let reason): return .nothing(reason)
    case .whole(let fragment): return .set(Setting(fragment: fragment, resume: nil))
    case .part(let fragment, let resume):
      guard resume != state.textToken else { throw .standstill(of: content) }
      return .set(Setting(fragment: fragment, resume: resume))
    }
  }

  /// The text above the notes that go on and those that it brings.
  private func text(
    from state: State, into region: Region, area: FootnoteFeet, in context: TypesettingContext
  ) throws(Diagnostic) -> Outcome {
    let height = region.remaining
    let carried = try area.height(of: state.notes)
    if carried > height / 2 {
      // They leave little room, so that others would queue behind them: only text without notes.
      let half = try settle(
        height / 2, from: state, region, in: context
      ) { (setting) throws(Diagnostic) in
        setting.marks.isEmpty ? nil : setting.marks.reduce(.infinity) { min($0, $1.top) }
      }
      if case .set = half { return half }
      guard carried < height else { return half }
    }
    let first = try attempt(
      height - carried, isFresh: region.isFresh && state.notes.isEmpty, from: state, region,
      in: context)
    guard case .set(let full) = first, !full.marks.isEmpty else {
      guard case .nothing = first, region.isFresh, carried <= height / 2 else { return first }
      return try leastText(height - carried, from: state, region, in: context) ?? first
    }
    var outcome = try fitting(full, isFresh: false, from: state, region, area: area, in: context)
    if case .nothing = outcome, region.isFresh, carried <= height / 2 {
      // Lines that belong together have more notes than there is room for: they are parted, and of
      // a single line the notes are carried over.
      outcome = try fitting(full, isFresh: true, from: state, region, area: area, in: context)
    }
    guard case .set(let fitting) = outcome else { return outcome }
    guard state.notes.isEmpty || fitting.height <= height - carried else {
      return .nothing(BreakReason("its footnotes have no room"))
    }
    return .set(try widened(fitting, from: state, region, area: area, in: context))
  }

  /// The text up to where it and the beginnings of its notes fill the region.
  private func fitting(
    _ full: Setting, isFresh: Bool, from state: State, _ region: Region, area: FootnoteFeet,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Outcome {
    /// The room that notes leave to a text.
    func room(_ notes: [FootnoteArea.Entry]) throws(Diagnostic) -> Double {
      region.remaining - (try area.leastHeight(of: state.notes + notes, upTo: region.remaining))
    }
    let outcome = try settle(full, isFresh: isFresh, from: state, region, in: context) {
      (setting) throws(Diagnostic) in
      let free = try room(setting.entries)
      if setting.height <= free + Region.tolerance { return nil }
      // The first line, from the top, whose note would have no room to begin.
      var before: [FootnoteArea.Entry] = []
      for mark in setting.marks {
        let others = before
        before.append(FootnoteArea.Entry(note: mark.note))
        if mark.bottom <= (try room(before)) + Region.tolerance { continue }
        return max(free, min(mark.top, try room(others)))
      }
      return free
    }
    // Where text stands beside text, the first line is not the lowest, and too much was left out.
    guard case .set(var best) = outcome, best.height < full.height else { return outcome }
    var (low, high) = (best.height, full.height)
    for _ in 0..<5 {
      let gap = try room(best.entries) - best.height
      guard gap > 0.15 * region.remaining, high - low > 0.05 * region.remaining else { break }
      let middle = (low + high) / 2
      if case .set(let next) = try attempt(
        middle, isFresh: false, from: state, region, in: context),
        next.height > best.height, next.height <= (try room(next.entries)) + Region.tolerance
      {
        (best, low) = (next, middle)
      } else {
        high = middle
      }
    }
    return .set(best)
  }

  /// Text that would rather wait, above notes that leave it room; nil where it has too little.
  private func leastText(
    _ height: Double, from state: State, _ region: Region, in context: TypesettingContext
  ) throws(Diagnostic) -> Outcome? {
    let outcome = try attempt(height, isFresh: true, from: state, region, in: context)
    guard case .set(let setting) = outcome, setting.marks.isEmpty,
      setting.height <= height + Region.tolerance
    else { return nil }
    return outcome
  }

  /// Text that leaves more room to a long last note, up to half of the region, without losing the
  /// line of its mark.
  private func widened(
    _ setting: Setting, from state: State, _ region: Region, area: FootnoteFeet,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Setting {
    let entries = state.notes + setting.entries
    let whole = try area.height(of: entries)
    guard setting.height + whole > region.remaining + Region.tolerance else { return setting }
    let wanted = max(
      try area.leastHeight(of: entries, upTo: region.remaining), min(whole, region.remaining / 2))
    let lowest = setting.marks.reduce(0) { max($0, $1.bottom) }
    let limit = max(region.remaining - wanted, lowest)
    guard limit < setting.height - Region.tolerance,
      case .set(let shorter) = try attempt(
        limit, isFresh: false, from: state, region, in: context),
      shorter.marks.count == setting.marks.count, shorter.resume != nil
    else { return setting }
    return shorter
  }

  /// Sets text into less and less room: `excess` gives the next height, or nil where all is well.
  private func settle(
    _ height: Double, from state: State, _ region: Region, in context: TypesettingContext,
    _ excess: (Setting) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) -> Outcome {
    let outcome = try attempt(height, isFresh: false, from: state, region, in: context)
    guard case .set(let setting) = outcome else { return outcome }
    return try settle(setting, isFresh: false, from: state, region, in: context, excess)
  }

  /// In a fresh region the least text stands in any case.
  private func settle(
    _ first: Setting, isFresh: Bool, from state: State, _ region: Region,
    in context: TypesettingContext,
    _ excess: (Setting) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) -> Outcome {
    var setting = first
    for _ in 0..<Self.maximumAttempts {
      guard let height = try excess(setting) else { return .set(setting) }
      // A rounding error must not offer the same room again.
      let less = min(height, setting.height - 2 * Region.tolerance)
      guard less > 0 || isFresh else { break }
      let outcome = try attempt(less, isFresh: isFresh, from: state, region, in: context)
      guard case .set(let next) = outcome else { return outcome }
      let isLeast = next.height >= setting.height - Region.tolerance
      setting = next
      if isLeast { break }
    }
    return isFresh ? .set(setting) : .nothing(BreakReason("its footnotes have no room"))
  }

  // MARK: Tokens

  /// How far text and notes are.
  private struct State {
    var textToken: BreakToken?
    var textHasEnded = false
    var notes: [FootnoteArea.Entry] = []

    init(_ token: BreakToken?) {
      guard let token else { return }
      textHasEnded = token.index == 1
      textToken = token.inner.first ?? nil
      notes = token.inner.dropFirst().compactMap { entry in
        entry.map { FootnoteArea.Entry(note: $0.index, resume: $0.inner.first ?? nil) }
      }
    }

    var token: BreakToken {
      BreakToken(
        index: textHasEnded ? 1 : 0,
        inner: [textToken] + notes.map { BreakToken(index: $0.note, inner: [$0.resume]) })
    }
  }
}
