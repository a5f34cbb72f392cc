import CairoRendering
import Design
import Diagnostics
import DisplayList
import Foundation
import Geometry
import PDFFinishing
import SamplePublications
import TemporaryFolders
import Testing

/// What colours become in print.
@Suite struct InkTests {
  private static let square = Path(rect: Rect(x: 20, y: 20, width: 40, height: 40))

  /// A page with one square in each colour of a palette, and in a tint of it.
  private func squares(_ inks: [(String, RGB, Ink?)]) throws -> PrintSample {
    var sample = try SamplePublication()
    for (name, rgb, ink) in inks {
      sample.publication.palette.entries[name] = PaletteEntry(name: name, rgb: rgb, ink: ink)
      sample.draw(Shape(path: Self.square, fill: PaletteColor(name)))
      sample.draw(Shape(path: Self.square, fill: PaletteColor(name, tint: 0.5)))
    }
    return PrintSample(sample.publication)
  }

  private static let gray = RGB(red: 0.2, green: 0.2, blue: 0.2)

  @Test func `colours that look alike on screen keep their own inks`() throws {
    let text = try squares([
      ("a", Self.gray, .process(CMYK(cyan: 0.6, magenta: 0.45, yellow: 0.4, black: 0.8))),
      ("b", Self.gray, .process(.black)),
    ]).content()
    for inks in ["0.6 0.45 0.4 0.8 k", "0.3 0.225 0.2 0.4 k", "0 0 0 1 k", "0 0 0 0.5 k"] {
      #expect(text.contains(inks), "\(inks) in \(text)")
    }
  }

  @Test func `a spot colour is an ink of its own, with what stands for it`() throws {
    let orange = CMYK(cyan: 0, magenta: 0.5, yellow: 1, black: 0)
    let sample = try squares([
      ("brand", RGB(red: 1, green: 0.5, blue: 0), .spot("HKS 6 K", alternate: orange)),
      ("other", RGB(red: 0, green: 0.4, blue: 1), .spot("Sonderblau (matt)", alternate: nil)),
    ])
    let text = try sample.unpacked()
    #expect(text.contains("/Separation\n  /HKS#206#20K\n  /DeviceCMYK"))
    #expect(text.contains("/C1 [\n      0\n      0.5\n      1\n      0\n    ]"))
    #expect(text.contains("/Sonderblau#20#28matt#29"))
    let content = try sample.content()
    #expect(content.contains("/UmbruchInk0 cs 1 scn"))
    #expect(content.contains("/UmbruchInk0 cs 0.5 scn"))
    #expect(content.contains("/UmbruchInk1 cs 1 scn"))
  }

  @Test func `greys without inks are black alone, from paper to full`() throws {
    let text = try squares([
      ("white", RGB(red: 1, green: 1, blue: 1), nil),
      ("black", RGB(red: 0, green: 0, blue: 0), nil),
    ]).content()
    let inks = text.matches(of: /([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) k/).map {
      [$0.output.1, $0.output.2, $0.output.3, $0.output.4].compactMap { Double($0) }
    }
    #expect(inks.allSatisfy { $0[0] == 0 && $0[1] == 0 && $0[2] == 0 })
    #expect(inks.first?[3] == 0 && inks.contains { $0[3] == 1 })
    // Half of black on screen, byte 128, has a lightness of 54: about half black ink.
    #expect(inks.contains { (0.4...0.65).contains($0[3]) }, "\(inks)")
  }

  @Test func `full black text overprints, nothing else does`() throws {
    var sample = try SamplePublication()
    sample.publication.palette.entries["key"] = PaletteEntry(
      name: "key", rgb: Self.gray, ink: .process(.black))
    sample.draw(Shape(path: Self.square, fill: PaletteColor("key")))
    try sample.write("schwarz", at: 20, 100, color: PaletteColor("key"))
    try sample.write("grün", at: 20, 120, color: PaletteColor("teal"))
    try sample.write("grau", at: 20, 140, color: PaletteColor("key", tint: 0.5))
    let print = PrintSample(sample.publication)
    let content = try print.content()
    let texts = content.split(separator: "BT").dropFirst()
    #expect(texts.count == 3)
    #expect(texts.first?.contains("/UmbruchOverprint gs") == true)
    #expect(texts.dropFirst().allSatisfy { !$0.contains("/UmbruchOverprint") })
    #expect(content.matches(of: /UmbruchKnockout gs/).count == 1)
    let text = try print.unpacked()
    #expect(text.contains(/\/UmbruchOverprint <<\s+\/OP true\s+\/OPM 1\s+\/op true/))
  }

  @Test func `gradients, patterns, groups, masks and pictures have inks, soft masks their greys`()
    throws
  {
    let folder = try TemporaryFolder()
    let svg = SamplePictures.svg(
      """
      <linearGradient id='a'><stop offset='0' stop-color='#f00'/><stop offset='.4' \
      stop-color='#0f0'/><stop offset='1' stop-color='#00f' stop-opacity='.3'/></linearGradient>
      <pattern id='p' width='3' height='3' patternUnits='userSpaceOnUse'>
      <rect width='2' height='2' fill='#808'/></pattern>
      <mask id='m'><rect width='24' height='12' fill='#888'/></mask>
      <rect width='12' height='12' fill='url(#a)'/><rect x='12' width='9' height='9' fill='url(#p)'/>
      <g opacity='.5'><rect y='12' width='9' height='9' fill='#222'/>
      <rect y='15' width='9' height='9' fill='#abc'/></g>
      <rect mask='url(#m)' y='9' width='24' height='6' fill='teal'/>
      """)
    var sample = try SamplePublication()
    for (name, bytes) in [
      ("a.svg", svg), ("b.png", try SamplePictures.png()), ("c.jpg", try SamplePictures.jpeg()),
      ("d.jpg", try SamplePictures.jpeg(gray: true)),
    ] {
      let file = try folder.write(bytes, to: name)
      sample.publication.pages[0].items.append(
        DisplayItem(.image(PlacedImage(file: file, frame: Rect(x: 9, y: 9, width: 64, height: 32))))
      )
    }
    let print = PrintSample(sample.publication)
    let text = try print.unpacked()
    #expect(!text.contains("DeviceRGB"))
    #expect(!text.contains(/[0-9] (rg|RG)\s/))
    // The gradient's red: magenta and yellow.
    #expect(text.contains(/\/C0 \[\s+0\s+(0\.9\d*|1)\s+(0\.9\d*|1)\s+0\s+\]/))
    #expect(text.contains("/S /Luminosity") && text.contains("/CS /DeviceGray"))
    #expect(text.contains(/\/ColorSpace \/DeviceGray\s/))
    #expect(text.matches(of: /\/ColorSpace \/DeviceCMYK/).count == 3)
    _ = try Tool.run("qpdf", "--check", "@", on: print.bytes())
  }

  @Test func `a picture in inks goes to the press as it is`() throws {
    let folder = try TemporaryFolder()
    let bytes = try SamplePictures.jpegInInks([0, 255, 255, 0])
    let file = try folder.write(bytes, to: "photo.jpg")
    var sample = try SamplePublication()
    sample.publication.pages[0].items.append(
      DisplayItem(.image(PlacedImage(file: file, frame: Rect(x: 9, y: 9, width: 64, height: 64)))))
    let profile = try PrintSample.profile.get()
    let resources = RenderingResources(
      images: ImageCatalogue(
        resolve: { (path) throws(Diagnostic) in path }, inkProfile: { profile.bytes }))
    let print = PrintSample(sample.publication)
    let sheets = try PrintSheets(sample.publication, for: print.printer)
    let pages = try PDFRenderer(resources).render(sheets.drawing, for: .print, bleed: true)
    let finished = try PrintEdition.finish(
      pages, of: sheets, for: print.printer, converting: ColorConversion(profile))
    #expect(Data(finished).range(of: Data(bytes)) != nil)
    let text = try Tool.run("qpdf", "--qdf", "--object-streams=disable", "@", "-", on: finished)
    #expect(text.contains(/\/Decode \[\s+1\s+0\s+1\s+0\s+1\s+0\s+1\s+0\s+\]/))
    // On screen it is what these inks look like: a strong red.
    let screen = try PDFRenderer(resources).render(sample.publication)
    #expect(Data(screen.bytes).range(of: Data(bytes)) == nil)
    let colors = try #require(try resources.images.colors(of: file))
    let color = colors.color(at: Point(x: 0.5, y: 0.5))
    #expect(color.red > 0.8 && color.green < 0.2 && color.blue < 0.3, "\(color)")
  }

  @Test func `no colour takes more ink than the profile allows`() throws {
    let steps = stride(from: 0.0, through: 1, by: 1 / 12)
    let colors = steps.flatMap { red in
      steps.flatMap { green in steps.map { RGB(red: red, green: green, blue: $0) } }
    }
    var sample = try SamplePublication()
    for (index, rgb) in colors.enumerated() {
      sample.publication.palette.entries["c\(index)"] = PaletteEntry(name: "c\(index)", rgb: rgb)
      sample.draw(Shape(path: Self.square, fill: PaletteColor("c\(index)")))
    }
    let content = try PrintSample(sample.publication).content()
    let totals = content.matches(of: /([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) k/).map { match in
      [match.output.1, match.output.2, match.output.3, match.output.4]
        .compactMap { Double($0) }.reduce(0, +)
    }
    #expect(totals.count > 2000)
    #expect(totals.allSatisfy { $0 <= 3.0 }, "\(totals.max() ?? 0)")
    #expect(totals.contains { $0 > 2.5 })
  }

  @Test func `two inks for one colour of pictures are an error that names both`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(SamplePictures.icon, to: "icon.svg")
    var sample = try SamplePublication()
    for (name, ink) in [
      ("ink", Ink.process(.black)),
      ("soot", Ink.process(CMYK(cyan: 0.5, magenta: 0, yellow: 0, black: 1))),
    ] {
      sample.publication.palette.entries[name] = PaletteEntry(
        name: name, rgb: RGB(red: 0.2, green: 0.4, blue: 0.6), ink: ink)
    }
    func icon(_ color: String) -> DisplayItem {
      DisplayItem(
        .image(
          PlacedImage(
            file: file, frame: Rect(x: 9, y: 9, width: 24, height: 24), color: PaletteColor(color)))
      )
    }
    sample.publication.pages[0].items = [icon("ink")]
    #expect(try PrintSample(sample.publication).content().contains("0 0 0 1 k"))
    sample.publication.pages[0].items.append(icon("soot"))
    let problem = #expect(throws: Diagnostic.self) {
      try PrintSample(sample.publication).bytes()
    }
    #expect(problem?.identifier == "print.ambiguous-color")
    #expect(problem?.message.contains("“ink” and “soot”") == true)
  }
}
