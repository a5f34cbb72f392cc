import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Lists, tables and charts of a publication, as a reader of GFM sees them.
struct ListAndTableTests: GermanMarkdown {
  let german: LanguageTag
  private var make: SampleBlocks

  init() throws {
    german = try #require(LanguageTag("de"))
    make = SampleBlocks(language: german, record: "nordwaerts")
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
}
