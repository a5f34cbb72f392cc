import DataBinding
import Diagnostics
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// What a layout asks of the model is checked before there are records.
@Suite struct CheckingTests {
  @Test func soundLayout() throws {
    try expectMarks(
      """
      - each: projects
        as: project
        where: project.number > 2 and not missing(project.mentor) or "award" == "award"
        sort: [-project.number, project.name]
        content:
          - paragraph: "{project.name} {project.mentor.name} {project.mentor.born.year} {page.number}"
          - paragraph: "{first(project.mentor.projects).number} {count(project.tags)} {edition.title}"
          - paragraph: "{project.programme.hero | quantity}[[ {project.status.year}]] {label.a.b}"
            if: project.programme == "one" and project.mentor.rank == "first"
          - use: card
            with: { who: "{project.mentor}", what: "{project.name}", list: "{project.facts}" }
      - each: concat(projects, programmes)
        as: record
        content:
          - paragraph: "{record.number} {record.facts | list} {type(record)} {record.themes}"
      """,
      """
      labels: { a: { b: x } }
      components: { card: { parameters: { who: person or project, what: text, list: list of fact }, content: [] } }
      """)
  }

  @Test func unknownPaths() throws {
    try expectMarks(
      """
      - paragraph: "{projcts}"
      #              ^ layout.unknown-path did you mean “projects”?
      - paragraph: "{projects.name}"
      #                       ^ layout.unknown-path go through the list with “each”
      - paragraph: "{organisation.nam}"
      #                           ^ layout.unknown-path did you mean “name”?
      - paragraph: "{organisation.name.de}"
      #                                ^ layout.unknown-path text has no field “de”
      - paragraph: "{page.numbr}"
      #              ^ layout.unknown-path known here: page.count, page.heading, page.number
      - paragraph: "{page.heading-7} {page.heading.frist} {page.number.first}"
      #              ^ layout.unknown-path “page.heading-7” is not known
      #                               ^ layout.unknown-path page.heading.continued
      #                                                    ^ layout.unknown-path
      - paragraph: "{edition}"
      #              ^ layout.unknown-path
      - paragraph: "{label.b}"
      #              ^ layout.unknown-label did you mean “a”?
      - each: projects
        as: project
        if: project.number
      #     ^ layout.unknown-path there is no “project” here
        where: project.nubmer
      #                ^ layout.unknown-path did you mean “number”?
        sort: -project.nam
      #                ^ layout.unknown-path did you mean “name”?
        content:
          - paragraph: "{first(project.metrics).vlaue}"
      #                                         ^ layout.unknown-path did you mean “value”?
        otherwise:
          - paragraph: "{project.name}"
      #                  ^ layout.unknown-path
      - rule: 1pt
        color: "{organisation.colour}"
      #                       ^ layout.unknown-path
      - each: projects
        as: project
        content:
          - paragraph: "{project.image.alt} {project.image.size}"
      #                                                    ^ layout.unknown-path an image has no field
      """, "labels: { a: x }")
  }

  @Test func functionsAndComparisons() throws {
    try expectMarks(
      """
      - each: programmes
        as: programme
        content:
          - paragraph: "{cout(programme.metrics)}"
      #                  ^ layout.unknown-function did you mean “count”?
          - paragraph: "{count()} {first(programme.name)} {year(programme.number)}"
      #                  ^ layout.bad-call takes one argument, and here are 0
      #                            ^ layout.bad-call “first” takes a list, and this is text
      #                                                    ^ layout.bad-call “year” takes a date
          - paragraph: "{type(programme.metrics)} {sources(programme.name)} {type(programme)}"
      #                  ^ layout.bad-call “type” takes a record, and this is a list
      #                                            ^ layout.bad-call “sources” takes a record or
          - rule: 1pt
            if: programme.number == "one"
      #         ^ layout.bad-comparison a number cannot be compared with text by ==
          - rule: 1pt
            if: programme.metrics == 3 or programme < "one"
      #         ^ layout.bad-comparison a list of a record (metric) cannot be
      #                                   ^ layout.bad-comparison by <
          - rule: 1pt
            if: programme == organisation or page.number == page.count
      #         ^ layout.bad-comparison
      #                                      ^ layout.bad-comparison a page number
      - each: awards
        as: award
        where: award.kind == "prize" or "evnt" != award.kind
      #                      ^ layout.unknown-choice “kind” is never “prize”
      #                                 ^ layout.unknown-choice did you mean “event”?
        content:
          - rule: 1pt
            if: award.year >= 2016 and award.programme.id == "one"
          - rule: 1pt
            if: award.grade == "sourcd"
      #                        ^ layout.unknown-choice did you mean “sourced”?
      - each: metrics
        as: metric
        where: metric.nature == "plannd" or metric.series == "city"
      #                         ^ layout.unknown-choice did you mean “planned”?
        content: []
      - each: people
        as: person
        where: person.rank == "third"
      #                       ^ layout.unknown-choice “rank” is never “third”
        content: []
      """)
  }

  /// What no record equals is a warning: the layout may be older than the model, or for another one.
  @Test func literalsThatNoRecordHas() throws {
    let blocks = """
      - each: metrics
        as: metric
        where: metric.series == "ctiy" and metric.unit != "EURO" or "tea" == metric.id
      #                         ^ layout.no-such-value did you mean “city”?
      #                                                   ^ layout.no-such-value did you mean “EUR”?
        content:
          - rule: 1pt
            if: metric.programme == "three" or metric.programme.id == "won"
      #                             ^ layout.no-such-value known here: one, two
      #                                                               ^ layout.no-such-value “won” as
      - each: projects
        as: project
        where: project.status.text == "done" or project.mentor.name == "Bob"
        content: []
      - each: first(projects).facts
        as: fact
        content: []
      """
    try expectMarks(blocks)
    let marked = MarkedText(SampleLayout.flow(blocks))
    let layout = try #require(SampleLayout.read(marked.text).output)
    let model = try SampleModel.read()
    #expect(LayoutChecker.check(layout, schema: model.schema) == [])
    #expect(
      LayoutChecker.check(layout, schema: model.schema, model: model).allSatisfy {
        $0.severity == .warning
      })
  }

  @Test func filters() throws {
    try expectMarks(
      """
      - each: metrics
        as: metric
        content:
          - paragraph: "{metric | qantity} {metric.label | figure} {metric.year | pad}"
      #                           ^ layout.unknown-filter did you mean “quantity”?
      #                                                    ^ layout.bad-filter “figure” takes a metric or a number, and this is text
      #                                                                           ^ layout.bad-filter needs an argument
          - paragraph: "{metric.year | pad: two} {metric.label | upper: 3} {metric | cite}"
      #                                     ^ layout.bad-filter for example pad: 2
      #                                                                 ^ layout.bad-filter takes no argument
      #                                                                              ^ layout.bad-filter a source or a list of sources
          - paragraph: "{metric.nature | label: natur} {metric.nature | label: nature}"
      #                                         ^ layout.unknown-label did you mean “nature”?
      #                                                                        ^ layout.unknown-label have none for “expected”, “announced”, “applied-for”, “approved”
          - paragraph: "{page.number | pad: 2} {metric.id | page | upper} {metric.source | titles}"
      #                                ^ layout.bad-filter a value, and this is a page number
      #                                                     ^ layout.bad-filter must be the last
      - each: first(programmes).milestones
        as: milestone
        content: []
      """, "labels: { nature: { planned: x } }")
    try expectMarks(
      """
      - each: programmes
        as: programme
        content:
          - each: programme.milestones
            as: milestone
            content:
              - paragraph: "{milestone.date | until: milestone.end} {milestone.date | until: milestone.text}"
      #                                                                                      ^ layout.bad-filter wants the path of a date
              - paragraph: "{milestone.date | until: milestone.} {milestone.text | until: milestone.end}"
      #                                                        ^ layout.bad-expression
      #                                                                            ^ layout.bad-filter a date
              - paragraph: "{milestone | titles}"
      #                                  ^ layout.bad-filter a record with a title
      """)
  }

  @Test func listsAndTypes() throws {
    try expectMarks(
      """
      - each: organisation
      #       ^ layout.not-a-list a record (organisation) is no list
        as: x
        content: []
      - each: projects
        as: project
        content:
          - metric: project
      #             ^ layout.wrong-type a record (project) stands where a metric is wanted
          - locator: project.programme
      #              ^ layout.wrong-type where a place is wanted
            alt: x
          - image: project.name
      #            ^ layout.wrong-type text stands where an image is wanted
          - bars: x
            content:
              - bar: x
                value: project.lead
      #                ^ layout.wrong-type where a metric or a number is wanted
          - timeline: x
            content:
              - event: x
                date: project.name
      #               ^ layout.wrong-type where a date or a year is wanted
                end: project.number
          - ornament: strata
            content:
              - stratum: project.number
                color: teal
                texture: wafr
      #                  ^ layout.unknown-choice did you mean “wafer”?
      """)
    let iteration = MarkedText(
      SampleLayout.flow(
        "- paragraph: \"{x.name} {x.nam}\"\n#                         ^ layout.unknown-path",
        """
        for: { each: [projects, organisation, organisation.name], as: x, where: x.number > y }
        #                                     ^ layout.not-a-list a publication of each record
        #                                                                                  ^ layout.unknown-path
        """))
    let read = SampleLayout.read(iteration.text)
    let problems = LayoutChecker.check(
      try #require(read.output), schema: try SampleModel.read().schema)
    #expect(iteration.differences(from: problems, in: SampleLayout.file) == [])
    #expect(problems.allSatisfy { $0.layout == "t" })
  }

  @Test func labelsAreFixed() throws {
    try expectMarks(
      "- rule: 1pt",
      """
      labels: { a: "{organisation.name}", b: { de: x, en: "[[{page.number}]]" } }
      #            ^ layout.bad-label put values into the text that uses them
      #                                      ^ layout.bad-label
      """)
  }

  /// CommonMark that cannot be set is told before there are values.
  @Test func markupOfTheLayout() throws {
    try expectMarks(
      """
      - paragraph: |
          one *line* {organisation.name}
          # two
      #   ^ text.unsupported a heading cannot stand in running text
          - three
      #   ^ text.unsupported a list cannot stand in running text

          four <b>x</b>
      #   ^ text.unsupported a second paragraph cannot stand in running text
      - paragraph: "# 1. - is <b>fine</b>"
      #             ^ text.unsupported HTML is not part of the text
      #             ^ text.unsupported HTML is not part of the text
      - heading: "# 1. - is fine"
      - text: |
          # Heading
          - list ![picture](x.png)
      #   ^ text.unsupported a picture cannot stand in running text
          > [link](../x.pdf) [link]({organisation.name}) [link](https://x) [link](#x)
      #   ^ text.unsupported “../x.pdf” is not an address
          <div>
      #   ^ text.unsupported HTML is not part of the text
      - definitions:
        content:
          - definition: "`code` [x](ftp://x)"
      #                  ^ text.unsupported begin it with https://
            text: { de: "* list", en: "![x](y)" }
      #                                ^ text.unsupported
      - table: [{ title: "<i>" }]
      #                   ^ text.unsupported
        content:
          - table-row: ["<br>"]
      #                  ^ text.unsupported
      - qr-code: "<not markup>"
        alt: "<nor this>"
      """)
  }
}
