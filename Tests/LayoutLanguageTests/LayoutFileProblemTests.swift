import Design
import Diagnostics
import LayoutLanguage
import SampleLayouts
import Testing

/// Mistakes in the keys at the top of a layout, in pages, masters, components and labels.
@Suite struct LayoutFileProblemTests {
  private static let pages = "pages:\n  - page: one\n"

  @Test func soundLayout() {
    #expect(
      differences(
        SampleLayout.head + """
          description: All there is
          subject: { de: Thema, en: Subject }
          for: { each: [programmes, projects], as: record, where: record.number > 3 }
          formats: [pdf, md]
          png-width: 1080
          page-multiple: 4
          maximum-pages: 24
          styles: { own: { like: body, features: [onum, tnum=0], first-line-indent: -3mm } }
          labels: { contents: { de: Inhalt, en: Contents }, nature: { planned: geplant } }
          components: { card: { description: x, parameters: { metric: metric }, content: } }
          masters: { full: {} }
          pages:
            - page: one
              master: full
              frames:
                - frame: { columns: 3-6, top: -3mm, height: 3 lines }
                  side: left
                  if: record.number
            - each: programmes
              as: programme
              pages:
                - flow:
                  page-count: 2
                  background: teal
                  starts-on: right
          """) == [])
  }

  @Test func missingAndUnknownKeys() {
    #expect(
      differences(
        """
        layout: t
        ^ layout.missing-key the layout has no “title”
        ^ layout.missing-key the layout has no “output”
        ^ layout.missing-key the layout has no “page”
        ^ layout.missing-key the layout has no “pages”
        theme: house
        maximum-page: 3
        ^ layout.unknown-key did you mean “maximum-pages”?
        """) == [])
    #expect(
      differences(
        """
        layout: t
        ^ layout.missing-key the layout has no “theme”
        title: x
        output: x
        page: { size: A4 }
        pages: []
        """) == [])
  }

  @Test func notALayout() {
    for text in ["[a]", "layout", "17"] {
      let read = SampleLayout.read(text)
      #expect(read.output == nil)
      #expect(read.diagnostics.map(\.identifier) == ["layout.wrong-type"])
    }
  }

  @Test func namesOfFiles() {
    let other = SampleLayout.head.replacing("layout: t", with: "layout: u")
    let read = SampleLayout.read(other + Self.pages)
    #expect(read.diagnostics.map(\.identifier) == ["layout.wrong-name"])
    #expect(read.diagnostics.first?.location?.column == 9)
    let missing = SampleLayout.head.replacing("theme: house", with: "theme: huose")
    #expect(
      SampleLayout.read(missing + Self.pages).diagnostics.map(\.identifier) == [
        "layout.missing-theme"
      ])
  }

  @Test func topLevelValues() {
    #expect(
      differences(
        SampleLayout.head + """
          for: { each: projects }
          #    ^ layout.missing-key “for” needs “each” and “as”
          formats: [pdf, docx]
          #              ^ layout.unknown-choice known here: csv, md, pdf, png, svg
          png-width: 5
          #          ^ layout.wrong-type from 16 to 20000
          page-multiple: 0
          #              ^ layout.wrong-type from 1 to 64
          maximum-pages: many
          #              ^ layout.wrong-type from 1 to 5000
          styles: [body]
          #       ^ layout.wrong-type styles by name
          labels: [a]
          #       ^ layout.wrong-type labels by name
          components: [a]
          #           ^ layout.wrong-type components by name
          masters: [full]
          #        ^ layout.wrong-type page masters by name
          pages: {}
          #      ^ layout.wrong-type a list of pages
          """) == [])
    #expect(
      differences(
        SampleLayout.head + """
          for: { each: projects, as: 2nd, where: "record." }
          #                                              ^ layout.bad-expression a name is missing
          #                          ^ layout.bad-name “2nd” cannot be a name

          """ + Self.pages) == [])
  }

  @Test func labelsAndComponents() {
    #expect(
      differences(
        SampleLayout.head + """
          labels:
            contents: { de: Inhalt }
            #         ^ layout.missing-language add “en: …”
            other: { de: Anderes, en: Other, fr: Autre }
            #                                ^ layout.unknown-language its languages are de, en
            empty: { de: "", en: "" }
            two words: x
          # ^ layout.bad-name use letters
            a: { b: { c: { d: { e: x } } } }
            #                 ^ layout.wrong-type text by language
          components:
            card:
              parameters: [metric]
          #               ^ layout.wrong-type parameters with their types
              content: []
            empty: {}
          #        ^ layout.missing-key a component needs “content”
            typeless:
              parameters: { metric: , "a b": text }
          #                           ^ layout.bad-name
          #                         ^ layout.wrong-type the parameter's type
              content: []
              contents: []
          #   ^ layout.unknown-key did you mean “content”?

          """ + Self.pages) == [])
  }

  @Test func pageGeometry() {
    func page(_ page: String) -> [String] {
      let head = "layout: t\ntheme: house\ntitle: x\noutput: x\n"
      return differences(head + page + "\n" + Self.pages)
    }
    #expect(
      page(
        """
        page: { bleed: 3mm }
        #     ^ layout.missing-key the page has no “size”
        """) == [])
    #expect(
      page(
        """
        page: { size: A8, gutter: 3 lines }
        #             ^ layout.unknown-choice did you mean “A3”?
        """) == [])
    #expect(
      page(
        """
        page: { size: { width: 3pt, height: 20mm } }
        #             ^ layout.wrong-type a width and a height from 10pt
        """) == [])
    #expect(
      page(
        """
        page: { size: A4, columns: 12, gutter: 3 lines, bleed: -3mm, margins: { left: 3mm } }
        #                                      ^ layout.wrong-type for example 12mm or 9.5pt
        #                                                      ^ layout.wrong-type
        #                                                                       ^ layout.unknown-key
        """) == [])
    #expect(
      page(
        """
        page: { size: A6, columns: 40, gutter: 5mm }
        #     ^ layout.no-room make margins, gutter
        """) == [])
  }

  @Test func framesAndAreas() {
    #expect(
      differences(
        SampleLayout.head + """
          masters:
            full:
              text-area: { columns: 2-7 }
          #                         ^ layout.unknown-column its grid has 6 columns
              backgruond: teal
          #   ^ layout.unknown-key did you mean “background”?
          pages:
            - page: one
              frames:
                - content: []
          #       ^ layout.missing-key a frame needs “frame”
                - frame: { columns: 5-3 }
          #                         ^ layout.wrong-type for example 3-12
                - frame: { columns: a-3 }
          #                         ^ layout.wrong-type for example 3-12
                - frame: { columns: 1--3 }
          #                         ^ layout.wrong-type for example 3-12
                - frame: { span: bleed, outer-edge: 3mm }
          #              ^ layout.conflicting-keys one of “span”, “outer-edge”
                - frame: { top: 1mm, bottom: 1mm, height: 1mm }
          #              ^ layout.conflicting-keys two of
                - frame: { to-bleed-from: 9 }
          #                               ^ layout.unknown-column
                - frame: { span: pages }
          #                      ^ layout.unknown-choice did you mean “page”?
                - frame: { outer-edge: 1 lines }
          #                            ^ layout.wrong-type
                - frame: { height: -3mm }
          #                        ^ layout.wrong-type
                - frame: {}
                  side: front
          #             ^ layout.unknown-choice
                  if: a ==
          #               ^ layout.bad-expression ends too early
                  align: left
          #              ^ layout.unknown-choice
          """) == [])
  }

  @Test func sections() {
    #expect(
      differences(
        SampleLayout.head + """
          masters: { full: {} }
          pages:
            - page: one
              master: fulll
          #           ^ layout.unknown-master did you mean “full”?
              content: []
          #   ^ layout.unknown-key unknown key “content” in “page”
            - flow: two
              frames: []
          #   ^ layout.unknown-key unknown key “frames” in “flow”
              page-count: 0
          #               ^ layout.wrong-type
              starts-on: top
          #              ^ layout.unknown-choice
              background: red
          #               ^ layout.unknown-color
            - master: full
          #   ^ layout.unknown-key pages begin with
            - text
          #   ^ layout.wrong-type
            - flow: three
              master: { first: ful, left: full, othr: full }
          #                    ^ layout.unknown-master did you mean “full”?
          #                                     ^ layout.unknown-key did you mean “other”?
            - flow: four
              master: [full]
          #           ^ layout.wrong-type the name of a master
            - each: programmes
          #   ^ layout.missing-key “each” needs “as”
          #   ^ layout.missing-key “each” needs “pages”
          """) == [])
  }

  @Test func mastersOfASection() throws {
    let read = SampleLayout.read(
      SampleLayout.head + """
        masters: { full: {}, text: {} }
        pages:
          - flow: one
            master: { first: full, left: text, other: full }
          - flow: two
            master: text
        """)
    #expect(read.diagnostics == [])
    let masters = try #require(read.output).sections.map(\.master)
    #expect(masters == [MasterChoice("full", first: "full", left: "text"), "text"])
    #expect(masters[0].name(isFirst: true, isLeft: true) == "full")
    #expect(masters[0].name(isFirst: false, isLeft: true) == "text")
    #expect(masters[0].name(isFirst: false, isLeft: false) == "full")
    #expect(MasterChoice("", left: "a", right: "b").names == ["a", "b"])
  }

  @Test func paths() throws {
    let read = SampleLayout.read(
      SampleLayout.head + """
        pages:
          - page: one
            frames:
              - frame: { columns: 2 }
              - frame: { from-bleed-to: 3, top: 2 lines }
              - frame: { span: bleed }
              - frame: { outer-edge: 9mm }
              - frame: {}
        """)
    #expect(read.diagnostics == [])
    guard case .fixed(let frames)? = read.output?.sections.first?.kind else {
      Issue.record("no fixed page")
      return
    }
    #expect(
      frames.map(\.area.horizontal) == [
        .columns(2, 2), .bleedToColumn(3), .bleed, .outerEdge(9 * 72 / 25.4), .page,
      ])
  }
}
