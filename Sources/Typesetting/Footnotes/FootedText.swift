import Diagnostics
import Geometry

/// The search for how much text goes into a region together with the beginnings of its notes.
///
/// The first attempt ends where the notes of its lines leave them no room any more; further ones set
/// less, and set anew only what is no longer whole.
struct FootedText {
  let content: StackBlock
  let start: FootedBlock.State
  let region: Region
  let feet: FootnoteFeet
  let context: TypesettingContext

  /// What the text gives to one region.
  struct Setting {
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

  enum Outcome {
    case set(Setting)
    case empty
    case nothing(BreakReason)
  }

  /// Each attempt leaves out at least a line that brought a note; where so many do not lead to an
  /// end, notes are carried over.
  private static let maximumAttempts = 24

  /// The text above the notes that go on and those that it brings.
  func outcome() throws(Diagnostic) -> Outcome {
    let height = region.remaining
    let waiting = try feet.notes(start.notes)
    let carried = feet.height(of: waiting)
    if carried > height / 2 {
      // They leave little room, so that others would queue behind them: only text without notes.
      if case .set(let half) = try textWithoutNotes(height / 2) { return .set(half) }
      guard carried < height else { return .nothing(.noRoom) }
    }
    let known = KnownChildren()
    let first = try attempt(
      height - carried, isFresh: region.isFresh && start.notes.isEmpty, reusing: known,
      until: isFull(waiting))
    guard case .set(let full) = first, !full.marks.isEmpty else {
      guard case .nothing = first, region.isFresh, carried <= height / 2 else { return first }
      return try leastText(height - carried) ?? first
    }
    var outcome = try fitting(full, isFresh: false, below: waiting, reusing: known)
    if case .nothing = outcome, region.isFresh, carried <= height / 2 {
      // Lines that belong together have more notes than there is room for: they are parted, and of
      // a single line the notes are carried over.
      outcome = try fitting(full, isFresh: true, below: waiting, reusing: known)
    }
    guard case .set(let fitting) = outcome else { return outcome }
    guard start.notes.isEmpty || fitting.height <= height - carried else {
      return .nothing(.noRoom)
    }
    return .set(try widened(fitting, reusing: known))
  }

  // MARK: Attempts

  private func attempt(
    _ height: Double, isFresh: Bool, reusing known: KnownChildren,
    until isFull: (Fragment.Child) throws(Diagnostic) -> Bool = { _ in false }
  ) throws(Diagnostic) -> Outcome {
    var room = region
    room.remaining = max(0, height)
    room.isFresh = isFresh
    let fit = try content.fit(
      into: room, resumingAt: start.textToken, reusing: known, in: context, until: isFull)
    switch fit {
    case .empty: return .empty
    case .nothing(let reason): return .nothing(reason)
    case .whole(let fragment): return .set(Setting(fragment: fragment, resume: nil))
    case .part(let fragment, let resume):
      guard resume != start.textToken else { throw .standstill(of: content) }
      return .set(Setting(fragment: fragment, resume: resume))
    }
  }

  /// Whether text has come so far that its notes leave it no room, told one child after another.
  private func isFull(
    _ waiting: FootnoteFeet.Notes
  ) -> (Fragment.Child) throws(Diagnostic) -> Bool {
    var notes = waiting
    return { (child) throws(Diagnostic) in
      for mark in child.fragment.allFootnotes {
        try feet.add(FootnoteArea.Entry(note: mark.note), to: &notes)
      }
      return try !holds(child.offset.y + child.fragment.size.height, above: notes)
    }
  }

  /// The room that the beginnings of notes leave to a text.
  private func room(above notes: FootnoteFeet.Notes) throws(Diagnostic) -> Double {
    region.remaining - (try feet.leastHeight(of: notes))
  }

  /// Whether text down to a height has room above the beginnings of notes.
  private func holds(
    _ height: Double, above notes: FootnoteFeet.Notes
  ) throws(Diagnostic) -> Bool {
    // Where they have room as a whole, their beginnings need not be looked for.
    if height <= region.remaining - feet.height(of: notes) + Region.tolerance { return true }
    return height <= (try room(above: notes)) + Region.tolerance
  }

  /// The text up to where it and the beginnings of its notes fill the region.
  private func fitting(
    _ full: Setting, isFresh: Bool, below waiting: FootnoteFeet.Notes,
    reusing known: KnownChildren
  ) throws(Diagnostic) -> Outcome {
    let outcome = try settle(full, isFresh: isFresh, reusing: known) {
      (setting) throws(Diagnostic) in
      // The first line whose note would have no room to begin; the notes behind it are not looked at.
      var notes = waiting
      for mark in setting.marks {
        let others = notes
        try feet.add(FootnoteArea.Entry(note: mark.note), to: &notes)
        if try holds(mark.bottom, above: notes) { continue }
        let height = min(mark.top, try room(above: others))
        guard height < setting.height / 2 else { return height }
        // It may stand high up beside other text.
        return max(height, try room(above: self.notes(of: setting, below: waiting)))
      }
      return try holds(setting.height, above: notes) ? nil : try room(above: notes)
    }
    // Where text stands beside text, the first line is not the lowest, and too much was left out.
    guard case .set(var best) = outcome, best.height < full.height else { return outcome }
    var (low, high) = (best.height, full.height)
    for _ in 0..<5 {
      let gap = try room(above: notes(of: best, below: waiting)) - best.height
      guard gap > 0.15 * region.remaining, high - low > 0.05 * region.remaining else { break }
      let middle = (low + high) / 2
      if case .set(let next) = try attempt(middle, isFresh: false, reusing: known),
        next.height > best.height,
        try holds(next.height, above: notes(of: next, below: waiting))
      {
        (best, low) = (next, middle)
      } else {
        high = middle
      }
    }
    return .set(best)
  }

  /// The notes of a text below those that wait.
  private func notes(
    of setting: Setting, below waiting: FootnoteFeet.Notes
  ) throws(Diagnostic) -> FootnoteFeet.Notes {
    var notes = waiting
    for entry in setting.entries { try feet.add(entry, to: &notes) }
    return notes
  }

  /// Text without any notes.
  private func textWithoutNotes(_ height: Double) throws(Diagnostic) -> Outcome {
    let known = KnownChildren()
    let outcome = try attempt(height, isFresh: false, reusing: known)
    guard case .set(let setting) = outcome else { return outcome }
    return try settle(setting, isFresh: false, reusing: known) { setting in
      setting.marks.isEmpty ? nil : setting.marks.reduce(.infinity) { min($0, $1.top) }
    }
  }

  /// Text that would rather wait, above notes that leave it room; nil where it has too little.
  private func leastText(_ height: Double) throws(Diagnostic) -> Outcome? {
    let known = KnownChildren()
    let outcome = try attempt(height, isFresh: true, reusing: known)
    guard case .set(let setting) = outcome, setting.marks.isEmpty,
      setting.height <= height + Region.tolerance
    else { return nil }
    return outcome
  }

  /// Text that leaves more room to a long last note, up to half of the region, without losing the
  /// line of its mark.
  private func widened(
    _ setting: Setting, reusing known: KnownChildren
  ) throws(Diagnostic) -> Setting {
    let notes = try feet.notes(start.notes + setting.entries)
    let whole = feet.height(of: notes)
    guard setting.height + whole > region.remaining + Region.tolerance else { return setting }
    let wanted = max(try feet.leastHeight(of: notes), min(whole, region.remaining / 2))
    let lowest = setting.marks.reduce(0) { max($0, $1.bottom) }
    let limit = max(region.remaining - wanted, lowest)
    guard limit < setting.height - Region.tolerance,
      case .set(let shorter) = try attempt(limit, isFresh: false, reusing: known),
      shorter.marks.count == setting.marks.count, shorter.resume != nil
    else { return setting }
    return shorter
  }

  /// Sets text into less and less room: `excess` gives the next height, or nil where all is well.
  ///
  /// In a fresh region the least text stands in any case.
  private func settle(
    _ first: Setting, isFresh: Bool, reusing known: KnownChildren,
    _ excess: (Setting) throws(Diagnostic) -> Double?
  ) throws(Diagnostic) -> Outcome {
    var setting = first
    for _ in 0..<Self.maximumAttempts {
      guard let height = try excess(setting) else { return .set(setting) }
      // A rounding error must not offer the same room again.
      let less = min(height, setting.height - 2 * Region.tolerance)
      guard less > 0 || isFresh else { break }
      let outcome = try attempt(less, isFresh: isFresh, reusing: known)
      guard case .set(let next) = outcome else { return outcome }
      let isLeast = next.height >= setting.height - Region.tolerance
      setting = next
      if isLeast { break }
    }
    return isFresh ? .set(setting) : .nothing(.noRoom)
  }
}

extension BreakReason {
  /// Text that waits because of its notes.
  fileprivate static let noRoom = BreakReason("its footnotes have no room")
}
