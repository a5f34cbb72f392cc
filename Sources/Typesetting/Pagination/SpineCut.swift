import Design
import DisplayList
import Geometry
import Languages

extension PageContent {
  /// The content of a left and of a right page; `spine` is where the right one begins.
  ///
  /// Nothing but art reaches over the spine, and that only by the bleed: a thing is on the page that
  /// holds its middle.
  func cut(
    at spine: Double, languages: [LanguageTag]
  ) -> (left: PageContent, right: PageContent) {
    var (left, right) = (PageContent(), PageContent())
    let back = Point(x: -spine, y: 0)
    for item in items {
      if item.middle > spine { right.add(item.offset(by: back)) } else { left.add(item) }
    }
    for var link in links {
      let isRight = link.rect.x + link.rect.width / 2 > spine
      if case .destination(let name) = link.target, let note = FootnoteName.note(named: name) {
        if isRight { right.add(footnote: note) } else { left.add(footnote: note) }
      }
      guard isRight else {
        left.add(link)
        continue
      }
      link.rect = link.rect.offset(by: back)
      right.add(link)
    }
    for var destination in destinations {
      guard destination.point.x > spine else {
        left.add(destination)
        continue
      }
      destination.point = destination.point + back
      right.add(destination)
    }
    for heading in headings {
      if heading.language == languages.last { right.add(heading) } else { left.add(heading) }
    }
    for art in flatArt { left.add(art) }
    return (left, right)
  }
}

extension DisplayItem {
  /// Where its middle is across the double page.
  fileprivate var middle: Double {
    switch content {
    case .glyphs(let run): run.origin.x + (run.glyphs.last?.x ?? 0) / 2
    case .shape(let shape): shape.path.bounds.map { $0.x + $0.width / 2 } ?? 0
    case .image(let image): image.frame.x + image.frame.width / 2
    case .clipped(let path, _): path.bounds.map { $0.x + $0.width / 2 } ?? 0
    }
  }
}
