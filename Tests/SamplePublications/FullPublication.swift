import Design
import DisplayList
import Geometry

extension SamplePublication {
  /// A publication that uses all that a PDF can hold here.
  package static func full() throws -> SamplePublication {
    var sample = try SamplePublication(pages: 3)
    try sample.write("Öffnung: Flöße, ẞ „fi“ AV 53.000 €", at: 20, 40)
    try sample.write("Flughafen-Straße, die Stadtent-", at: 20, 60, softHyphen: true)
    try sample.write("wicklung", at: 20, 74)
    try sample.write("Übersicht", at: 20, 120, family: "Inter Display", weight: 700, size: 24)
    sample.draw(
      Shape(
        path: Path(circleAt: Point(x: 90, y: 200), radius: 40),
        fill: PaletteColor("teal", tint: 0.3),
        stroke: Stroke(color: PaletteColor("ink"), width: 2, roundCaps: true, dashes: [0, 6])))
    let paragraph = sample.publication.structure.add(.init(type: "P", parent: nil))
    let links = (0..<2).map { _ in
      sample.publication.structure.add(.init(type: "Link", parent: paragraph))
    }
    sample.publication.pages[0].items[0].mark = .element(links[0])
    sample.publication.pages[0].items[1].mark = .element(links[1])
    sample.publication.pages[0].items[2].mark = .element(links[1])
    sample.publication.pages[0].links = [
      LinkArea(
        rect: Rect(x: 20, y: 30, width: 80, height: 12),
        target: .address("https://example.org/a_(b)?c='d'"), title: "a", element: links[0]),
      LinkArea(
        rect: Rect(x: 20, y: 50, width: 80, height: 12), target: .destination("Größe 'x' (\\)"),
        title: "b", element: links[1]),
    ]
    sample.publication.pages[2].destinations = [
      Destination(name: "z", point: Point(x: 1, y: 2)),
      Destination(name: "Größe 'x' (\\)", point: Point(x: 10, y: 200)),
      Destination(name: "a", point: Point(x: 1, y: 2)),
    ]
    sample.publication.outline = [
      OutlineEntry(title: "Eins (ü)", level: 1, page: 0, y: 100),
      OutlineEntry(title: "Eins-eins", level: 2, page: 1, y: 0),
      OutlineEntry(title: "zu tief", level: 4, page: 1, y: 20),
      OutlineEntry(title: "Zwei", level: 1, page: 2, y: 200),
    ]
    sample.publication.pages[2].label = "A-3"
    return sample
  }
}
