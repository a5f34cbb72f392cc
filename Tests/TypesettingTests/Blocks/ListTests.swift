import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Lists, definitions and contents")
struct ListTests {
  private func list(_ items: [[BlockNode]], start: Int? = nil) -> BlockNode {
    Sample.node(
      .list(
        List(
          start: start, items: items, markerStyle: Fixed.style(), indent: 12, itemSpacing: 4)))
  }

  @Test("markers stand before their items, on the same baseline")
  func markers() throws {
    let big = Fixed.style(size: 20, leading: 24)
    let stack = Sample.stack([
      list([[Sample.lines(2, "a")], [Sample.paragraph("b", style: big)]])
    ])
    let set = try #require(try Sample.fit(stack, height: 200))
    let runs = set.content.items.flatMap(\.runs)
    #expect(runs.map(\.text.first) == ["•", "a", "a", "•", "b"])
    #expect(runs.map(\.origin.x) == [0, 12, 12, 0, 12])
    #expect(runs[0].origin.y == runs[1].origin.y)
    #expect(runs[3].origin.y == runs[4].origin.y)
    #expect(runs[3].origin.y == 46)
  }

  @Test("numbers count on, and a wide number moves all items")
  func numbers() throws {
    let stack = Sample.stack([
      list([[Sample.paragraph("a")], [Sample.paragraph("b")]], start: 999)
    ])
    let runs = try #require(try Sample.fit(stack, height: 200)).content.items.flatMap(\.runs)
    #expect(runs.map(\.text) == ["999.", "a", "1000.", "b"])
    // Five characters of 5 points and a quarter of the size.
    #expect(runs.map(\.origin.x) == [0, 27.5, 0, 27.5])
  }

  @Test("an item goes on over a page without a second marker")
  func broken() throws {
    let set = Sample.set(Sample.flow([list([[Sample.lines(14, "a")], [Sample.lines(1, "b")]])]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.texts.count) == [11, 4 + 2])
    #expect(drawing.pages[1].texts.first?.hasPrefix("a10") == true)
  }

  private func definitions(_ termWidth: Double, rule: PaletteColor? = nil) -> BlockNode {
    let big = Fixed.style(size: 20, leading: 24)
    let entries = [
      Definitions.Entry(term: Sample.paragraph("T"), description: [Sample.lines(2, "a")]),
      Definitions.Entry(
        term: Sample.paragraph("U", style: big), description: [Sample.lines(1, "b")]),
    ]
    return Sample.node(
      .definitions(
        Definitions(
          entries: entries, termWidth: termWidth, gap: 5, entrySpacing: 8, ruleColor: rule)))
  }

  @Test("a term stands beside its text on the same baseline")
  func definitionColumns() throws {
    let stack = Sample.stack([definitions(25)])
    let set = try #require(try Sample.fit(stack, height: 200))
    let runs = set.content.items.flatMap(\.runs)
    #expect(runs.map(\.origin.x) == [0, 30, 30, 0, 30])
    #expect(runs.map(\.origin.y) == [9, 9, 21, 50, 50])
  }

  @Test("a hairline between entries takes no more room")
  func definitionRules() throws {
    let stack = Sample.stack([definitions(25, rule: Fixed.ink)])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(set.content.baselines == [9, 9, 21, 50, 50])
    #expect(set.content.fills.map(\.y) == [28])
  }

  @Test("without a column the term stands above its text and stays with it")
  func definitionsBelow() throws {
    let stack = Sample.stack([definitions(0)])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(set.content.items.flatMap(\.runs).allSatisfy { $0.origin.x == 0 })
    let short = try #require(try Sample.fit(stack, height: 70))
    #expect(short.content.texts.count == 3)
  }

  @Test("contents have the right pages at the right edge, and links over the whole line")
  func contents() throws {
    let entries = (0..<3).map { index in
      Contents.Entry(
        level: 1, title: [.text("H\(index)")], anchor: "h\(index)", style: Fixed.style(),
        numberStyle: Fixed.style())
    }
    let contents = Sample.node(.contents(Contents(entries: entries, rowGap: 4)))
    let chapters = (0..<3).flatMap { index in
      [
        Sample.node(.regionBreak(.page)), Sample.heading("H\(index)", anchor: "h\(index)"),
        Sample.lines(index == 0 ? 12 : 2),
      ]
    }
    let set = Sample.set(Sample.flow([contents] + chapters))
    #expect(set.diagnostics.isEmpty)
    let page = try #require(set.output?.pages.first)
    #expect(page.texts == ["H0", "2", "H1", "4", "H2", "5"])
    #expect(page.runs.filter { $0.text.count == 1 }.map(\.origin.x) == [95, 95, 95])
    #expect(page.links.map(\.target) == (0..<3).map { .destination("h\($0)") })
    #expect(page.links.map(\.rect.width) == [90, 90, 90])
    // Dots lead from title to number, at the same places in every line.
    let dots = page.items.compactMap(\.fill)
    #expect(dots.count == 3)
    #expect(Set(dots.map(\.x)).count == 1)
    // The last dot is five points before the number.
    #expect(dots.allSatisfy { abs($0.maxX - 90.55) < 0.01 })
  }

  @Test("dots stand below each other and leave one gap before numbers of one digit and of two")
  func dotsBeforeNumbers() throws {
    let entries = [0, 1].map { index in
      Contents.Entry(
        level: 1, title: [.text("H")], anchor: "h\(index)", style: Fixed.style(),
        numberStyle: Fixed.style())
    }
    let set = Sample.set(
      Sample.flow([
        Sample.node(.contents(Contents(entries: entries, rowGap: 0))),
        Sample.node(.regionBreak(.page)), Sample.heading("H", anchor: "h0"), Sample.lines(91),
        Sample.heading("H", anchor: "h1"), Sample.lines(1),
      ]))
    let page = try #require(set.output?.pages.first)
    #expect(page.texts == ["H", "2", "H", "11"])
    let ends = page.items.compactMap(\.fill?.maxX)
    #expect(ends.count == 2)
    // A digit is five points wide.
    #expect(
      zip(page.runs.filter { $0.text != "H" }, ends).allSatisfy {
        abs($0.origin.x - $1 - 4.45) < 0.01
      })
  }
}
