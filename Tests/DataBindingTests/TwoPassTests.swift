import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// What is complete only when the whole publication is bound: numbers of sources, contents.
@Suite struct TwoPassTests {
  private static let list = """

    - each: cited
      as: source
      content:
        - paragraph: "{source | cite} {source.title}"
    """

  @Test func sourcesAreNumberedAsTheyAreCited() throws {
    let bound = try BoundLayout(
      """
      - each: metrics
        as: metric
        sort: -metric.id
        content:
          - paragraph: "{metric.id} [{metric.source | cite}]"
      """ + Self.list)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(
      try bound.texts() == [
        "tea [1]", "money [2]", "ideas [2, 3]", "1 Third source", "2 Second source",
        "3 First *source*",
      ])
    #expect(try bound.texts("en") == (try bound.texts()))
  }

  /// The list may stand before what it lists.
  @Test func theListMayComeFirst() throws {
    let bound = try BoundLayout(
      Self.list + """

        - paragraph: "{count(cited)} of {count(sources)}"
        - each: awards
          as: award
          content:
            - paragraph: "{award.source | cite}"
        """)
    #expect(try bound.texts() == ["1 Third source", "2 First *source*", "2 of 3", "1", "2"])
  }

  /// A source is cited only by what is printed.
  @Test func whatIsLeftOutCitesNothing() throws {
    let bound = try BoundLayout(
      """
      - each: metrics
        as: metric
        content:
          - paragraph: "[[{metric.source | cite} {metric.nature}]]"
          - paragraph: "{metric.source | cite}"
            if: metric.id == "tea"
      """ + Self.list)
    #expect(try bound.texts() == ["1 planned", "2", "1 Second source", "2 Third source"])
  }

  @Test func sourcesOfEverything() throws {
    let bound = try BoundLayout(
      """
      - paragraph: "{sources(metrics) | titles}"
      - paragraph: "{count(sources(projects))} {count(sources(first(projects)))}"
      - paragraph: "{sources(concat(awards, metrics)) | cite}"
      """)
    #expect(
      try bound.texts() == ["First *source*; Second source; Third source", "2 2", "1, 2, 3"])
  }

  @Test func contentsListHeadings() throws {
    let bound = try BoundLayout(
      layout: SampleLayout.head + """
        masters:
          full:
            frames:
              - frame: {}
                content:
                  - heading: On every page
        pages:
          - flow: contents
            master: full
            content:
              - heading: Contents
                contents: false
              - contents:
                levels: 2
                styles: [body, small]
                number-style: label
          - flow: rest
            master: full
            content:
              - heading: "*First*"
                anchor: first
              - text: |
                  # In a text
              - heading: Third
                level: 3
              - heading: Ornament
                decorative: true
              - each: programmes
                as: programme
                content:
                  - heading: "{programme.name}"
                    level: 2
        """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    let contents = try bound.nodes().compactMap { node -> Contents? in
      if case .contents(let contents) = node.content { contents } else { nil }
    }
    let entries = try #require(contents.first?.entries)
    #expect(
      entries.map { "\($0.level) \($0.title.dump) \($0.anchor) \($0.style.name)" } == [
        "1 *First* first body", "2 In a text heading-3 small", "2 Eins heading-6 small",
        "2 Zwei heading-7 small",
      ])
    #expect(entries.allSatisfy { $0.numberStyle.name == "label" })
    // Each entry leads to a block.
    let sections = bound.trees[SampleLayout.languages[0]]?.sections ?? []
    let anchors = sections.flatMap { section -> [String] in
      guard case .flow(let nodes) = section.kind else { return [] }
      return nodes.flatMap(\.all).compactMap(\.anchor)
    }
    #expect(Set(entries.map(\.anchor)).isSubset(of: anchors))
    #expect(anchors.count == Set(anchors).count)
  }
}
