import DisplayList
import Geometry

/// A link in running text with the structure element made for it.
struct LinkElement: Sendable, Hashable {
  var target: LinkArea.Target
  /// The text of the link.
  var title: String
  var element: Int

  /// Gives the links and the glyphs they cover in `lines` their elements.
  ///
  /// Areas come in reading order, and a link that is broken over lines has one in each of them, so
  /// that one walk over both finds each area's link.
  static func mark(_ links: [LinkElement], in lines: inout [SetLine]) {
    var next = 0
    // The link that the line before ended in, and may go on with.
    var open: Int?
    for line in lines.indices {
      for (index, area) in lines[line].links.enumerated() {
        let goesOn = index == 0 && lines[line].starts(in: area.rect)
        let from = goesOn ? open ?? next : next
        guard let found = links[from...].firstIndex(where: { $0.names(area) }) else { continue }
        next = found + 1
        lines[line].links[index].element = links[found].element
        lines[line].mark(.element(links[found].element), in: area.rect)
        open = lines[line].ends(in: area.rect) ? found : nil
      }
      if lines[line].links.isEmpty { open = nil }
    }
  }

  private func names(_ area: LinkArea) -> Bool { target == area.target && title == area.title }
}

extension SetLine {
  private static func contains(_ run: GlyphRun, _ rect: Rect) -> Bool {
    run.origin.x >= rect.x - 0.01 && run.origin.x < rect.maxX - 0.01
  }

  private var runs: [GlyphRun] {
    items.compactMap { if case .glyphs(let run) = $0.content { run } else { nil } }
  }

  /// The first glyphs of the line stand in the rectangle.
  fileprivate func starts(in rect: Rect) -> Bool {
    runs.first.map { Self.contains($0, rect) } ?? false
  }

  /// The last glyphs of the line stand in the rectangle.
  fileprivate func ends(in rect: Rect) -> Bool {
    runs.last.map { Self.contains($0, rect) } ?? false
  }

  /// Marks the glyphs in the rectangle.
  fileprivate mutating func mark(_ mark: ContentMark, in rect: Rect) {
    for index in items.indices {
      guard case .glyphs(let run) = items[index].content, items[index].mark != .artifact,
        Self.contains(run, rect)
      else { continue }
      items[index].mark = mark
    }
  }
}
