import Diagnostics
import Geometry

/// Footnotes of fixed frames: all of them stand at the frame's foot.
extension FrameSetter {
  /// The notes of the frame's content, whatever of it fits; nil where it has none.
  func footnotes(width: Double, in context: TypesettingContext) throws(Diagnostic) -> Fragment? {
    let places = content.footnotePlaces(width: width)
    guard let area = FootnoteFeet(places, height: .infinity, in: context) else { return nil }
    let text: Fragment
    switch try content.countedFit(into: .unbounded(width: width), resumingAt: nil, in: context) {
    case .whole(let fragment), .part(let fragment, _): text = fragment
    case .empty, .nothing: return nil
    }
    let entries = text.allFootnotes.map { FootnoteArea.Entry(note: $0.note) }
    return try area.fill(.infinity, with: entries, isForced: true).fragment
  }
}
