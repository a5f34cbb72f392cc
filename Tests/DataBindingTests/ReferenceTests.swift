import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// References to figures, tables and headings, and what they are counted by.
struct ReferenceTests {
  private let figures = """
    - paragraph: 'See [](#b), [](#t), [](#end), [there](#a) and {"b" | number}: {"t" | title}.'
    - figure:
      caption: "First"
      anchor: a
      content: [{ paragraph: "x" }]
    - figure:
      caption: "Second^[A note.]"
      anchor: b
      content: [{ paragraph: "x" }]
    - figure:
      caption: "A **table**"
      anchor: t
      content:
        - table: [{ title: "T" }]
          content: [{ table-row: ["x"] }]
    - figure:
      kind: { de: Karte, en: Map }
      number: true
      anchor: m
      credit: "Stadt"
      content: [{ paragraph: "x" }]
    - figure:
      caption: "Not counted"
      number: false
      content: [{ paragraph: "x" }]
    - heading: "The end^[A note.]"
      anchor: end
    """

  @Test func referencesLeadForwardAndBack() throws {
    let bound = try BoundLayout(figures + "\n- paragraph: '[](#m), [](#a)'")
    #expect(bound.diagnostics.map(\.rendered) == [])
    let texts = try bound.texts()
    #expect(
      texts.first
        == "See <#b|Abb.\u{A0}2>, <#t|Tab.\u{A0}1>, <#end|The end>, <#a|there> and Abb.\u{A0}2: A **table**."
    )
    #expect(texts.last == "<#m|Karte\u{A0}1>, <#a|Abb.\u{A0}1>")
    #expect(try bound.texts("en").last == "<#m|Map\u{A0}1>, <#a|Figure\u{A0}1>")
  }

  @Test func captions() throws {
    let bound = try BoundLayout(figures)
    let captions = try bound.nodes().compactMap { node -> [String]? in
      guard case .figure(let figure) = node.content else { return nil }
      return figure.caption.flatMap(\.paragraphs).map(\.inlines.dump)
    }
    #expect(
      captions == [
        ["**Abb.\u{A0}1** First"], ["**Abb.\u{A0}2** Second[A note.]"],
        ["**Tab.\u{A0}1** A **table**"], ["**Karte\u{A0}1**", "Stadt"], ["Not counted"],
      ])
    let isAbove = try bound.nodes().compactMap { node -> Bool? in
      if case .figure(let figure) = node.content { figure.captionIsAbove } else { nil }
    }
    #expect(isAbove == [false, false, true, false, false])
  }

  @Test func listsOfFiguresAndTables() throws {
    let bound = try BoundLayout(
      figures + "\n- contents:\n  of: figures\n- contents:\n  of: tables\n  indent: 4mm")
    let lists = try bound.nodes().compactMap { node -> [String]? in
      guard case .contents(let contents) = node.content else { return nil }
      return contents.entries.map { "\($0.title.dump) #\($0.anchor)" }
    }
    #expect(
      lists == [
        ["Abb.\u{A0}1 First #a", "Abb.\u{A0}2 Second #b"], ["Tab.\u{A0}1 A **table** #t"],
      ])
  }

  @Test func contentsOfSeveralLevelsAreIndented() throws {
    func indents(_ arguments: String) throws -> [Double] {
      let bound = try BoundLayout(
        "- heading: One\n- heading: Two\n  level: 2\n- contents:\n  \(arguments)")
      let contents = try bound.nodes().compactMap { node -> [Double]? in
        guard case .contents(let contents) = node.content else { return nil }
        return contents.entries.map(\.indent)
      }
      return contents.flatMap { $0 }
    }
    #expect(try indents("levels: 1") == [0])
    #expect(try indents("levels: 2") == [0, 15])
    #expect(try indents("levels: 2\n  indent: 0pt") == [0, 0])
  }

  @Test func problems() throws {
    let bound = try BoundLayout(
      """
      - paragraph: '{"missing" | number} {"here" | title} {"end" | number} [](#here)'
      - paragraph: "Text"
        anchor: here
      - heading: "Without an anchor"
      - heading: "End"
        anchor: end
      """)
    let german = bound.diagnostics.filter { $0.language != "en" }
    #expect(
      Set(german.map(\.identifier)) == ["link.unknown-anchor", "reference.no-title"])
    #expect(german.first { $0.identifier == "link.unknown-anchor" }?.location?.line == 9)
    #expect(
      german.first { $0.identifier == "link.unknown-anchor" }?.hints == [
        "known here: end, here", "give the block that is meant “anchor: missing”",
      ])
    #expect(german.contains { $0.message.contains("“end” has no number") })
    #expect(german.contains { $0.message.contains("neither number nor title") })
  }

  @Test func problemsOfTheKeys() throws {
    try expectMarks(
      """
      - figure:
      # ^ layout.missing-key “figure” needs “content”
        caption: "A figure without content"
      - contents:
        of: pictures
      #     ^ layout.unknown-choice
      - figure:
        caption-position: beside
      #                   ^ layout.unknown-choice
        content: [{ paragraph: "x" }]
      """)
  }
}
