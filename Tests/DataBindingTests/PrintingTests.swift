import DataBinding
import Diagnostics
import DocumentTree
import Languages
import ReportModel
import SampleLayouts
import Testing

/// How values and filters print in German and English.
///
/// A quantity is shown as `{value=text}`, a no-break space as `~`.
@Suite struct PrintingTests {
  /// What a paragraph prints inside a loop over one record of each kind.
  private static func printed(_ template: String) throws -> [String] {
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        limit: 1
        content:
          - each: projects
            as: project
            limit: 1
            content:
              - each: metrics
                as: metric
                where: metric.id == "ideas"
                content:
                  - each: metrics
                    as: money
                    where: metric.id == "ideas" and money.id == "money"
                    content:
                      - paragraph: "\(template)"
      """,
      "labels: { nature: { planned: { de: geplant, en: planned }, expected: x, announced: x, applied-for: x, approved: x } }"
    )
    #expect(bound.diagnostics.map(\.rendered) == [])
    return try ["de", "en"].map { language in
      try bound.texts(language).joined(separator: " ¶ ").replacing("\u{A0}", with: "~")
    }
  }

  @Test(arguments: [
    ("{metric}", "{53000=>~53.000}", "{53000=>~53,000}"),
    ("{metric | quantity}", "{53000=>~53.000}", "{53000=>~53,000}"),
    ("{metric.value}", "53.000", "53,000"),
    ("{metric.value | quantity}", "{53000=53.000}", "{53000=53,000}"),
    ("{metric | figure}", ">~53.000", ">~53,000"),
    ("{metric | comparator}.", ">~.", ">~."),
    ("{metric | spoken}", "über 53.000", "more than 53,000"),
    ("{money}", "{34500000=34,5~Mio.~€}", "{34500000=€34.5~million}"),
    ("{money | quantity | upper}", "34,5~MIO.~€", "€34.5~MILLION"),
    ("{money.nature | label: nature}", "geplant", "planned"),
    ("Stand {metric.year}", "Stand 2019", "Stand 2019"),
    ("{project.number | pad: 2}", "03", "03"), ("{project.number | pad: 1}", "3", "3"),
    ("{count(metrics)}", "3", "3"), ("{count(project.lead)}", "1", "1"),
    ("{project.name | upper}", "ÄHRE", "EAR"),
    ("{project.tags | join: ' + '}", "x + y", "x + y"),
    ("{project.tags | join: -}", "x-y", "x-y"), ("{project.tags}", "x, y", "x, y"),
    ("{projects | list}", "Ähre, Zebra und Apfel", "Ear, Zebra and Apple"),
    ("{project.tags | list}", "x und y", "x and y"),
    ("{project.mentor | list}", "Ada [1] *x*", "Ada [1] *x*"),
    ("{metric.source | titles}", "First *source*; Second source", "First *source*; Second source"),
    ("{first(organisation.links).url | host}", "example.org", "example.org"),
    ("{last(sources).url | host}", "c.example.org/path", "c.example.org/path"),
    ("{project.mentor.born}", "10.~Dezember 1815", "10~December 1815"),
    ("{project.mentor.born.year}", "1815", "1815"),
    ("{year(project.mentor.born)}", "1815", "1815"),
    ("{first(programme.milestones).date}", "1.~März 2016", "1~March 2016"),
    ("{type(project)} {language}", "project de", "project en"),
    (
      "{edition.title}, {edition.author}, {edition.date}", "Muster, The author, 23.~November 2026",
      "Sample, The author, 23~November 2026"
    ),
    ("{project.id | page}", "{pageOf(anchor: \"alpha\")}", "{pageOf(anchor: \"alpha\")}"),
    (
      "{page.number}/{page.count} {page.heading}",
      "{pageNumber}/{pageCount} {runningHeading(level: 1, DocumentTree.RunningHeading.last)}",
      "{pageNumber}/{pageCount} {runningHeading(level: 1, DocumentTree.RunningHeading.last)}"
    ),
    (
      "{page.heading-2.first}{page.heading.continued}",
      "{runningHeading(level: 2, DocumentTree.RunningHeading.first)}"
        + "{runningHeading(level: 1, DocumentTree.RunningHeading.continued)}",
      "{runningHeading(level: 2, DocumentTree.RunningHeading.first)}"
        + "{runningHeading(level: 1, DocumentTree.RunningHeading.continued)}"
    ),
    ("{organisation.about}", "*Schön* hier", "*Nice* here"),
    ("{organisation.about | plain}", "Schön hier", "Nice here"),
    ("{missing(project.gap)}{project.number == 3}", "truetrue", "truetrue"),
    ("{label.nature.planned}", "geplant", "planned"),
    ("{project.mentor.pupils} {project.mentor.rank}", "1.200 first", "1,200 first"),
  ])
  func value(template: String, german: String, english: String) throws {
    #expect(try Self.printed(template) == [german, english])
  }

  @Test func dateRanges() throws {
    let bound = try BoundLayout(
      """
      - each: first(programmes).milestones
        as: milestone
        content:
          - paragraph: "{milestone.date | until: milestone.end}"
          - paragraph: "{milestone.date | until: milestone.end | upper}"
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.texts("de") == ["1.\u{A0}März 2016 – 2019", "1.\u{A0}MÄRZ 2016 – 2019"])
    #expect(try bound.texts("en")[0] == "1\u{A0}March 2016 – 2019")
  }

  @Test(arguments: [
    ("a[[ b {project.gap}]] c", "a c"), ("a[[ b {project.number}]]", "a b 3"),
    ("[[{project.number} {project.gap}]]", ""), ("[[{project.gap}]]", ""),
    ("**{project.gap}**", ""), ("*{project.gap}* {project.status.text}", ""),
    ("{project.gap}", ""), ("[[{project.status.year} · ]]{project.number}", "3"),
  ])
  func missingValues(template: String, expected: String) throws {
    #expect(try Self.printed(template) == [expected, expected])
  }

  /// What a value says is never markup, whatever signs it has.
  @Test(arguments: [
    ("{project.mentor.name}", "Ada [1] *x*"), ("*{project.mentor.name}*", "*Ada [1] *x**"),
    ("{programme.lead} _e_", "5 * 3 *und* _mehr_ *e*"),
    ("[{project.mentor.name}](https://x.org)", "<https://x.org|Ada [1] *x*>"),
    (
      "[Netz]({first(project.links).url})",
      "<https://www.example.org/a(b)_c_*d*|Netz>"
    ),
    ("[{project.number}](https://x.org/{project.id}?a=1&b)", "<https://x.org/alpha?a=1&b|3>"),
    ("[x](#{project.id})", "<#alpha|x>"), ("`{project.mentor.name}`", "`Ada [1] *x*`"),
    ("[{project.mentor.name}]", "[Ada [1] *x*]"), ("# {project.number}", "# 3"),
    ("- {project.number}", "- 3"), ("1. *{project.number}*", "1. *3*"),
    ("{project.number}. *a*", "3. *a*"), ("&amp; \\\\*", "& *"),
    ("**{project.name}**s", "**Ähre**s"), ("{project.name}*a*", "Ähre*a*"),
  ])
  func valuesAreNoMarkup(template: String, german: String) throws {
    #expect(try Self.printed(template)[0] == german)
  }

  /// An address that the model gives must be one that a link can lead to.
  @Test func addressesFromTheModel() throws {
    let bound = try BoundLayout(
      """
      - each: projects
        as: project
        limit: 1
        content:
          - paragraph: "[x]({project.mentor.name})"
      """)
    let problem = try #require(bound.diagnostics.first)
    #expect(bound.diagnostics.count == 2)
    #expect(problem.identifier == "text.unsupported")
    #expect(problem.record == "alpha")
    #expect(problem.language == "de")
    #expect(problem.location?.line == 13)
  }
}
