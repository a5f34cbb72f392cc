import CairoRendering
import Design
import DisplayList
import Foundation
import Geometry
import TemporaryFolders
import Testing

/// PDFs as programs from outside read them.
@Suite struct PDFRendererTests {
  /// A publication that uses all that a PDF can hold here.
  static func full() throws -> SamplePublication {
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
    sample.publication.pages[0].links = [
      LinkArea(
        rect: Rect(x: 20, y: 30, width: 80, height: 12),
        target: .address("https://example.org/a_(b)?c='d'"), title: "a"),
      LinkArea(
        rect: Rect(x: 20, y: 50, width: 80, height: 12), target: .destination("Größe 'x' (\\)"),
        title: "b"),
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

  private func render(_ sample: SamplePublication, bleed: Bool = false) throws -> [UInt8] {
    try PDFRenderer(SamplePublication.resources()).render(sample.publication, bleed: bleed)
  }

  @Test func `text comes out as it went in, a hyphen of line breaking as a soft one`() throws {
    let text = try Tool.run("pdftotext", "-raw", "@", "-", on: render(Self.full()))
    #expect(
      text.hasPrefix(
        "Öffnung: Flöße, ẞ „fi“ AV 53.000 €\nFlughafen-Straße, die Stadtent\u{AD}\nwicklung\n"
          + "Übersicht\n"))
  }

  @Test func `every font is embedded as a subset with its characters`() throws {
    let lines = try Tool.run("pdffonts", "@", on: render(Self.full())).split(separator: "\n")
    #expect(lines.count >= 4)
    for line in lines.dropFirst(2) {
      #expect(line.contains(/^[A-Z]{6}\+/) && line.contains(" yes yes yes "), "\(line)")
    }
  }

  @Test func `a strict reader finds no fault, pictures used twice included`() throws {
    let folder = try TemporaryFolder()
    let jpeg = try folder.write(SamplePictures.jpeg(), to: "photo.jpg")
    let png = try folder.write(SamplePictures.png(), to: "photo.png")
    var sample = try Self.full()
    for file in [jpeg, png, jpeg, png] {
      sample.publication.pages[1].items.append(
        DisplayItem(.image(PlacedImage(file: file, frame: Rect(x: 9, y: 9, width: 64, height: 32))))
      )
    }
    for bleed in [false, true] {
      // A warning gives status 3, which fails the test.
      _ = try Tool.run("qpdf", "--check", "@", on: render(sample, bleed: bleed))
    }
  }

  @Test func `pages have their trimmed size, or all of their bleed`() throws {
    let sample = try Self.full()
    let trimmed = try Tool.run("pdfinfo", "@", on: render(sample))
    let bled = try Tool.run("pdfinfo", "@", on: render(sample, bleed: true))
    #expect(trimmed.contains(/Page size: +298 x 420 pts/))
    #expect(bled.contains(/Page size: +316 x 438 pts/))
  }

  @Test func `pages may differ in size, and their targets with them`() throws {
    var sample = try SamplePublication(pages: 2)
    sample.publication.pages[1].size = Size(width: 600, height: 300)
    sample.publication.pages[1].destinations = [Destination(name: "a", point: Point(x: 5, y: 100))]
    let bytes = try render(sample)
    #expect(try Tool.run("pdfinfo", "-l", "2", "@", on: bytes).contains(/2 size: +600 x 300/))
    #expect(try Tool.run("pdfinfo", "-dests", "@", on: bytes).contains(/2 \[ XYZ +5 +200 null/))
  }

  @Test func `a page of a broken size is coloured up to its edges, and its links stay right`()
    throws
  {
    // A5; once without and once with bleed, and behind it a page of whole points.
    var sample = try SamplePublication(
      pages: 2, size: Size(width: 419.528, height: 595.276), bleed: 8.504)
    sample.publication.pages[1].size = Size(width: 300, height: 200)
    let shape = Shape(
      path: Path(rect: Rect(x: -9, y: -9, width: 438, height: 614)), fill: PaletteColor("teal"))
    sample.publication.pages[0].items.append(
      DisplayItem(
        .clipped(
          Path(rect: Rect(x: -9, y: -9, width: 438, height: 614)), [DisplayItem(.shape(shape))])))
    sample.publication.pages[0].links = [
      LinkArea(
        rect: Rect(x: 20, y: 30, width: 80, height: 12), target: .destination("a"), title: "a")
    ]
    sample.publication.pages[0].destinations = [
      Destination(name: "a", point: Point(x: 5, y: 100))
    ]
    for bleed in [false, true] {
      let bytes = try render(sample, bleed: bleed)
      _ = try Tool.run("qpdf", "--check", "@", on: bytes)
      let boxes = try Tool.run("pdfinfo", "-box", "-l", "2", "@", on: bytes)
      // As high as the page, up to the upper edge of the whole points.
      #expect(
        boxes.contains(
          bleed
            ? /1 MediaBox: +0.00 +0.72 +436.54 +613.00/ : /1 MediaBox: +0.00 +0.72 +419.53 +596.00/
        ), "\(boxes)")
      if !bleed { #expect(boxes.contains(/2 MediaBox: +0.00 +0.00 +300.00 +200.00/), "\(boxes)") }
      // The lower right corner up to the last dot, ten to a point, of which the colour has no white.
      let corner = try Tool.run(
        "sh", "-c",
        "pdftoppm -r 720 -f 1 -l 1 -x \(bleed ? 4345 : 4175) -y \(bleed ? 6107 : 5937)"
          + " -W 20 -H 15 \"$0\" | tail -c 900 | od -An -tx1 -v",
        "@", on: bytes)
      let dots = Set(corner.split(whereSeparator: \.isWhitespace))
      #expect(!dots.contains("ff"), "\(dots)")
      // Nothing moves from the upper edge; Cairo rounds areas outward, but not targets.
      let top = bleed ? 613 - 8.504 : 596.0
      let file = String(decoding: bytes, as: UTF8.self)
      let rect = try #require(
        file.firstMatch(of: /\/Rect \[ [0-9.]+ ([0-9.]+) [0-9.]+ ([0-9.]+)/))
      #expect(Double(rect.1) == (top - 42).rounded(.down))
      #expect(Double(rect.2) == (top - 30).rounded(.up))
      let target = try #require(file.firstMatch(of: /\/XYZ [0-9.]+ ([0-9.]+) 0\]/))
      #expect(abs((Double(target.1) ?? 0) - (top - 100)) < 0.01)
    }
  }

  @Test func `the file says what it is, at the given date`() throws {
    let information = try Tool.run("pdfinfo", "-isodates", "@", on: render(Self.full()))
    for line in [
      "Title:           Größe & Maß", "Author:          Stadt Dortmund", "Subject:         Probe",
      "Keywords:        eins, zwei", "Creator:         umbruch 1",
      "CreationDate:    2024-05-31T12:00:00Z", "ModDate:         2024-05-31T12:00:00Z",
    ] {
      #expect(information.contains(line + "\n"), "\(line)")
    }
  }

  @Test func `links lead out and within, whatever their names hold`() throws {
    let bytes = try render(Self.full())
    let file = String(decoding: bytes, as: UTF8.self)
    #expect(file.contains("/URI (https://example.org/a_%28b%29?c=%27d%27)"))
    let name = "Gr~C3~B6~C3~9Fe~20~27x~27~20~28~5C~29"
    #expect(file.contains("/Dest (\(name))"))
    #expect(try Tool.run("pdfinfo", "-dests", "@", on: bytes).contains("3 [ XYZ   10  220 null"))
    // A name tree is in order, or readers do not find what is there.
    let names = file.matches(of: /\n   \((\S+)\) \[/).map { String($0.1) }
    #expect(names == [name, "a", "z"])
  }

  @Test func `with bleed, links and targets move with the page`() throws {
    let file = String(decoding: try render(Self.full(), bleed: true), as: UTF8.self)
    #expect(file.contains("/Rect [ 29 387 109 399 ]"))
    #expect(file.contains("/XYZ 19 229 0]"))
  }

  @Test func `bookmarks nest by level, and a level left out is closed up`() throws {
    let json = try Tool.run("qpdf", "--json=1", "--json-key=outlines", "@", on: render(Self.full()))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    func titles(_ entries: Any?) -> [String] {
      (entries as? [[String: Any]] ?? []).flatMap { entry in
        ["\(entry["title"] ?? "")@\(entry["destpageposfrom1"] ?? "")"]
          + titles(entry["kids"]).map { ">" + $0 }
      }
    }
    #expect(
      titles(object?["outlines"]) == ["Eins (ü)@1", ">Eins-eins@2", ">>zu tief@2", "Zwei@3"])
  }

  @Test func `page labels begin with the first page`() throws {
    let file = String(decoding: try render(Self.full()), as: UTF8.self)
    let tree = try #require(file.firstMatch(of: /<< \/Nums \[([^\]]*)\]/)).1
    #expect(
      tree.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        == "0 << /S /D >> 2 << /S /D /St 3 /P (A-) >>")
  }

  @Test func `dates and counts are written as the standard has them`() throws {
    let file = String(decoding: try render(Self.full()), as: UTF8.self)
    #expect(file.contains("/CreationDate (D:20240531120000Z)"))
    #expect(file.contains("/ModDate (D:20240531120000Z)"))
    #expect(file.contains(/\/Type \/Outlines[^>]*\/Count 3\n/))
    #expect(!file.contains("/StructParent"))
  }

  @Test func `a title may hold what looks like PDF`() throws {
    var sample = try SamplePublication()
    let title = "<< /Nums [ /XObject << /CreationDate (x) \\"
    sample.publication.information.title = title
    sample.publication.outline = [OutlineEntry(title: title, level: 1, page: 0, y: 0)]
    let bytes = try render(sample)
    #expect(
      try Tool.run("pdfinfo", "-isodates", "@", on: bytes).contains("Title:           \(title)"))
    _ = try Tool.run("qpdf", "--check", "@", on: bytes)
  }

  @Test func `equal publications are equal bytes, whatever was drawn before and on any thread`()
    async throws
  {
    let sample = try Self.full()
    let publication = sample.publication
    let expected = try render(sample)
    let others = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for count in 0..<4 {
        group.addTask {
          let renderer = PDFRenderer(SamplePublication.resources())
          var other = try SamplePublication()
          try other.write("Anderes \(count)", at: 9, 9, family: "Inter", size: 7)
          for _ in 0..<count { _ = try renderer.render(other.publication) }
          return try (0..<5).map { _ in try renderer.render(publication) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(others.count == 20)
    #expect(others.allSatisfy { $0 == expected })
  }

  @Test func `a turned page is drawn on its head, within its bleed`() throws {
    var sample = try SamplePublication()
    try sample.write("Kopf", at: 20, 30, family: "Inter", size: 12)
    let page = sample.publication.pages[0]
    sample.publication.pages[0].isTurned = true
    let bytes = try PDFRenderer(SamplePublication.resources()).render(
      sample.publication, bleed: true)
    let words = try Tool.run("pdftotext", "-bbox", "@", "-", on: bytes)
    let word = try #require(words.split(separator: "\n").first { $0.contains("Kopf") })
    let right = try #require(word.firstMatch(of: /xMax="([0-9.]+)"/)?.output.1)
    // What begins 20 points from the left ends 20 points from the right.
    #expect(abs((Double(right) ?? 0) - (page.size.width + page.bleed - 20)) < 1)
  }

  @Test func `three hundred documents leave nothing behind`() throws {
    var sample = try Self.full()
    let folder = try TemporaryFolder()
    let file = try folder.write(SamplePictures.icon, to: "icon.svg")
    sample.publication.pages[1].items.append(
      DisplayItem(
        .image(
          PlacedImage(
            file: file, frame: Rect(x: 9, y: 9, width: 48, height: 48), color: PaletteColor("ink")))
      ))
    let renderer = PDFRenderer(SamplePublication.resources())
    func resident() throws -> Int {
      let status = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      return try #require(Int(status.split(separator: " ")[1])) * Int(getpagesize())
    }
    for _ in 0..<50 { _ = try renderer.render(sample.publication) }
    // Other tests share the process and may need memory meanwhile, but not for ever: what leaks
    // here is there in each round, and then no round is quiet.
    var growths: [Int] = []
    while growths.count(where: { $0 < 65_536 }) < 5, growths.count < 60 {
      let before = try resident()
      for _ in 0..<100 { _ = try renderer.render(sample.publication) }
      growths.append(try resident() - before)
    }
    #expect(growths.count(where: { $0 < 65_536 }) == 5, "\(growths)")
  }
}
