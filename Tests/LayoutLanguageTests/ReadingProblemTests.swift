import Diagnostics
import LayoutLanguage
import SampleLayouts
import Testing

/// Reads a marked layout and compares its problems with the marks.
func differences(_ marked: String) -> [String] {
  let text = MarkedText(marked)
  return text.differences(
    from: SampleLayout.read(text.text).diagnostics, in: SampleLayout.file)
}

/// The same for blocks in a flow.
func differences(inFlow blocks: String, _ more: String = "") -> [String] {
  differences(SampleLayout.flow(blocks, more))
}

/// Each kind of mistake in a layout's blocks is told with its place and what was meant.
@Suite struct BlockProblemTests {
  @Test func soundBlocks() {
    #expect(
      differences(
        inFlow: """
          - heading: Hallo
            level: 2
            contents: false
          - paragraph: { de: Hallo, en: Hello }
            style: small
            color: teal 30%
            space-before: 1.5 lines
          - box:
              - paragraph: 17
            padding: [1mm, 2mm]
          - rule: 0.5pt
          - definitions:
            content: []
          """) == [])
  }

  @Test func unknownBlocksAndKeys() {
    #expect(
      differences(
        inFlow: """
          - paragrph: x
          # ^ layout.unknown-block did you mean “paragraph”?
          - style: body
          # ^ layout.unknown-block the first key of a block names its kind
            paragraph: x
          - heading: x
            levle: 2
          # ^ layout.unknown-key did you mean “level”?
          - just a text
          # ^ layout.wrong-type a block
          - {}
          # ^ layout.wrong-type a block
          - table:
              - { title: x, widht: 3 }
          #                 ^ layout.unknown-key did you mean “width”?
              - { width: 3 }
          #     ^ layout.missing-key a column needs “title”
            content: []
          """) == [])
  }

  @Test func controlBlocksTakeOnlyWhatCounts() {
    #expect(
      differences(
        inFlow: """
          - each: projects
            as: project
            space-before: 3pt
          # ^ layout.unknown-key “each” has no “space-before”
            content:
              - row:
                  - cell: 3
                    anchor: x
          #         ^ layout.unknown-key “cell” has no “anchor”
                    if: project.number
                    content: []
          """) == [])
  }

  @Test func missingKeysAndValues() {
    #expect(
      differences(
        inFlow: """
          - each: projects
          # ^ layout.missing-key “each” needs “as”
            content: []
          - metric:
          #        ^ layout.wrong-type found nothing
          - paragraph:
          #           ^ layout.wrong-type found nothing where text
          - paragraph: ~
          #            ^ layout.wrong-type found nothing where text
          - paragraph: { de: , en: x }
          #                  ^ layout.wrong-type found nothing where text
          - paragraph: ""
          """) == [])
  }

  @Test func wrongTypes() {
    #expect(
      differences(
        inFlow: """
          - heading: [a]
          #          ^ layout.wrong-type found a list where text, or text by language
            level: two
          #        ^ layout.wrong-type a whole number from 1 to 6
          - heading: x
            level: 7
          #        ^ layout.wrong-type a whole number from 1 to 6
            contents: yes
          #           ^ layout.wrong-type true or false
          - grid: 0
          #       ^ layout.wrong-type a whole number from 1 to 100
            content: x
          #          ^ layout.wrong-type a list of blocks
            row-gap: 3
          #          ^ layout.wrong-type a distance
          - space: -3mm
          #        ^ layout.wrong-type a distance
          - box: []
            padding: [1mm, 2mm, 3mm]
          #          ^ layout.wrong-type one, two or four distances
            border-top: 3 furlongs
          #             ^ layout.wrong-type a distance
          - contents: x
          #           ^ layout.wrong-type nothing is wanted
            styles: body
          #         ^ layout.wrong-type a list of styles
          - text: x
            heading-styles: [heading-2, hedaing-3]
          #                             ^ layout.unknown-style did you mean “heading-3”?
          - metric: { a: b }
          #         ^ layout.wrong-type a path or an expression
          - table: []
          #        ^ layout.wrong-type a list of columns
            content: []
          - table:
              - { title: x, width: 0, align: centre }
          #                        ^ layout.wrong-type a number from 0.01
          #                                  ^ layout.unknown-choice did you mean “center”?
            content:
              - table-row: x
          #                ^ layout.wrong-type a list of texts
          """) == [])
  }

  @Test func unknownNames() {
    #expect(
      differences(
        inFlow: """
          - paragraph: x
            style: bodi
          #        ^ layout.unknown-style did you mean “body”?
            color: tael 30%
          #        ^ layout.unknown-color did you mean “teal”?
            role: lable
          #       ^ layout.unknown-choice did you mean “label”?
          - rule: 1pt
            color: teal 130%
          #        ^ layout.wrong-type a tint from 0% to 100%
          - use: crad
          #      ^ layout.unknown-component did you mean “card”?
          - each: projects
            as: the project
          #     ^ layout.bad-name use letters
            content: []
          - each: projects
            as: not
          #     ^ layout.bad-name “not” cannot be a name
            content: []
          """, "components: { card: { content: [] } }") == [])
  }

  @Test func misplacedBlocks() {
    #expect(
      differences(
        inFlow: """
          - stack:
              - bar: x
          #     ^ layout.misplaced-block “bar” stands only inside “bars”
                value: 3
          - row:
              - paragraph: x
          #     ^ layout.misplaced-block write “- cell: 4” with “content”
              - each: projects
                as: project
                content:
                  - when: project.number
                    content:
                      - cell: 2
                        content:
                          - paragraph: x
                    otherwise:
                      - space: 1mm
          #             ^ layout.misplaced-block “row” holds only “cell”
          - diagram: x
            content:
              - programme: x
              - actor: x
              - event: x
          #     ^ layout.misplaced-block “event” stands only inside “timeline”
                date: 2019
          - ornament: strata
            content:
              - stratum: 3
                color: teal
              - rule: 1pt
          #     ^ layout.misplaced-block “ornament” holds only “stratum”
          """) == [])
  }

  /// YAML itself allows 64 levels, of which a block takes two; the pages are the first of ours.
  @Test func tooDeep() {
    func stacks(_ count: Int) -> String {
      SampleLayout.flow(
        (0..<count).map { String(repeating: "    ", count: $0) + "- stack:" }
          .joined(separator: "\n") + " []")
    }
    #expect(SampleLayout.read(stacks(22)).diagnostics == [])
    let problems = SampleLayout.read(stacks(25)).diagnostics
    #expect(problems.map(\.identifier) == ["layout.too-deep"])
    #expect(
      problems.map(\.location) == [SourceLocation(file: SampleLayout.file, line: 32, column: 99)])
    var pages = SampleLayout.head + "pages:"
    for level in 0..<25 {
      let indent = String(repeating: "    ", count: level)
      pages += "\n\(indent)- each: x\n\(indent)  as: y\n\(indent)  pages:"
    }
    #expect(
      SampleLayout.read(pages + " []").diagnostics.map(\.identifier) == ["layout.too-deep"])
  }

  @Test func stylesThatCountUnnamed() throws {
    let poor = """
      theme: house
      palette: { ink: { screen: "#222222" } }
      fonts: { text: Vollkorn }
      styles:
        body: { font: text, color: ink }
      """
    let marked = MarkedText(
      SampleLayout.flow(
        """
        - paragraph: x
        - heading: x
        # ^ layout.unknown-style name another one with “style: …”
          level: 3
        - metric: metrics
        # ^ layout.unknown-style no style “metric-unit”, which “metric” uses
          figure-style: body
          label-style: body
          note-style: body
        """))
    let read = SampleLayout.read(marked.text, theme: poor)
    #expect(marked.differences(from: read.diagnostics, in: SampleLayout.file) == [])
    #expect(read.diagnostics.first?.message.contains("“heading-3”") == true)
  }
}
