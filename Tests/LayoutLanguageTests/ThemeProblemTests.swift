import Design
import Diagnostics
import LayoutLanguage
import SampleLayouts
import Testing

/// Mistakes in themes and in the styles of a layout.
@Suite struct ThemeProblemTests {
  /// Reads a marked theme under a layout that uses nothing of it.
  private func differences(_ theme: String) -> [String] {
    let marked = MarkedText(theme)
    let read = SampleLayout.read(
      SampleLayout.head + "pages:\n  - page: one\n", theme: marked.text)
    return marked.differences(from: read.diagnostics, in: SampleLayout.themeFile)
  }

  @Test func sampleIsSound() {
    #expect(differences(SampleLayout.theme) == [])
  }

  @Test func layoutsAreLookedThroughUnderFaultyThemes() {
    let layout = SampleLayout.flow(
      """
      - paragraph: "{"
      - paragraph: Text
        style: small
        color: teal
      """)
    func identifiers(_ theme: String) -> [String] {
      SampleLayout.read(layout, theme: theme).diagnostics.map(\.identifier)
    }
    let own = identifiers(SampleLayout.theme)
    #expect(own.count == 1)
    // It cannot be read at all; a colour, a style, all colours, all fonts are faulty.
    #expect(identifiers("theme: [").suffix(1) == own)
    for (from, to) in [
      ("\"#0B7A75\"", "red"), ("size: 8pt", "size: big"), ("palette:", "palete:"),
      ("fonts: {", "font: {"), ("styles:", "style:"),
    ] {
      let found = identifiers(SampleLayout.theme.replacing(from, with: to))
      #expect(found.suffix(1) == own)
      #expect(!found.contains { $0.hasPrefix("layout.unknown-") && $0 != "layout.unknown-key" })
      #expect((2...3).contains(found.count))
    }
    let missing = SampleLayout.read(layout.replacing("theme: house", with: "theme: hose"))
    #expect(missing.diagnostics.map(\.identifier) == ["layout.missing-theme"] + own)
  }

  @Test func topLevel() {
    #expect(
      differences(
        """
        theme: hose
        ^ layout.missing-key the theme has no “fonts”
        ^ layout.missing-key the theme has no “styles”
        #      ^ layout.wrong-name give both the same name
        palette: {}
        colours: {}
        ^ layout.unknown-key unknown key “colours” in a theme
        """) == [])
    #expect(
      differences(
        """
        [a]
        ^ layout.wrong-type a theme (keys and values)
        """) == [])
  }

  @Test func palette() {
    #expect(
      differences(
        """
        theme: house
        palette:
          ink: { screen: "#222222" }
          short: { screen: "#222" }
          #                ^ layout.wrong-type a colour
          signed: { screen: "#+12345" }
          #                 ^ layout.wrong-type a colour
          none: { print: [0, 0, 0, 0] }
          #     ^ layout.wrong-type a colour
          three: { screen: "#222222", print: [0, 0, 0] }
          #                                  ^ layout.wrong-type four ink shares
          much: { screen: "#222222", print: [0, 0, 0, 101] }
          #                                           ^ layout.wrong-type from 0.0 to 100.0
          plain: red
          #      ^ layout.wrong-type a colour (keys and values)
          more: { screen: "#222222", rgb: 1 }
          #                          ^ layout.unknown-key
        fonts: [Inter]
        #      ^ layout.wrong-type font families by name
        styles: {}
        """) == [])
  }

  @Test func styles() {
    #expect(
      differences(
        """
        theme: house
        palette: { ink: { screen: "#222222" } }
        fonts: { text: Vollkorn, sans: }
        #                              ^ layout.wrong-type the name of a font family
        styles:
          bare: {}
        # ^ layout.missing-key the style “bare” has no “font”
        # ^ layout.missing-key the style “bare” has no “color”
          body: { font: txet, color: inc, siez: 3pt }
          #             ^ layout.unknown-font did you mean “text”?
          #                          ^ layout.unknown-color did you mean “ink”?
          #                               ^ layout.unknown-key did you mean “size”?
          child: { like: body, size: 0.5pt, leading: 5000pt, weight: 1001, tracking: 9000 }
          #                          ^ layout.wrong-type a size from 1pt
          #                                          ^ layout.wrong-type a leading from 1pt
          #                                                          ^ layout.wrong-type 1 to 1000
          #                                                                          ^ layout.wrong-type
          other: { like: body, align: middle, features: [onumm, tnum=x], italic: 1 }
          #                           ^ layout.unknown-choice
          #                                              ^ layout.wrong-type
          #                                                     ^ layout.wrong-type
          #                                                                      ^ layout.wrong-type
          dyed: { like: body, color: "{x.colour}" }
          #                          ^ layout.wrong-type a fixed colour
          plain: body
          #      ^ layout.wrong-type a style
        """) == [])
  }

  /// A style takes over only what stands before it, so that no circle can come about.
  @Test func likeLooksBack() {
    #expect(
      differences(
        """
        theme: house
        palette: { ink: { screen: "#222222" } }
        fonts: { text: Vollkorn }
        styles:
          a: { like: b, color: ink }
          #          ^ layout.unknown-style there is no style “b” before this one
          b: { like: a }
          c: { like: c }
          #          ^ layout.unknown-style there is no style “c” before this one
        """) == [])
  }

  @Test func layoutsAddStyles() throws {
    let read = SampleLayout.read(
      SampleLayout.head + """
        styles:
          huge: { like: small, size: 40pt, first-line-indent: -5pt, features: [onum, tnum=0] }
          body: { like: body, leading: 15pt, link-color: teal }
        pages: []
        """)
    #expect(read.diagnostics == [])
    let styles = try #require(read.output?.theme.styles)
    let huge = try #require(styles["huge"])
    #expect(huge.name == "huge")
    #expect(huge.color == PaletteColor("teal", tint: 0.6))
    #expect(huge.font.family == "Vollkorn")
    #expect(huge.firstLineIndent == -5)
    #expect(huge.features == [FontFeature("onum"), FontFeature("tnum", 0)])
    #expect(styles["body"]?.leading == 15)
    #expect(styles["body"]?.linkColor == PaletteColor("teal"))
    #expect(styles["small"]?.leading == 14)
  }

  @Test func gridAndDropCaps() {
    #expect(
      differences(
        """
        theme: house
        palette: { ink: { screen: "#222222" } }
        fonts: { text: Vollkorn }
        styles:
          body: { font: text, color: ink, grid: firts }
          #                                     ^ layout.wrong-type true, false or first
          a: { like: body, drop-cap: 1 }
          #                          ^ layout.wrong-type 2 to 20
          b: { like: body, drop-cap: { characters: 2 } }
          #                          ^ layout.missing-key “drop-cap” needs “lines”
          c: { like: body, drop-cap: { lines: 3, characters: 0, style: initail, size: 2 } }
          #                                                  ^ layout.wrong-type 1 to 20
          #                                                            ^ layout.unknown-style
          #                                                                     ^ layout.unknown-key
        """) == [])
  }

  @Test func dropCapsAreResolved() throws {
    let read = SampleLayout.read(
      SampleLayout.head + """
        styles:
          opening: { like: body, drop-cap: { lines: 4, characters: 2, style: small } }
          second: { like: opening, drop-cap: 3, grid: true }
          third: { like: second, drop-cap: false, grid: false }
        pages: []
        """)
    #expect(read.diagnostics == [])
    let styles = try #require(read.output?.theme.styles)
    let initial = try #require(styles["opening"]?.dropCap)
    #expect(
      initial
        == DropCap(
          lines: 4, characters: 2, font: FontDescriptor(family: "Vollkorn"),
          color: PaletteColor("teal", tint: 0.6)))
    #expect(styles["second"]?.dropCap == DropCap(lines: 3))
    #expect(styles["second"]?.grid == .allLines)
    let third = try #require(styles["third"])
    #expect(third.dropCap == nil)
    #expect(third.grid == .none)
  }

  /// Only styles that the layout uses are told of: a theme serves pages with several grids.
  @Test func leadingsOffTheGrid() throws {
    let marked = MarkedText(
      SampleLayout.head + """
        styles:
          odd: { like: body, leading: 15.05pt, grid: true }
          #                                          ^ style.off-grid “odd” are 15.05 pt apart, which is no multiple of the baseline grid’s 14 pt; they are set 28 pt apart
          unused: { like: body, leading: 13pt, grid: true }
          half: { like: body, leading: 7pt, grid: true }
          double: { like: body, leading: 28pt, grid: true }
          once: { like: body, leading: 15pt, grid: first }
          off: { like: odd, grid: false }
        pages:
          - flow: main
            content:
              - paragraph: x
                style: odd
              - paragraph: x
                style: half
              - paragraph: x
                style: double
              - paragraph: x
                style: once
              - paragraph: x
                style: off
        """)
    let read = SampleLayout.read(marked.text)
    #expect(marked.differences(from: read.diagnostics, in: SampleLayout.file) == [])
    #expect(read.diagnostics.map(\.severity) == [.warning])
  }
}
