import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

@Suite("Tables with spans, figures and found widths")
struct TableSpanTests {
  /// A cell that says something; with the fixed shaper a letter is 5 points wide.
  private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
    Table.Cell(
      content: text.isEmpty ? [] : [Sample.paragraph(text)], value: .text(text),
      columnSpan: columns, rowSpan: rows)
  }

  private func table(
    _ rows: [[Table.Cell]], columns: [Table.Column], header: [Table.Cell] = []
  ) -> Table {
    Table(
      columns: columns, header: header, rows: rows, rowPadding: 2, columnGap: 10,
      ruleColor: Fixed.ink)
  }

  private func fit(
    _ table: Table, width: Double = 210, height: Double = 500,
    in context: TypesettingContext = Fixed.context()
  ) throws -> (content: PageContent, height: Double, resume: BreakToken?) {
    let block = Sample.stack([Sample.node(.table(table), line: 7)])
    return try #require(try Sample.fit(block, width: width, height: height, in: context))
  }

  private let found = Table.Column(width: .content)

  // MARK: - Widths

  @Test("columns take what their cells need, and text what is left over")
  func foundWidths() throws {
    let figures = Table.Column(width: .content, alignment: .right)
    let set = try fit(table([[cell("abcdefgh"), cell("1234")]], columns: [found, figures]))
    // The figures need 20 and end at the right edge.
    #expect(set.content.runs.map { $0.origin.x.rounded() } == [0, 190])
    var narrow = table([[cell("abcdefgh"), cell("1234")]], columns: [found, found])
    narrow.fillsWidth = false
    let natural = try fit(narrow)
    #expect(natural.content.runs.map { $0.origin.x.rounded() } == [0, 50])
    #expect(natural.content.fills.map { $0.width.rounded() } == [70])
  }

  @Test("a column with little text keeps its width where long text has to give way")
  func shortColumns() throws {
    let long = String(repeating: "abcd ", count: 30) + "abcd"
    let set = try fit(table([[cell("ab cd"), cell(long)]], columns: [found, found]))
    #expect(set.content.runs.first?.text == "ab cd")
  }

  @Test("fixed, shared and found widths beside each other")
  func mixedWidths() throws {
    let columns = [
      Table.Column(width: .fixed(30)), Table.Column(weight: 2), Table.Column(weight: 1), found,
    ]
    let row = [cell("a"), cell("b"), cell("c"), cell("dddd")]
    // 210 − 3 × 10 − 30 − 20 = 130 for the shares.
    let set = try fit(table([row], columns: columns))
    #expect(set.content.runs.map { $0.origin.x.rounded() } == [0, 40, 137, 190])
  }

  @Test("a column that is too narrow is named with its longest word and what is missing")
  func narrowColumn() throws {
    let context = Fixed.context()
    let columns = [found, Table.Column(width: .fixed(100))]
    _ = try fit(
      table([[cell("unbreakable"), cell("x")]], columns: columns), width: 150, in: context)
    let problem = try #require(
      context.diagnostics.first { $0.identifier == "table.narrow-column" })
    // 55 points of 40.
    #expect(problem.message == "column 1 of the table is 5.4 mm too narrow for “unbreakable”")
    #expect(problem.location?.line == 7)
  }

  @Test("words are divided only where nothing else helps")
  func lastResort() throws {
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    let columns = [found, found]
    let row = [cell("abcdef ghijkl"), cell("mnopqr stuvwx")]
    let wide = try fit(table([row], columns: columns), width: 80, in: context)
    #expect(wide.content.texts == ["abcdef", "ghijkl", "mnopqr", "stuvwx"])
    let narrow = try fit(table([row], columns: columns), width: 60, in: context)
    #expect(narrow.content.texts.contains { $0.hasSuffix("-") })
    #expect(context.diagnostics.isEmpty)
  }

  @Test("a cell over several columns widens them together")
  func wideSpan() throws {
    var wide = table(
      [[cell("a"), cell("b"), cell("c")], [cell("abcdefghij", columns: 2), cell("d")]],
      columns: [found, found, found])
    wide.fillsWidth = false
    let set = try fit(wide)
    // 50 points for the first two, the gap of 10 between them included.
    let x = set.content.runs.map(\.origin.x)
    #expect(x[3] == 0 && abs(x[2] - 60) < 1 && abs(x[4] - 60) < 1)
  }

  @Test("a table is measured once")
  func measuredOnce() throws {
    let context = Fixed.context()
    let rows = (0..<40).map { [cell("a\($0)"), cell("b\($0)")] }
    var tree = Sample.flow([Sample.node(.table(table(rows, columns: [found, found])))])
    tree.page.size.width = 230
    _ = Sample.set(tree, in: context)
    #expect(context.tableColumns.count == 1)
  }

  // MARK: - Figures

  @Test("figures stand on their decimal separators")
  func decimals() throws {
    let column = Table.Column(width: .content, alignment: .right, isDecimal: true)
    let texts = ["1.5", "> 53,000", "12–15", "3.25 ha", "–", "7¹"]
    let set = try fit(table(texts.map { [cell($0)] }, columns: [column]), width: 100)
    let runs = set.content.runs
    #expect(runs.map(\.text) == texts)
    // “.25 ha” is the longest behind the line: 30 points.
    let before = [1, 8, 5, 1, 1, 1].map { 5.0 * $0 }
    for (run, room) in zip(runs, before) { #expect(abs(run.origin.x + room - 70) < 0.2) }
  }

  @Test(
    "where a figure stands on the line",
    arguments: [
      ("34,5 Mio. €", "34"), ("53.000", "53.000"), ("> 53.000", "> 53.000"), ("–", "–"),
      ("1.234.567,8", "1.234.567"), ("ca. 12 %", "ca. 12"), ("12–15", "12–15"),
      ("2,5 – 3,75", "2,5 – 3"), ("1\u{202F}000,5", "1\u{202F}000"), ("−3", "−3"),
      ("k. A.", nil), ("siehe Anmerkung 5", nil), ("12.", "12"),
    ])
  func decimalPoint(text: String, before: String?) {
    let point = DecimalPoint(text, numbers: Fixed.rules(Fixed.german).numbers)
    #expect(point.map { String(decoding: text.utf8.prefix($0.offset), as: UTF8.self) } == before)
  }

  // MARK: - Spans

  @Test("a cell over several rows makes the last of them high enough")
  func rowSpan() throws {
    let tall = Table.Cell(content: [Sample.lines(4, "t")], value: .missing, rowSpan: 2)
    let set = try fit(
      table([[tall, cell("b")], [cell("c")], [cell("d"), cell("e")]], columns: [found, found]))
    // Four lines of 12 and the padding: 52; then a row of 16.
    #expect(set.height == 68)
    let tops = Dictionary(uniqueKeysWithValues: zip(set.content.texts, set.content.baselines))
    #expect(tops["b"] == 11 && tops["c"] == 27 && tops["d"] == 63)
    // The hairline after the first row spares the cell that goes on.
    #expect(set.content.fills.count == 3 && set.content.fills[0].x > 0)
  }

  @Test("rows that a cell holds together go to the next page together")
  func unbrokenGroup() throws {
    let rows = [
      [cell("a"), cell("b")], [cell("c", rows: 3), cell("d")], [cell("e")], [cell("f")],
    ]
    let set = try fit(table(rows, columns: [found, found]), height: 50)
    #expect(set.content.texts == ["a", "b"])
    #expect(set.resume?.inner.first??.index == 1)
  }

  @Test("rows that no page can hold together are split, and nothing of a cell is lost")
  func splitGroup() throws {
    let tall = Table.Cell(content: [Sample.lines(9, "t")], value: .missing, rowSpan: 6)
    var rows = [[tall, cell("r0")]]
    for index in 1..<6 { rows.append([cell("r\(index)")]) }
    rows.append([cell("x"), cell("y")])
    var tree = Sample.flow([
      Sample.node(.table(table(rows, columns: [found, found], header: [cell("H"), cell("I")])))
    ])
    tree.page.size = Size(width: 150, height: 80)
    let drawing = try #require(Sample.set(tree).output)
    let texts = drawing.pages.map { page in page.texts.filter { $0 != "H" && $0 != "I" } }
    #expect(texts.count > 2)
    #expect(texts.joined().filter { $0.hasPrefix("r") } == (0..<6).map { "r\($0)" })
    #expect(texts.joined().filter { $0.hasPrefix("t") } == Sample.words(9, "t"))
    #expect(texts.last?.suffix(2) == ["x", "y"])
  }

  @Test("a merged cell says again what the rows of the next page belong to, and is read once")
  func repeatedTitle() throws {
    var rows = [[cell("title", rows: 12), cell("r0")]]
    for index in 1..<12 { rows.append([cell("r\(index)")]) }
    var tree = Sample.flow([Sample.node(.table(table(rows, columns: [found, found])))])
    tree.page.size = Size(width: 150, height: 80)
    let pages = try #require(Sample.set(tree).output).pages
    #expect(pages.count > 2)
    for (number, page) in pages.enumerated() {
      let titles = page.items.filter { $0.runs.contains { $0.text == "title" } }
      #expect(titles.map { $0.mark == .artifact } == [number > 0])
      // A line from edge to edge ends the table.
      #expect(page.fills.contains { $0.width > 100 })
    }
    let texts = pages.flatMap(\.texts).filter { $0 != "title" }
    #expect(texts == (0..<12).map { "r\($0)" })
  }

  @Test("a group that the foot of a page does not hold leaves two rows there, and two behind")
  func brokenGroup() throws {
    /// The rows of a group on each page, below so many lines of text.
    func counts(below above: Int, of count: Int) throws -> [Int] {
      var rows = [[cell("title", rows: count), cell("r0")]]
      for index in 1..<count { rows.append([cell("r\(index)")]) }
      var tree = Sample.flow([
        Sample.lines(above), Sample.node(.table(table(rows, columns: [found, found]))),
      ])
      tree.page.size = Size(width: 150, height: 140)
      let pages = try #require(Sample.set(tree).output).pages
      #expect(pages.flatMap(\.texts).filter { $0.hasPrefix("r") } == (0..<count).map { "r\($0)" })
      return pages.map { $0.texts.count { $0.hasPrefix("r") } }
    }
    // A row is 16 points high, and the page has room for 120.
    #expect(try counts(below: 5, of: 6) == [3, 3])
    #expect(try counts(below: 4, of: 5) == [3, 2])
    #expect(try counts(below: 8, of: 6) == [0, 6])
    #expect(try counts(below: 6, of: 4) == [2, 2])
    #expect(try counts(below: 6, of: 3) == [3] || counts(below: 7, of: 3) == [0, 3])
  }

  @Test("a text in a decimal column is told, a dash is not")
  func textAmongFigures() throws {
    let context = Fixed.context()
    let decimal = Table.Column(width: .content, alignment: .right, isDecimal: true)
    _ = try fit(
      table([[cell("1.5")], [cell("–")], [cell("none")]], columns: [decimal]), in: context)
    #expect(context.diagnostics.map(\.identifier) == ["table.not-decimal"])
    #expect(context.diagnostics.map(\.severity) == [.warning])
  }

  @Test("a title over a group, and a sum, stay with their rows")
  func keptRows() throws {
    let rows = [
      [cell("a"), cell("b")], [cell("title", columns: Table.Cell.allColumns)],
      [cell("c"), cell("d")],
    ]
    let set = try fit(table(rows, columns: [found, found]), height: 40)
    #expect(set.content.texts == ["a", "b"])
    var sums = table([[cell("a"), cell("b")], [cell("c"), cell("d")]], columns: [found, found])
    sums.footerRows = [[cell("sum"), cell("9")]]
    let split = try fit(sums, height: 40)
    #expect(split.content.texts == ["a", "b"])
    #expect(try fit(sums).content.texts == ["a", "b", "c", "d", "sum", "9"])
  }

  @Test("grounds and hairlines around cells")
  func groundsAndRules() throws {
    var striped = table(
      (0..<3).map { [cell("a\($0)"), cell("b\($0)")] }, columns: [found, found],
      header: [cell("A"), cell("B")])
    striped.rules = .none
    striped.zebra = PaletteColor("signal")
    striped.headerBackground = Fixed.ink
    let set = try fit(striped)
    #expect(set.content.fills.map(\.y) == [0, 32])
    #expect(set.content.fills.map(\.width) == [210, 210])
    // Text keeps half a gap from the edge of the ground.
    #expect(set.content.runs.first?.origin.x == 5)
    striped.zebra = nil
    striped.headerBackground = nil
    striped.rules = .all
    // The top, four lines below rows, three vertical ones for each of four rows.
    #expect(try fit(striped).content.fills.count == 17)
  }

  @Test("a header of two rows is repeated whole, and its wide titles are underlined")
  func tallHeader() throws {
    var head = table(
      (0..<12).map { [cell("a\($0)"), cell("b\($0)"), cell("c\($0)")] },
      columns: [found, found, found])
    head.headerRows = [[cell("A", rows: 2), cell("B and C", columns: 2)], [cell("B"), cell("C")]]
    var tree = Sample.flow([Sample.node(.table(head))])
    tree.page.size.width = 230
    let drawing = try #require(Sample.set(tree).output)
    #expect(
      drawing.pages.map { Array($0.texts.prefix(4)) }
        == [["A", "B and C", "B", "C"], ["A", "B and C", "B", "C"], ["A", "B and C", "B", "C"]])
    let cells = drawing.structure.elements.filter { $0.type == "TH" }
    #expect(cells.map(\.table?.columns) == [1, 2, 1, 1])
    #expect(cells.map(\.table?.rows) == [2, 1, 1, 1])
    #expect(cells.allSatisfy { $0.table?.scope == .column })
    #expect(drawing.pages[0].fills.first?.x ?? 0 > 0)
  }
}

extension PageContent {
  /// The glyph runs in drawing order.
  fileprivate var runs: [GlyphRun] { items.flatMap(\.runs) }
}
