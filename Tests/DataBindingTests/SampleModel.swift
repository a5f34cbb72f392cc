import Diagnostics
import Languages
import ReportModel
import SourceFiles
import TemporaryFolders
import Testing

/// A small model with every kind of field, read as the program reads it.
enum SampleModel {
  static let workspace = """
    title: { de: Muster, en: Sample }
    author: The author
    date: 2026-11-23
    languages: [de, en]
    model:
      organisation: { type: organisation, record: organisation.yaml }
      programmes: { type: programme, records: programmes.yaml }
      metrics: { type: metric, records: metrics.yaml }
      awards: { type: award, records: awards.yaml }
      projects: { type: project, records: projects.yaml }
      sources: { type: source, records: sources.yaml }
      people: { type: person, records: people.csv }
    fields:
      project: { mentor: { type: reference, to: person }, tags: { type: list, of: text } }
    types:
      person:
        fields:
          name: { type: text, required: true }
          born: date
          pupils: { type: number }
          rank: { type: choice, choices: [first, second] }
          bio: { type: markdown }
          projects: { type: back-references, of: project, by: mentor }
    units: { cups: { de: Tassen, en: cups } }
    """

  static let files = [
    "workspace.yaml": workspace,
    "organisation.yaml": """
    id: city
    name: { de: Stadt, en: City }
    about: { de: "*Schön* hier", en: "*Nice* here" }
    links: [{ url: "https://www.example.org/", label: { de: Netz, en: Web } }]
    """,
    "programmes.yaml": """
    - id: one
      number: 1
      name: { de: Eins, en: One }
      lead: { de: "5 * 3 *und* _mehr_", en: "5 * 3 *and* _more_" }
      text: { de: "Erst **fett**.\\n\\nDann [Netz](https://example.org/).", en: "First **bold**.\\n\\nThen [web](https://example.org/)." }
      colour: teal
      hero: ideas
      milestones:
        - { date: 2016-03-01, end: 2019, text: { de: Phase, en: Phase }, source: [b] }
    - id: two
      number: 2
      name: { de: Zwei, en: Two }
      colour: mauve
    """,
    "metrics.yaml": """
    - { id: ideas, programme: one, series: city, label: { de: Ideen, en: Ideas }, value: 53000, comparator: ">", year: 2019, source: [a, b], grade: sourced }
    - { id: money, programme: one, label: { de: Mittel, en: Funds }, value: 34500000, unit: EUR, year: 2018, nature: planned, source: [b], grade: sourced }
    - { id: tea, programme: two, label: { de: Tee, en: Tea }, value: 1.5, unit: cups, comparator: "~", source: [c], grade: general }
    """,
    "awards.yaml": """
    - { id: prize, kind: award, programme: one, year: 2018, name: { de: Preis, en: Prize }, source: [c], grade: sourced }
    - { id: fair, kind: event, programme: two, year: 2016, name: { de: Messe, en: Fair }, source: [a], grade: sourced }
    """,
    "projects.yaml": """
    - id: alpha
      number: 3
      name: { de: Ähre, en: Ear }
      programme: one
      lead: { de: Satz, en: Sentence }
      mentor: ada
      tags: [x, y]
      facts:
        - { kind: partner, text: { de: Erste, en: First }, source: [c], grade: sourced }
        - { kind: note, text: { de: Zweite, en: Second }, source: [a], grade: sourced }
      links: [{ url: "https://www.example.org/a(b)_c_*d*", label: { de: Netz, en: Web } }]
    - { id: beta, number: 1, name: { de: Zebra, en: Zebra }, programme: one, mentor: ada }
    - { id: gamma, number: 12, name: { de: Apfel, en: Apple }, programme: two }
    """,
    "sources.yaml": """
    - { id: a, title: "First *source*", url: "https://a.example.org/" }
    - { id: b, title: Second source }
    - { id: c, title: Third source, url: "http://www.c.example.org/path/" }
    """,
    "people.csv": """
    id,name,born,pupils,rank,bio.de,bio.en
    ada,Ada [1] *x*,1815-12-10,1200,first,**Bio**,**Bio**
    bob,Bob,,,,,
    """,
  ]

  /// The model with some files changed.
  static func read(_ changed: [String: String] = [:]) throws -> WorkspaceModel {
    let folder = try TemporaryFolder()
    for (name, text) in files.merging(changed, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: "Assets/" + name)
    }
    let read = ModelReader.read(try Workspace(root: folder.path))
    #expect(read.diagnostics.map(\.rendered) == [])
    return try #require(read.output)
  }
}
