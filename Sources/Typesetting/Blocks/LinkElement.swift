import DisplayList
import Geometry

/// A link in running text with the structure element made for it.
struct LinkElement: Sendable, Hashable {
  var target: LinkArea.Target
  var element: Int

  /// Gives the links and the glyphs they cover in `lines` their elements.
  ///
  /// Areas come in reading order, and a link that is broken over lines has several, so that one walk
  /// over both finds each area's link.
  static func mark(_ links: [LinkElement], in lines: inout [SetLine]) {
    var current = 0
    for line in lines.indices {
      for area in lines[line].links.indices {
        let target = lines[line].links[area].target
        guard let found = links[current...].firstIndex(where: { $0.target == target })
        else { continue }
        current = found
        lines[line].links[area].element = links[found].element
        let rect = lines[line].links[area].rect
        for item in lines[line].items.indices {
          guard case .glyphs(let run) = lines[line].items[item].content,
            lines[line].items[item].mark != .artifact,
            run.origin.x >= rect.x - 0.01, run.origin.x < rect.maxX - 0.01
          else { continue }
          lines[line].items[item].mark = .element(links[found].element)
        }
      }
    }
  }
}
