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

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let places = self.places.isEmpty ? content.footnotePlaces(width: region.width) : self.places
    guard let feet = FootnoteFeet(places, height: region.remaining, in: context) else {
      return try content.countedFit(into: region, resumingAt: token, in: context)
    }
    let start = State(token)
    var text: FootedText.Setting?
    if !start.textHasEnded {
      let search = FootedText(
        content: content, start: start, region: region, feet: feet, context: context)
      switch try search.outcome() {
      case .set(let setting): text = setting
      case .empty where start.notes.isEmpty: return .empty
      case .nothing(let reason) where start.notes.isEmpty: return .nothing(reason)
      case .empty: text = FootedText.Setting(fragment: nil, resume: nil)
      case .nothing: text = nil
      }
    }
    var entries = start.notes
    entries += text?.entries ?? []
    let used = text?.fragment?.size.height ?? 0
    // A page of its own has room for all of a note that was carried over.
    let (notes, rest) = try feet.fill(
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

  // MARK: Tokens

  /// How far text and notes are.
  struct State {
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
