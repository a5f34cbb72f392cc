import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// The blocks of a publication, as a reader of GFM sees them.
struct MarkdownWriterTests: GermanMarkdown {
  let german: LanguageTag
  private var make: SampleBlocks

  init() throws {
    german = try #require(LanguageTag("de"))
    make = SampleBlocks(language: german, record: "nordwaerts")
  }

  @Test func frontMatterIsQuoted() {
    var tree = SampleTree.tree([], languages: [german])
    tree.metadata.title = "„Umbruch“: \"Schicht\" \\ # Stand"
    tree.metadata.author = "Stadt\nDortmund\u{7}"
    tree.metadata.keywords = ["no", "1.5"]
    tree.record = "drz"
    let english = LanguageTag("en").map { [$0] } ?? []
    let lines = MarkdownWriter.write(tree, languages: .builtIn)
    #expect(
      lines == """
        ---
        title: "„Umbruch“: \\"Schicht\\" \\\\ # Stand"
        language: "de"
        date: "2026-03"
        author: "Stadt\\nDortmund\\u0007"
        keywords: ["no", "1.5"]
        layout: "sample"
        record: "drz"
        ---

        """)
    tree.languages += english
    #expect(
      MarkdownWriter.write(tree, languages: .builtIn).contains("\nlanguage: [\"de\", \"en\"]\n"))
  }

  @Test mutating func footnotesStandAtTheEnd() {
    let note = Footnote(
      identifier: "a",
      paragraphs: [[.text("Ein "), .emphasis([.text("Satz")])], [.text("Noch *einer")]])
    let text = body([
      make.paragraph([.text("Wort"), .footnote(note), .text(" und "), .strong([.text("fett")])]),
      make.paragraph([
        .link(.address("https://example.org/"), [.text("Netz"), .footnote(note)]),
        .footnote(Footnote(identifier: "a", paragraphs: [])),
      ]),
      make.paragraph([.footnote(Footnote(identifier: "b", paragraphs: [[.text("Zwei")]]))]),
    ])
    #expect(
      text == """
        Wort[^1] und **fett**

        [Netz](https://example.org/)[^1]

        [^2]

        [^1]: Ein _Satz_

            Noch \\*einer

        [^2]: Zwei

        """)
  }

  @Test mutating func headingsSkipNoLevel() {
    let levels = [3, 4, 4, 6, 2, 5, 1, 6, 6, 1]
    let document = ParsedMarkdown(
      document: source(levels.map { make.heading($0, "Titel \($0)") }))
    #expect(
      document.all("heading").map(\.literal) == [
        "1", "2", "2", "3", "1", "2", "1", "2", "2", "1",
      ])
    #expect(HeadingOutline.levels([1, 2, 3, 4, 5, 6, 7, 8]) == [1, 2, 3, 4, 5, 6, 6, 6])
  }

  /// Slugs as GitHub makes them; what a title is called does not depend on what links to it.
  @Test(arguments: [
    ("Was 2019 galt: 34,5 Mio. €", "was-2019-galt-345-mio-"),
    ("Bürger*innen_rat", "bürgerinnen_rat"),
    ("A – B", "a--b"), ("  C  ", "c"), ("D-E", "d-e"),
  ]) mutating func slugs(title: String, slug: String) {
    var heading = make.heading(2, title)
    heading.anchor = "there"
    let link = make.paragraph([.link(.anchor("there"), [.text("dorthin")])])
    #expect(
      ParsedMarkdown(document: source([heading, link])).all("link").map(\.address) == ["#\(slug)"])
  }

  @Test func slugsDifferEvenWhereTitlesDoNot() {
    let slugs = HeadingOutline.slugs(["a", "a", "a-1", "a", "", ""])
    #expect(Set(slugs).count == slugs.count)
    #expect(slugs.prefix(2) == ["a", "a-1"])
  }

  @Test mutating func contentsLinkToHeadings() throws {
    func entry(_ level: Int, _ title: String, _ anchor: String) -> Contents.Entry {
      Contents.Entry(
        level: level, title: [.text(title)], anchor: anchor, style: SampleTree.style,
        numberStyle: SampleTree.style)
    }
    var first = make.heading(1, "Einführung")
    first.anchor = "intro"
    // The anchor of a container leads to the heading in it, that of a text to the one above.
    let inside = [make.paragraph("Vorspann"), make.heading(2, "nordwärts")]
    var opener = make.node(.stack(inside))
    opener.anchor = "nordwaerts"
    var text = make.paragraph("Ein Absatz")
    text.anchor = "text"
    let contents = make.node(
      .contents(
        Contents(
          entries: [
            entry(1, "Einführung", "intro"), entry(2, "nordwärts", "nordwaerts"),
            entry(3, "Absatz", "text"), entry(2, "Nirgends", "nowhere"),
          ], rowGap: 2)))
    let written = source([contents, first, opener, text])
    let document = ParsedMarkdown(document: written)
    #expect(document.all("link").map(\.address) == ["#einführung", "#nordwärts", "#nordwärts"])
    #expect(
      written.contains(
        """
        - [Einführung](#einführung)
          - [nordwärts](#nordwärts)
            - [Absatz](#nordwärts)
          - Nirgends
        """))
  }

  /// Spaces, tabs, empty lines and signs of Markdown stay; in a list the fence is indented.
  @Test mutating func codeStaysAsItIs() {
    var code = make.paragraph("", role: .code)
    if case .paragraph(var paragraph) = code.content {
      paragraph.inlines = ["  if a  {", "", "\t```*b*", "}"].enumerated().flatMap { index, line in
        (index > 0 ? [Inline.lineBreak] : []) + [.code(line)]
      }
      code.content = .paragraph(paragraph)
    }
    #expect(
      body([code, make.list([[make.paragraph("eins"), code]])]) == """
        ````
          if a  {

        \t```*b*
        }
        ````

        - eins

          ````
            if a  {

          \t```*b*
          }
          ````

        """)
  }

  @Test mutating func quotationsTakeTheirAttribution() {
    let path = BlockIdentity(record: "q", path: "quotations.q.text")
    var first = make.paragraph("„Erster Absatz.", role: .quotation)
    var second = make.paragraph("Zweiter Absatz.“", role: .quotation)
    (first.identity, second.identity) = (path, path)
    second.identity.paragraph = 1
    let nodes = [
      first, second, make.paragraph("Jemand, Amt", role: .attribution),
      make.paragraph("„Ein anderes.“", role: .quotation),
      make.paragraph("– Andere", role: .attribution),
      make.paragraph("Rat der Stadt", role: .attribution), make.paragraph("Absatz"),
      make.paragraph("Allein", role: .attribution),
    ]
    #expect(
      body(nodes) == """
        > „Erster Absatz.
        >
        > Zweiter Absatz.“
        >
        > — Jemand, Amt

        > „Ein anderes.“
        >
        > – Andere\\
        > Rat der Stadt

        Absatz

        Allein

        """)
  }

  @Test mutating func picturesAndCodesAreLinked() {
    var image = ImageBlock(file: "Assets/a b.jpg", alternativeText: "Ein [Turm]", credit: "A. Foto")
    image.caption = SampleBlocks.text([.text("Der Turm")], role: .caption)
    let code = QRCode(
      address: "https://example.org/x", size: 40, color: SampleTree.color, alternativeText: "Mehr")
    let nodes = [make.node(.image(image)), make.node(.qrCode(code))]
    #expect(
      body(nodes) == """
        ![Ein \\[Turm\\]](Assets/a%20b.jpg)

        Der Turm (A. Foto)

        [Mehr](https://example.org/x)

        """)
  }

  @Test mutating func whatSaysNothingIsLeftOut() {
    var decorative = make.paragraph("01")
    decorative.isDecorative = true
    let icon = Icon(file: "a.svg", size: 12, color: SampleTree.color)
    let nodes = [
      decorative, make.node(.icon(icon)),
      make.node(.rule(Rule(weight: 1, color: SampleTree.color))),
      make.node(.space(12)), make.node(.regionBreak(.page)), make.paragraph("  "),
      make.node(.ornament(Ornament(kind: .fill, background: nil, seed: "s"))),
      make.node(.image(ImageBlock(file: "a.jpg", alternativeText: ""))), make.heading(1, " "),
      make.paragraph([.text("Seite "), .pageField(.pageNumber)]), make.list([[]]),
      make.node(
        .qrCode(QRCode(address: "", size: 1, color: SampleTree.color, alternativeText: ""))),
    ]
    #expect(body(nodes) == "Seite\n")
  }

  /// The space that ties a page's number to its word is none where there are no pages.
  @Test mutating func pageNumbersLeaveNoTie() {
    let inlines: [Inline] = [
      .text("auf Seite\u{A0}"), .pageField(.pageNumber), .text(" und S.\u{A0}"),
      .pageField(.pageNumber), .text(", 5\u{A0}km"),
    ]
    #expect(body([make.paragraph(inlines)]) == "auf Seite und S. , 5\u{A0}km\n")
    #expect(inlines.plainText == "auf Seite  und S. , 5\u{A0}km")
  }

  @Test mutating func facingTextIsReadOnce() {
    let long = make.paragraph(String(repeating: "Derselbe Text auf zwei Seiten. ", count: 3))
    let short = make.paragraph("2019")
    let heading = make.heading(1, "nordwärts")
    var other = long
    other.identity.path = "elsewhere"
    let page = SampleTree.page([heading, long, short])
    let tree = SampleTree.tree(
      sections: [
        SampleTree.page([heading]), page, page, SampleTree.page([other]),
        SampleTree.page([heading, long]),
      ], languages: [german])
    let document = ParsedMarkdown(document: MarkdownWriter.write(tree, languages: .builtIn))
    let kinds = document.outline.map { $0.prefix(14) }
    #expect(
      kinds == [
        "heading 1: nor", "paragraph: Der", "paragraph: 201", "paragraph: 201", "paragraph: Der",
        "paragraph: Der",
      ])
  }

  /// Whatever stands in it, a file has no trailing spaces, no runs of blank lines, one final newline.
  @Test mutating func theFileIsTidy() {
    let paragraphs = HostileTextTests.texts.map {
      make.paragraph([.strong([.text($0)]), .lineBreak])
    }
    let written = source(paragraphs + [make.list(paragraphs.map { [$0, $0] })])
    #expect(!written.contains(" \n"))
    #expect(!written.contains("\n\n\n"))
    #expect(written.hasSuffix("\n") && !written.hasSuffix("\n\n"))
  }

  @Test mutating func sameTreeSameBytes() {
    let nodes = HostileTextTests.texts.map { make.paragraph($0) }
    #expect(source(nodes) == source(nodes))
  }
}
