import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import ReportModel
import SampleLayouts
import Testing

/// Footnotes from CommonMark to the document tree.
struct FootnoteBindingTests {
  @Test func notesOfTexts() throws {
    let bound = try BoundLayout(
      """
      - text: |
          Eins [^b], zwei[^a] und wieder[^b]. `[^c]` \\[^d]

          [^a]: Ein *a*.

              Mehr.
          [^b]: Ein b,
          das weitergeht.
      - paragraph: 'Wort^[Eine "kleine" **Note** mit [Klammer](https://example.org/) und {organisation.id}.] weiter'
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    let texts = try bound.texts()
    #expect(
      texts == [
        "Eins[Ein b, das weitergeht.], zwei[Ein *a*. ¶ Mehr.] und wieder[^1]. `[^c]` [^d]",
        "Wort[Eine „kleine“ **Note** mit <https://example.org/|Klammer> und city.] weiter",
      ])
  }

  /// Marks without notes and notes without marks are told at their lines, before there are values.
  @Test func problemsOfTheLayout() throws {
    try expectMarks(
      """
      - text: |
          One[^a] two[^B] three.

          Four[^b] and[^c]five[^c].
      #   ^ footnote.undefined there is no footnote “c”

          [^A]: Fine.
          [^b]: A note.
          [^d]: Nobody asks.
      #   ^ footnote.unused nothing refers to the footnote “d”
      - paragraph: "Text[^x]"
      #             ^ footnote.undefined
      """)
    let bound = try BoundLayout("- paragraph: \"One^[Two^[three].]\"")
    #expect(bound.diagnostics.map(\.identifier).contains("footnote.nested"))
    let deep = try BoundLayout("- text: |\n    One[^a] [^b]\n\n    [^a]: Two[^b]\n\n    [^b]: x")
    #expect(deep.diagnostics.map(\.identifier).contains("footnote.nested"))
    let list = try BoundLayout("- text: |\n    One[^a]\n\n    [^a]: - two")
    #expect(list.diagnostics.map(\.message).contains("a list cannot stand in a footnote"))
    let empty = try BoundLayout("- text: |\n    One[^a]\n\n    [^a]:")
    #expect(empty.diagnostics.map(\.identifier).contains("footnote.empty"))
  }

  private static let hostile = [
    String(repeating: "^[", count: 20_000), String(repeating: "[^a]", count: 10_000),
    String(repeating: "^[a", count: 1000) + String(repeating: "]", count: 1000),
    String(repeating: "[^a]: x\\n\\n", count: 5000), "[^" + String(repeating: "a", count: 50_000),
  ]

  @Test(arguments: hostile.indices)
  func hostileTexts(index: Int) throws {
    let bound = try BoundLayout("- text: \"\(Self.hostile[index])\"")
    #expect(bound.diagnostics.allSatisfy { $0.identifier.hasPrefix("footnote.") })
    #expect(bound.diagnostics.count < 10)
  }

  /// What is listed or runs at the head of pages has no notes.
  @Test func contentsHaveNoNotes() throws {
    let bound = try BoundLayout("- contents:\n- heading: \"Title^[A note.]\"")
    guard case .contents(let contents)? = try bound.nodes().first?.content else {
      Issue.record("no contents")
      return
    }
    #expect(contents.entries.map(\.title.dump) == ["Title"])
    #expect(try bound.texts() == ["Title[A note.]"])
  }

  private static let footnotes = """
    footnotes: { numbering: page, style: small, mark-style: label, rule: teal 40%, space: 1 lines }
    """

  @Test func settings() throws {
    let german = try #require(LanguageTag("de"))
    var settings = try #require(
      BoundLayout("- space: 1pt", Self.footnotes)
        .trees[german]?.footnotes)
    #expect(settings.numbering == .page)
    #expect(settings.style.name == "small")
    #expect(settings.ruleColor == PaletteColor("teal", tint: 0.4))
    #expect(settings.space == 14)
    #expect(settings.markStyle.color == PaletteColor("ink"))
    // Without a style for notes they are smaller than the text.
    settings = try #require(BoundLayout("- space: 1pt").trees[german]?.footnotes)
    #expect(settings.style.size == 8)
    #expect(settings.numbering == .publication)
  }

  @Test func problemsOfTheKey() throws {
    try expectMarks(
      "- space: 1pt",
      """
      footnotes: { numbering: chapter, style: smal, rule: purple, colour: ink }
      #                       ^ layout.unknown-choice
      #                                       ^ layout.unknown-style did you mean “small”?
      #                                                   ^ layout.unknown-color
      #                                                           ^ layout.unknown-key
      """)
  }
}
