import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// The blocks of a publication, as a reader of GFM sees them.
struct MarkdownWriterTests {
  private let german: LanguageTag
  private var make: SampleBlocks

  init() throws {
    german = try #require(LanguageTag("de"))
    make = SampleBlocks(language: german, record: "nordwaerts")
  }

  private func source(_ nodes: [BlockNode]) -> String {
    MarkdownWriter.write(
      SampleTree.tree(nodes, languages: [german]), languages: .builtIn)
  }

  /// The source without its front matter.
  private func body(_ nodes: [BlockNode]) -> String {
    String(source(nodes).split(separator: "\n---\n\n", maxSplits: 1).last ?? "")
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

  @Test mutating func listsNestAndStayApart() {
    let inner = make.list(start: 1, [[make.paragraph("eins")], [make.paragraph("zwei")]])
    let outer = make.list([[make.paragraph("oben"), inner], [make.paragraph("")]])
    let second = make.list([[make.paragraph("zweite Liste")]])
    let late = make.list(
      start: 7, [[make.paragraph("sieben"), make.paragraph("mehr")], [make.paragraph("acht")]])
    let written = body([outer, second, late])
    #expect(
      written == """
        - oben
          1. eins
          2. zwei

        + zweite Liste

        7. sieben

           mehr

        8. acht

        """)
    let lists = ParsedMarkdown(document: written).all("list")
    #expect(
      lists.map(\.literal) == ["bullets, tight", "from 1, tight", "bullets, tight", "from 7"])
  }

  /// Only a list from 1 may follow a paragraph without a blank line; numbers stay what they are.
  @Test mutating func numbersSurvive() {
    for start in [0, 3, 999_999_999, Int.max, -4] {
      let inner = make.list(start: start, [[make.paragraph("a")], [], [make.paragraph("b")]])
      let outer = make.list([[make.paragraph("oben"), inner]])
      let lists = ParsedMarkdown(document: source([outer])).all("list")
      let first = min(max(start, 0), 999_999_999)
      #expect(lists.map { $0.literal.prefix { $0 != "," } } == ["bullets", "from \(first)"])
      #expect(lists.last?.children.map(\.text) == ["a", "", "b"])
    }
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
        > – Andere

        Allein

        """)
  }

  @Test mutating func definitionsAreAListOfTerms() {
    let definitions = make.definitions([
      (make.paragraph("Zeitraum"), [make.paragraph("2018–2021")]),
      (make.paragraph("Wo?"), [make.paragraph("Phoenix-West"), make.paragraph("und Hörde")]),
      (make.paragraph("Leer"), []), (make.paragraph(""), [make.paragraph("ohne Wort")]),
    ])
    #expect(
      body([definitions]) == """
        - **Zeitraum:** 2018–2021

        - **Wo?** Phoenix-West

          und Hörde

        - **Leer**

        - ohne Wort

        """)
  }

  /// Boxes whose first line labels the rest are entries of one list; others stay what they are.
  @Test mutating func labelledBoxesAreAListOfTerms() {
    let boxes = [("Ort", "Hörde"), ("Träger", "Stadt")].map { term, text in
      make.node(
        .box(
          Box(children: [
            make.paragraph(term, role: .label), make.node(.space(2)), make.paragraph(text),
          ])))
    }
    let card = make.node(
      .stack([make.paragraph("Programm 4", role: .label), make.heading(2, "nordwärts")]))
    let alone = make.node(.box(Box(children: [make.paragraph("Nur ein Wort", role: .label)])))
    let list = make.list([[make.paragraph("Liste")]])
    #expect(
      body(boxes + [list, card, alone]) == """
        - **Ort:** Hörde
        - **Träger:** Stadt

        + Liste

        Programm 4

        # nordwärts

        Nur ein Wort

        """)
  }

  @Test mutating func tablesKeepTheirShape() {
    let two = make.node(.stack([make.paragraph("a"), make.heading(2, "b")]))
    let list = make.list([[make.paragraph("c")], [make.paragraph("d")]])
    let table = make.table(
      [.left, .right, .center], header: ["Was", "Wie viel"],
      rows: [
        [(two, .missing), (make.paragraph("5"), .missing), (list, .missing)],
        [(make.paragraph(""), .missing)], [(make.paragraph("e"), .missing)],
      ])
    let written = body([table])
    #expect(
      written == """
        | Was | Wie viel |  |
        | --- | ---: | :---: |
        | a<br>**b** | 5 | • c<br>• d |
        | e |  |  |

        """)
    #expect(ParsedMarkdown(document: written).all("table_row").count == 2)
    #expect(source([make.table([.left], header: [], rows: [])]) == source([]))
  }

  @Test mutating func metricCardsBecomeOneTable() {
    func quantity(_ value: Int64) -> Quantity { Quantity(value: DecimalNumber(significand: value)) }
    let cards = [
      make.metric(
        "a", label: "Studierende", quantity: quantity(53000), formatted: "> 53.000", year: 2019,
        note: "2019", sources: ["Stadt Dortmund", "TU | Statistik"]),
      make.metric(
        "b", label: "Fördermittel", quantity: quantity(5), formatted: "34,5\u{A0}Mio.\u{A0}€",
        note: "2018 · beantragt"),
    ]
    let grid = make.grid([cards[0], make.node(.box(Box(children: [cards[1]])))])
    let alone = [make.paragraph("Dazu:"), cards[1]]
    #expect(
      body([grid] + alone) == """
        | Kennzahl | Wert | Jahr | Anmerkung | Quelle |
        | --- | ---: | ---: | --- | --- |
        | Studierende | > 53.000 | 2019 |  | Stadt Dortmund; TU \\| Statistik |
        | Fördermittel | 34,5\u{A0}Mio.\u{A0}€ |  | 2018 · beantragt |  |

        Dazu:

        | Kennzahl | Wert | Anmerkung |
        | --- | ---: | --- |
        | Fördermittel | 34,5\u{A0}Mio.\u{A0}€ | 2018 · beantragt |

        """)
  }

  @Test mutating func chartsBecomeWordsAndData() {
    let ink = SampleTree.color
    let bar = Chart.Bar(
      label: "Stiftungen", quantity: Quantity(value: DecimalNumber(significand: 7)),
      formatted: "7", color: ink)
    let event = Chart.Event(
      start: PartialDate(year: 2018), formattedDate: "2018", title: "Preis", detail: "mit Wien",
      color: ink, isAward: true)
    let diagram = Chart.ModelDiagram(
      actors: [Chart.Member(name: "Stadt", detail: "", color: ink)],
      programmes: [Chart.Member(name: "nordwärts", detail: "im Norden", color: ink)])
    let place = Chart.Locator.Place(latitude: 51.5, longitude: 7.4)
    let locator = Chart.Locator(
      place: place, name: "Hörde", others: [], color: ink, scaleLabel: "2\u{A0}km")
    let nodes = [
      make.chart(.bars([bar]), "Sieben Stiftungen."),
      make.chart(.timeline([event]), "Die Preise."),
      make.chart(.modelDiagram(diagram), "Das Modell."),
      make.chart(.locator(locator), "Lage in Hörde."),
    ]
    #expect(
      body(nodes) == """
        Sieben Stiftungen.

        | Kennzahl | Wert |
        | --- | ---: |
        | Stiftungen | 7 |

        Die Preise.

        - **2018** Preis – mit Wien

        Das Modell.

        - **Stadt**

        + **nordwärts** – im Norden

        Lage in Hörde.

        Maßstabsleiste: 2\u{A0}km

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
