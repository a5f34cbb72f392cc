import DataBinding
import Design
import Diagnostics
import DocumentTree
import Geometry
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// What blocks of a layout become.
@Suite struct BlockBindingTests {
  private func one<Value>(
    _ bound: BoundLayout, _ language: String = "de", _ pick: (BlockContent) -> Value?
  ) throws -> Value {
    #expect(bound.diagnostics.map(\.rendered) == [])
    let found = try bound.nodes(language).flatMap(\.all).compactMap { pick($0.content) }
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test func metricCards() throws {
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        limit: 1
        content:
          - metric: programme.hero
            note: "Stand {programme.hero.year}"
            accent: "{programme.colour} 50%"
            figure-color: teal
            text-color: ink
            icon: "{programme.hero.icon}"
      """)
    let card = try one(bound) { if case .metric(let card) = $0 { card } else { nil } }
    #expect(card.identifier == "ideas")
    #expect(card.owner == "one")
    #expect(card.formatted == ">\u{A0}53.000")
    #expect(card.label.inlines == [.text("Ideen")])
    #expect(card.note?.inlines == [.text("Stand 2019")])
    #expect(card.accent == PaletteColor("teal", tint: 0.5))
    #expect(card.year == 2019)
    #expect(card.sources == ["First *source*", "Second source"])
    #expect(card.grade == "sourced")
    #expect(card.icon == nil)
    let english = try one(bound, "en") { if case .metric(let card) = $0 { card } else { nil } }
    #expect(english.formatted == ">\u{A0}53,000")
  }

  @Test func tableCellsKeepTheirValues() throws {
    let bound = try BoundLayout(
      """
      - table:
          - { title: "{organisation.name}", width: 2 }
          - { title: Wert, align: right }
          - { title: Jahr }
          - { title: Zeichen }
          - { title: Datum }
          - { title: Leer }
        content:
          - each: metrics
            as: metric
            where: metric.id == "ideas"
            content:
              - table-row: ["*{metric.label}*", "**{metric}**", "{metric.year}", "{metric | comparator}", "{first(people).born}", "{metric.note}"]
      """)
    let table = try one(bound) { if case .table(let table) = $0 { table } else { nil } }
    #expect(table.columns.map(\.alignment) == [.left, .right, .left, .left, .left, .left])
    #expect(table.header.map(\.value).prefix(2) == [.text("Stadt"), .text("Wert")])
    let number = DecimalNumber(significand: 53_000)
    #expect(
      table.rows[0].map(\.value) == [
        .text("Ideen"), .quantity(Quantity(value: number, comparator: .more)),
        .quantity(Quantity(value: DecimalNumber(significand: 2019))), .text(">\u{A0}"),
        .date(PartialDate(year: 1815, month: 12, day: 10)), .missing,
      ])
    #expect(table.rows[0][1].content.flatMap(\.paragraphs).map(\.style.alignment) == [.right])
    #expect(table.rows[0][5].content.isEmpty)
  }

  @Test func charts() throws {
    let bound = try BoundLayout(
      """
      - timeline: "Zeit: {organisation.name}"
        axis: vertical
        content:
          - each: awards
            as: award
            content:
              - event: "{award.name}"
                date: award.year
                award: award.kind == "award"
          - event: Phase
            date: first(first(programmes).milestones).date
            end: first(first(programmes).milestones).end
            color: teal
          - event: No year
            date: 123456789012345678
          - event: Half a year
            date: 2019.5
      """)
    let chart = try one(bound) { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(chart.alternativeText == "Zeit: Stadt")
    guard case .timeline(let events) = chart.kind else {
      Issue.record("no timeline")
      return
    }
    #expect(events.map(\.title) == ["Messe", "Phase", "Preis"])
    #expect(events.map(\.formattedDate) == ["2016", "1.\u{A0}März 2016 – 2019", "2018"])
    #expect(events.map(\.isAward) == [false, false, true])
    #expect(events[1].color.entry == "teal")
  }

  @Test func bars() throws {
    let bound = try BoundLayout(
      """
      - bars: Balken
        content:
          - each: metrics
            as: metric
            content:
              - bar: "{metric.label}[[ ({metric.year})]]"
                value: metric
          - bar: Zahl
            value: count(metrics)
      """)
    let chart = try one(bound, "en") { if case .chart(let chart) = $0 { chart } else { nil } }
    guard case .bars(let bars) = chart.kind else {
      Issue.record("no bars")
      return
    }
    #expect(bars.map(\.label) == ["Ideas (2019)", "Funds (2018)", "Tea", "Zahl"])
    #expect(bars.last?.formatted == "3")
    #expect(bars[2].formatted.contains("1.5"))
    #expect(bars[2].formatted.hasSuffix("cups"))
  }

  @Test func ornamentsAreNeverRead() throws {
    let bound = try BoundLayout(
      """
      - ornament: strata
        seed: "{organisation.id}"
        background: paper
        content:
          - each: metrics
            as: metric
            content:
              - stratum: metric
                color: teal
                texture: wafer
          - stratum: 7
            color: ink 20%
      - icon: people
        color: teal
      """)
    let ornament = try one(bound) { if case .ornament(let o) = $0 { o } else { nil } }
    #expect(ornament.seed == "city")
    guard case .strata(let strata) = ornament.kind else {
      Issue.record("no strata")
      return
    }
    #expect(strata.map(\.value) == [53_000, 34_500_000, 1.5, 7])
    #expect(strata.map(\.texture) == [.wafer, .wafer, .wafer, .plain])
    #expect(try bound.nodes().allSatisfy(\.isDecorative))
  }

  @Test func containersAndMeasures() throws {
    let bound = try BoundLayout(
      """
      - row:
          - cell: 2
            content: [{ paragraph: a }]
          - cell: 4
            content: [{ paragraph: b }, { paragraph: c, style: small }]
        gutter: 1 lines
        align: bottom
      - grid: 3
        content: [{ paragraph: d }]
        space-before: 2 lines
        keep-together: true
      - box: [{ paragraph: e }]
        padding: [1pt, 2pt, 3pt, 4pt]
        background: teal 10%
        min-height: 0
      - keep: [{ paragraph: f }, { heading: g }]
        anchor: "at-{organisation.id}"
      - columns: 2
        content: []
        balance: false
      - grid: 2
        content: []
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    let nodes = try bound.nodes()
    #expect(nodes.count == 5)
    guard case .row(let row) = nodes[0].content, case .box(let box) = nodes[2].content else {
      Issue.record("no row or box")
      return
    }
    #expect(row.cells.map(\.span) == [2, 4])
    #expect(row.gutter == 14)
    #expect(row.alignment == .bottom)
    #expect(nodes[1].spaceBefore == 28)
    #expect(nodes[1].keepTogether)
    #expect(
      [box.padding.top, box.padding.right, box.padding.bottom, box.padding.left] == [1, 2, 3, 4])
    #expect(box.background == PaletteColor("teal", tint: 0.1))
    #expect(nodes[3].keepTogether)
    #expect(nodes[3].anchor == "at-city")
    #expect(nodes[3].children[1].spaceBefore == 14)
    #expect(nodes[3].children[1].keepWithNext)
  }

  @Test func linksAndLanguages() throws {
    let bound = try BoundLayout(
      """
      - paragraph: "{organisation.name}"
        link: "{first(organisation.links).url}"
        role: caption
        color: teal
      - paragraph: "*b*"
        link: "#there"
        language: en
      - paragraph: c
        language: "{organisation.city}"
      """)
    #expect(
      try bound.texts() == ["<https://www.example.org/|Stadt>", "(en: <#there|*b*>)", "c"])
    #expect(try bound.texts("en")[1] == "<#there|*b*>")
    let paragraph = try #require(try bound.nodes().first?.paragraphs.first)
    #expect(paragraph.role == .caption)
    #expect(paragraph.style.linkColor.entry == "teal")
  }

  /// Empty texts leave nothing behind, not even a gap.
  @Test func emptyTextsLeaveNothing() throws {
    let bound = try BoundLayout(
      """
      - each: projects
        as: project
        where: project.id == "beta"
        content:
          - paragraph: "{project.lead}"
            space-before: 9pt
          - heading: "**{project.gap}** "
          - text: "{project.text}"
          - text: "{project.lead}"
          - text: " {project.lead} *{project.gap}*"
          - qr-code: "{project.place.address}"
            alt: x
          - icon: "{project.place.address}"
          - locator: project.place
            alt: x
          - image: project.image
          - metric: first(project.metrics)
          - definitions:
            content:
              - definition: Term
                text: "{project.lead}"
          - table: [{ title: a }]
            content: []
          - bars: x
            content: []
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.nodes() == [])
  }

  /// Same input, same tree; and both languages name their blocks alike.
  @Test func identities() throws {
    let blocks = """
      - each: programmes
        as: programme
        content:
          - heading: "{programme.name}"
          - text: "{programme.text}"
          - each: programme.projects
            as: project
            content:
              - each: project.facts
                as: fact
                content:
                  - text: "{fact.text}"
              - definitions:
                content:
                  - each: project.facts
                    as: fact
                    content:
                      - definition: "{fact.kind}"
                        text: "- {fact.text}"
      - table: [{ title: a }, { title: b }]
        content:
          - each: metrics
            as: metric
            content: [{ table-row: ["{metric.id}", "{metric.label}"] }]
      """
    let bound = try BoundLayout(blocks)
    let again = try BoundLayout(blocks)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.nodes() == (try again.nodes()))
    let german = try bound.nodes("de").flatMap(\.all).map(\.identity)
    let english = try bound.nodes("en").flatMap(\.all).map(\.identity)
    #expect(german == english)
    // One definition list and its first term may share a name; paragraphs never do.
    let paragraphs = try bound.nodes().flatMap(\.all).filter {
      if case .paragraph = $0.content { true } else { false }
    }.map(\.identity)
    #expect(paragraphs.count > 15)
    #expect(Set(paragraphs).count == paragraphs.count)
    #expect(paragraphs.contains(BlockIdentity(record: "one", path: "programme.text", paragraph: 1)))
  }

  @Test func publicationsOfRecords() throws {
    let bound = try BoundLayout(
      "- paragraph: \"{record.name}\"",
      """
      for: { each: [projects, programmes], as: record, where: record.number > 1 }
      subject: "{record.name | upper}"
      maximum-pages: 2
      page-multiple: 2
      """.replacing("\n", with: "\n"))
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(bound.plans.compactMap { $0.record?.id } == ["alpha", "gamma", "two"])
    let tree = try #require(bound.trees[SampleLayout.languages[0]])
    #expect(tree.record == "alpha")
    #expect(tree.metadata.title == "Title")
    #expect(tree.metadata.subject == "ÄHRE")
    #expect(tree.metadata.author == "The author")
    #expect(tree.metadata.date == PartialDate(year: 2026, month: 11, day: 23))
    #expect(tree.maximumPages == 2)
    #expect(tree.pageMultiple == 2)
    #expect(tree.languages == [SampleLayout.languages[0]])
  }
}
