import CairoRendering
import Design
import Diagnostics
import DisplayList
import Geometry
import Testing
import TextShaping
import SamplePublications

/// Publications that cannot be drawn: a sentence each, and no document.
@Suite struct RenderingErrorTests {
  private func problem(_ change: (inout PublicationDrawing) -> Void) throws -> Diagnostic {
    var sample = try SamplePublication(pages: 2)
    try sample.write("Probe", at: 20, 40)
    change(&sample.publication)
    let renderer = PDFRenderer(SamplePublication.resources())
    let error = #expect(throws: Diagnostic.self) { try renderer.render(sample.publication) }
    return try #require(error)
  }

  private func square(_ color: String, x: Double = 0) -> DisplayItem {
    DisplayItem(
      .shape(Shape(path: Path(rect: Rect(x: x, y: 0, width: 9, height: 9)), fill: .init(color))))
  }

  @Test func `an unknown palette entry is named, with the near one`() throws {
    let error = try problem { $0.pages[1].items = [square("tael")] }
    #expect(error.identifier == "render.unknown-color")
    #expect(error.message.contains("“tael”"))
    #expect(error.hints == ["did you mean “teal”?"])
  }

  @Test func `a link to nowhere is named before Cairo drops the document`() throws {
    let error = try problem {
      $0.pages[1].destinations = [Destination(name: "projekt-7", point: .zero)]
      $0.pages[0].links = [
        LinkArea(
          rect: Rect(x: 0, y: 0, width: 9, height: 9), target: .destination("projekt-8"),
          title: "Projekt 8")
      ]
    }
    #expect(error.identifier == "render.missing-destination")
    #expect(error.message.contains("“Projekt 8”"))
    #expect(error.hints == ["did you mean “projekt-7”?"])
  }

  @Test func `two places of one name are an error`() throws {
    let error = try problem {
      for page in 0...1 { $0.pages[page].destinations = [Destination(name: "a", point: .zero)] }
    }
    #expect(error.identifier == "render.duplicate-destination")
  }

  @Test(arguments: [Double.nan, .infinity])
  func `what is no number is not drawn`(value: Double) throws {
    let error = try problem { $0.pages[0].items = [square("ink", x: value)] }
    #expect(error.identifier == "render.not-finite")
    let text = try problem {
      if case .glyphs(var run) = $0.pages[0].items[0].content {
        run.origin.y = value
        $0.pages[0].items[0].content = .glyphs(run)
      }
    }
    #expect(text.identifier == "render.not-finite")
  }

  @Test(arguments: [0, -5, .nan, 14_401])
  func `a page has a possible size`(edge: Double) throws {
    let error = try problem { $0.pages[1].size.height = edge }
    #expect(error.identifier == "render.page-size")
  }

  @Test func `a publication has pages`() throws {
    #expect(try problem { $0.pages = [] }.identifier == "render.no-pages")
  }

  @Test func `a bookmark leads to a page that is there`() throws {
    let error = try problem {
      $0.outline = [OutlineEntry(title: "Drei", level: 1, page: 2, y: 0)]
    }
    #expect(error.identifier == "render.outline")
    #expect(error.message.contains("“Drei”"))
  }

  @Test func `clips nest to a limit`() throws {
    let error = try problem {
      var item = square("ink")
      for _ in 0..<100 {
        item = DisplayItem(
          .clipped(Path(rect: Rect(x: 0, y: 0, width: 9, height: 9)), [item]))
      }
      $0.pages[0].items = [item]
    }
    #expect(error.identifier == "render.too-deep")
  }

  @Test func `glyphs that do not follow their text are refused`() throws {
    let error = try problem {
      if case .glyphs(var run) = $0.pages[0].items[0].content {
        run.glyphs[0].cluster = 99
        $0.pages[0].items[0].content = .glyphs(run)
      }
    }
    #expect(error.identifier == "render.clusters")
    #expect(error.message.contains("“Probe”"))
  }

  @Test func `a face whose file is gone is named`() throws {
    let error = try problem {
      if case .glyphs(var run) = $0.pages[0].items[0].content {
        run.face.file = "/does/not/exist.ttf"
        $0.pages[0].items[0].content = .glyphs(run)
      }
    }
    #expect(error.identifier == "font.broken")
    #expect(error.location?.file == "/does/not/exist.ttf")
  }

  @Test func `dashes of no length draw a full line`() throws {
    var sample = try SamplePublication()
    sample.draw(
      Shape(
        path: Path(rect: Rect(x: 9, y: 9, width: 9, height: 9)),
        stroke: Stroke(color: .init("ink"), width: 1, dashes: [0, 0])))
    let renderer = PDFRenderer(SamplePublication.resources())
    #expect(try !renderer.render(sample.publication).bytes.isEmpty)
  }
}
