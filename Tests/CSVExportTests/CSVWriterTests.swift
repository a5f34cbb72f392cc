import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import CSVExport

/// What a publication holds as data comes out as rows.
struct CSVWriterTests {
  private let german: LanguageTag
  private var make: SampleBlocks

  init() throws {
    german = try #require(LanguageTag("de"))
    make = SampleBlocks(language: german)
  }

  private func rows(_ tree: PublicationTree) throws -> [[String: String]] {
    let rows = try ParsedCSV(CSVWriter.write(tree, dialect: .plain), separator: ",").rows
    #expect(rows.first?["kind"] == "publication")
    return rows.dropFirst().map { row in
      #expect(row["language"] == german.rawValue)
      return row.filter { $0.key != "language" }
    }
  }

  private func rows(_ nodes: [BlockNode]) throws -> [[String: String]] {
    try rows(SampleTree.tree(nodes, languages: [german]))
  }

  private func quantity(_ value: Int64, _ comparator: Comparator = .equal) -> Quantity {
    Quantity(value: DecimalNumber(significand: value), comparator: comparator, unit: "EUR")
  }

  @Test func thePublicationIsTheFirstRow() throws {
    var tree = SampleTree.tree([], languages: [german])
    tree.record = "drz"
    let read = try ParsedCSV(CSVWriter.write(tree, dialect: .plain), separator: ",")
    #expect(
      read.rows == [
        [
          "kind": "publication", "owner": "drz", "id": "samples/sample", "language": "de",
          "label": "Sample", "year": "2026", "date": "2026-03",
        ]
      ])
  }

  @Test mutating func metricsKeepTheirValue() throws {
    make.record = "nordwaerts"
    let card = make.metric(
      "funding", label: "Förder-\nmittel", quantity: quantity(34_500_000, .more),
      formatted: "> 34,5\u{A0}Mio.\u{A0}€", year: 2019, note: "Stand\u{AD} 2019",
      sources: ["Stadt, Seite", "TU"])
    let expected = [
      "kind": "metric", "owner": "nordwaerts", "id": "funding", "label": "Förder- mittel",
      "comparator": ">", "value": "34500000", "unit": "EUR", "year": "2019",
      "formatted": "> 34,5\u{A0}Mio.\u{A0}€", "text": "Stand 2019", "grade": "sourced",
      "source": "Stadt, Seite; TU",
    ]
    // The same card on two pages is one row.
    #expect(try rows([make.grid([card, card]), card]) == [expected])
  }

  @Test mutating func chartsGiveTheirData() throws {
    make.record = "asc"
    let ink = SampleTree.color
    let bars = [("A", 7), ("B", 12)].map { label, value in
      Chart.Bar(label: label, quantity: quantity(Int64(value)), formatted: "\(value) €", color: ink)
    }
    let events = [
      Chart.Event(
        start: PartialDate(year: 2018, month: 8), end: PartialDate(year: 2019),
        formattedDate: "August 2018 bis 2019", title: "Preis", detail: "mit Wien", color: ink,
        isAward: true),
      Chart.Event(
        start: PartialDate(year: 2020), formattedDate: "2020", title: "Treffen", detail: "",
        color: ink, isAward: false),
    ]
    let place = Chart.Locator.Place(latitude: 51.5, longitude: 7.4)
    let locator = Chart.Locator(
      place: place, name: "Hörde", others: [], color: ink, scaleLabel: "2 km")
    let member = Chart.Member(name: "Stadt", detail: "157 Fachleute", color: ink)
    let diagram = Chart.ModelDiagram(
      actors: [member], programmes: [Chart.Member(name: "nordwärts", detail: "", color: ink)])
    let rows = try rows([
      make.chart(.bars(bars), "Balken"), make.chart(.timeline(events), "Zeit"),
      make.chart(.locator(locator), "Lage"), make.chart(.modelDiagram(diagram), "Modell"),
    ])
    #expect(
      rows == [
        [
          "kind": "bar", "owner": "asc", "id": "content[1].bars[0]", "label": "A", "value": "7",
          "unit": "EUR", "formatted": "7 €",
        ],
        [
          "kind": "bar", "owner": "asc", "id": "content[1].bars[1]", "label": "B", "value": "12",
          "unit": "EUR", "formatted": "12 €",
        ],
        [
          "kind": "award", "owner": "asc", "id": "content[2].events[0]", "label": "Preis",
          "year": "2018", "date": "2018-08/2019", "formatted": "August 2018 bis 2019",
          "text": "mit Wien",
        ],
        [
          "kind": "event", "owner": "asc", "id": "content[2].events[1]", "label": "Treffen",
          "year": "2020", "date": "2020", "formatted": "2020",
        ],
        [
          "kind": "place", "owner": "asc", "id": "content[3]", "label": "Hörde",
          "formatted": "2 km", "text": "51.5 7.4",
        ],
        ["kind": "text", "owner": "asc", "id": "content[4]", "text": "Stadt – 157 Fachleute"],
      ])
  }

  @Test mutating func tableRowsAreTyped() throws {
    let cell = { (node: BlockNode, value: TypedValue) in (node, value) }
    let table = make.table(
      [.left, .right, .right, .left], header: ["Was", "2018", "Jahr", "Quelle"],
      rows: [
        [
          cell(make.paragraph("Mittel"), .text("Mittel")),
          cell(make.paragraph("ca. 5 €"), .quantity(quantity(5, .about))),
          cell(make.paragraph("2019"), .date(PartialDate(year: 2019))),
          cell(make.paragraph("Stadt"), .text("Stadt")),
        ],
        [
          cell(make.paragraph("Zwei"), .missing),
          cell(make.paragraph("1"), .quantity(quantity(1))),
          cell(make.paragraph("2"), .quantity(quantity(2))),
        ],
      ])
    #expect(
      try rows([table]) == [
        ["kind": "text", "id": "content[9]", "text": "2018"],
        [
          "kind": "row", "id": "content[12].rows[0]", "label": "Mittel", "comparator": "~",
          "value": "5", "unit": "EUR", "formatted": "ca. 5 €", "year": "2019", "date": "2019",
          "text": "Quelle: Stadt",
        ],
        [
          "kind": "row", "id": "content[12].rows[1]", "label": "Zwei", "value": "1",
          "unit": "EUR", "formatted": "1",
        ],
        [
          "kind": "row", "id": "content[12].rows[1]", "label": "Zwei · Jahr", "value": "2",
          "unit": "EUR", "formatted": "2",
        ],
      ])
  }

  /// Projects listed in a brochure are rows, be they set as a table or as text.
  @Test mutating func projectsAreRows() throws {
    make.record = "drz"
    let listed = [
      make.paragraph("Rettungsrobotik", role: .heading(level: 3)),
      make.paragraph("08"), make.paragraph("Roboter für gefährliche Einsätze, seit 2018"),
      make.paragraph("Stand 2019"),
    ]
    make.record = "port"
    let inTable = (make.paragraph("Smart Port"), TypedValue.text("Smart Port"))
    let line = (make.paragraph("Hafen 4.0"), TypedValue.text("Hafen 4.0"))
    make.record = ""
    let table = make.table([.left, .left], header: ["Projekt", "Worum"], rows: [[inTable, line]])
    make.record = "unknown"
    let other = make.paragraph("Anderes")
    var tree = SampleTree.tree(listed + [table, other], languages: [german])
    tree.record = "model"
    tree.records = [
      "drz": RecordSummary(type: "project", name: "Deutsches Rettungsrobotik-Zentrum"),
      "port": RecordSummary(type: "project", name: "Smart Port"),
    ]
    #expect(
      try rows(tree) == [
        [
          "kind": "project", "owner": "model", "id": "drz",
          "label": "Deutsches Rettungsrobotik-Zentrum",
          "text": "Roboter für gefährliche Einsätze, seit 2018",
        ],
        ["kind": "text", "owner": "drz", "id": "content[2]", "text": "08"],
        ["kind": "text", "owner": "drz", "id": "content[4]", "text": "Stand 2019"],
        [
          "kind": "project", "owner": "model", "id": "port", "label": "Smart Port",
          "text": "Worum: Hafen 4.0",
        ],
        ["kind": "record", "owner": "model", "id": "unknown", "label": "Anderes"],
      ])
  }

  /// A record of which several languages tell has a row in each of them, with its name there.
  @Test func recordsAreRowsInEveryLanguage() throws {
    let english = try #require(LanguageTag("en"))
    var own = SampleBlocks(language: german, record: "port")
    var other = SampleBlocks(language: english, record: "port")
    let parallel = Parallel(
      rows: [
        .sides([own.heading(2, "Hafen"), other.heading(2, "Port")]),
        .sides([
          own.paragraph("Ein Hafen, der seine Schiffe kennt."),
          other.paragraph("A port that knows the ships in it."),
        ]),
      ], shares: [1, 1], gutter: 0)
    var tree = SampleTree.tree([own.node(.parallel(parallel))], languages: [german, english])
    tree.records["port"] = RecordSummary(type: "project", name: "Hafen")
    tree.records["port"]?.otherNames[english] = "Port"
    let rows = try ParsedCSV(CSVWriter.write(tree, dialect: .plain), separator: ",").rows
      .filter { $0["kind"] == "project" }
    #expect(rows.map { $0["label"] } == ["Hafen", "Port"])
    #expect(rows.map { $0["language"] } == ["de", "en"])
    #expect(rows.last?["text"] == "A port that knows the ships in it.")
  }

  /// Who said a quotation stands in its row, once however often it is printed.
  @Test mutating func quotationsNameWhoseTheyAre() throws {
    make.record = "mayor"
    let quotation = [
      make.paragraph("Wir fangen an.", role: .quotation),
      make.paragraph("Eva Muster", role: .attribution),
      make.paragraph("Stadt Muster, 2019", role: .attribution),
    ]
    let rows = try rows(quotation + quotation)
    #expect(rows.map { $0["label"] } == ["Wir fangen an."])
    #expect(rows.map { $0["text"] } == ["Eva Muster, Stadt Muster, 2019"])
  }

  /// A metric that is named in a heading and shown on a card is one row.
  @Test mutating func aMetricIsNoRecordBesides() throws {
    make.record = "jobs"
    let heading = make.heading(2, "Arbeitsplätze")
    let card = make.metric("jobs", label: "Arbeitsplätze", quantity: quantity(9), formatted: "9")
    #expect(try rows([heading, card]).map { $0["kind"] } == ["metric"])
  }

  @Test mutating func definitionsAreRows() throws {
    make.record = "drz"
    let figures: [Inline] = [
      .text("rund "), .strong([.quantity(quantity(900, .about), "900")]), .text(" Stellen"),
    ]
    let two: [Inline] = [.quantity(quantity(1), "1 €"), .quantity(quantity(2), "2 €")]
    let definitions = make.definitions([
      (make.paragraph("Stellen"), [make.paragraph(figures), make.paragraph("geplant")]),
      (make.paragraph("Mittel"), [make.paragraph(two)]),
      (
        make.paragraph("Ort"),
        [make.list([[make.paragraph("Hörde")], [make.paragraph("Aplerbeck")]])]
      ),
    ])
    let rows = try rows([definitions]).map { row in
      row.filter { !["id", "owner", "unit"].contains($0.key) }
    }
    #expect(
      rows == [
        [
          "kind": "definition", "label": "Stellen", "comparator": "~", "value": "900",
          "formatted": "900", "text": "rund 900 Stellen; geplant",
        ],
        ["kind": "definition", "label": "Mittel", "text": "1 €2 €"],
        ["kind": "figure", "label": "Mittel", "value": "1", "formatted": "1 €"],
        ["kind": "figure", "label": "Mittel", "value": "2", "formatted": "2 €"],
        ["kind": "definition", "label": "Ort", "text": "Hörde; Aplerbeck"],
      ])
  }

  /// A box whose first line labels the rest is an entry like a definition.
  @Test mutating func labelledBoxesAreRows() throws {
    make.record = "drz"
    var image = ImageBlock(file: "a.jpg", alternativeText: "", credit: "Foto 2020")
    image.caption = SampleBlocks.text([.text("Turm")], role: .caption)
    let box = make.node(
      .box(
        Box(children: [
          make.node(.space(3)), make.paragraph("Ort", role: .label), make.paragraph("Hörde"),
          make.node(.image(image)),
        ])))
    let card = make.node(
      .box(
        Box(children: [
          make.paragraph("Programm 4", role: .label), make.heading(2, "nordwärts"),
        ])))
    let rows = try rows([box, card]).map { row in [row["kind"], row["label"], row["text"]] }
    #expect(
      rows == [
        ["definition", "Ort", "Hörde; Turm; Foto 2020"], ["record", "Programm 4", nil],
      ])
  }

  /// A sheet about a record lists it under its title.
  @Test mutating func theSheetsOwnRecordIsARow() throws {
    make.record = "drz"
    var tree = SampleTree.tree([make.paragraph("Ganz kurz")], languages: [german])
    tree.record = "drz"
    #expect(try rows(tree) == [["kind": "record", "id": "drz", "label": "Sample"]])
  }

  @Test mutating func textsWithFiguresAreRowsOnce() throws {
    let figure = Inline.quantity(quantity(53000, .more), "über 53.000")
    let running = make.paragraph([.text("Mit "), figure, .text(" Studierenden.")])
    var image = ImageBlock(file: "a.jpg", alternativeText: "Bild 9", credit: "Foto 2020")
    image.caption = SampleBlocks.text([.text("Der Turm 2021")], role: .caption)
    var decorative = make.paragraph("99")
    decorative.isDecorative = true
    let nodes = [
      make.heading(1, "Ohne Zahl"), make.paragraph("Auch ohne Zahl, ganz."), running, running,
      make.heading(2, "Seit 2018"), make.node(.image(image)), decorative,
      make.list(start: 1, [[make.paragraph("erstens")], [make.paragraph("zweitens")]]),
      make.paragraph("Seit 2018"), make.paragraph([.text("S. "), .pageField(.pageNumber)]),
      make.paragraph("٣ arabisch-indisch"), make.paragraph("m²"),
    ]
    let rows = try rows(nodes).map { row in
      [row["kind"], row["label"], row["value"], row["text"] ?? row["formatted"]].compactMap { $0 }
    }
    #expect(
      rows == [
        ["text", "Mit über 53.000 Studierenden."], ["figure", "53000", "über 53.000"],
        ["text", "Seit 2018"], ["text", "Der Turm 2021"], ["text", "Foto 2020"],
        ["text", "1", "erstens"], ["text", "2", "zweitens"], ["text", "٣ arabisch-indisch"],
      ])
  }

  /// Whatever digits stand in the blocks that are read, they stand in the table.
  @Test mutating func noDigitIsLost() throws {
    var number = 1000
    func next() -> String {
      number += 1
      return "n\(number)"
    }
    let cell = { (node: BlockNode) in (node, TypedValue.missing) }
    let roles: [ParagraphRole] = [
      .body, .heading(level: 2), .quotation, .attribution, .caption, .label, .note, .code,
    ]
    var nodes: [BlockNode] = []
    for record in ["", "a", "b"] {
      make.record = record
      nodes += roles.map { make.paragraph(next(), role: $0) }
      nodes.append(make.list([[make.paragraph(next()), make.list([[make.paragraph(next())]])]]))
      nodes.append(make.definitions([(make.paragraph(next()), [make.paragraph(next())])]))
      nodes.append(
        make.table(
          [.left, .left], header: [next(), next()],
          rows: [[cell(make.paragraph(next())), cell(make.paragraph(next()))]]))
      nodes.append(
        make.metric(
          next(), label: next(), quantity: quantity(1), formatted: next(), note: next(),
          sources: [next()]))
    }
    let last = number
    let row = Row(cells: nodes.map { Row.Cell(span: 1, content: [$0]) }, gutter: 1)
    let written = CSVWriter.write(
      SampleTree.tree([make.node(.row(row))], languages: [german]), dialect: .excelDE)
    for number in 1001...last { #expect(written.contains("n\(number)")) }
    #expect(last > 1040)
  }
}
