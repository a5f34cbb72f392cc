import DisplayList
import Geometry

/// The first mark of a footnote on a fragment, with the slot of the line that it stands in.
package struct FootnoteMark: Sendable, Hashable {
  /// The note, counted from 1 through the publication; not the number that is printed.
  package var note: Int
  /// The line's edges in points from the fragment's top.
  package var top: Double
  package var bottom: Double
}

/// The destinations of footnotes: marks lead to notes, notes to their first marks.
enum FootnoteName {
  private static let prefix = "footnote-"

  /// Where the first mark leads.
  static func note(_ note: Int) -> String { prefix + String(note) }
  /// Where further marks lead: the same place, but such a link brings no note onto the page.
  static func again(_ note: Int) -> String { prefix + String(note) + "-again" }
  /// Where the note leads back.
  static func mark(_ note: Int) -> String { prefix + String(note) + "-mark" }

  /// Whether it is the destination of a footnote or of its marks.
  static func isOwn(_ name: String) -> Bool { name.hasPrefix(prefix) }

  /// Whether a link is a mark in the text.
  static func isMark(_ name: String) -> Bool {
    note(named: name) != nil || (name.hasPrefix(prefix) && name.hasSuffix("-again"))
  }

  /// The note that a first mark leads to.
  static func note(named name: String) -> Int? {
    name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
  }
}

extension Fragment {
  /// Notes the footnotes that a line brings, and the places that the notes lead back to.
  mutating func addFootnotes(of line: SetLine, top: Double) {
    for link in line.links {
      guard case .destination(let name) = link.target, let note = FootnoteName.note(named: name)
      else { continue }
      footnotes.append(FootnoteMark(note: note, top: top, bottom: top + line.leading))
      destinations.append(
        Destination(name: FootnoteName.mark(note), point: Point(x: link.rect.x, y: top)))
    }
  }

  /// The marks of the fragment and all its parts, in the order of their notes.
  var allFootnotes: [FootnoteMark] {
    var found: [FootnoteMark] = []
    collectFootnotes(below: 0, into: &found)
    return found.sorted { $0.note < $1.note }
  }

  private func collectFootnotes(below y: Double, into found: inout [FootnoteMark]) {
    for mark in footnotes {
      found.append(FootnoteMark(note: mark.note, top: mark.top + y, bottom: mark.bottom + y))
    }
    for child in children {
      child.fragment.collectFootnotes(below: y + child.offset.y, into: &found)
    }
  }
}
