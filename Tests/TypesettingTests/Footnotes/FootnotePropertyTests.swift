import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// What must hold for every flow with footnotes, tried on flows made from seeds.
@Suite("Properties of footnotes")
struct FootnotePropertyTests {
  private typealias Note = FootnoteSample

  /// A flow of paragraphs, some in columns, lists and boxes, with short, long and very long notes,
  /// some of them on one line, and the line of each note's mark; note 3 is called `n3`.
  private func flow(_ seed: Int) -> (nodes: [BlockNode], lineOfNote: [Int], lines: Int) {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: false)
    var lineOfNote: [Int] = []
    var lines = 0
    func paragraph(_ generator: inout TreeGenerator) -> BlockNode {
      let count = Int.random(in: 1...14, using: &generator)
      var marks: [Int: [Inline]] = [:]
      for line in 0..<count where Int.random(in: 0..<4, using: &generator) == 0 {
        for _ in 0..<(Int.random(in: 0..<8, using: &generator) == 0 ? 7 : 1) {
          let length =
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: Int.random(in: 20...60, using: &generator)
            case 1...3: Int.random(in: 4...9, using: &generator)
            default: Int.random(in: 1...3, using: &generator)
            }
          marks[line, default: []].append(Note.note("n\(lineOfNote.count)", lines: length))
          lineOfNote.append(lines + line)
        }
      }
      lines += count
      return Note.lines(count, "l\(lines).", notes: marks)
    }
    var nodes: [BlockNode] = []
    for index in 0..<Int.random(in: 2...7, using: &generator) {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        nodes.append(
          Sample.node(
            .columns(
              Columns(
                count: 2, gutter: 10, balanced: Bool.random(using: &generator),
                children: [paragraph(&generator), paragraph(&generator)]))))
      case 1:
        nodes.append(
          Sample.node(
            .list(
              List(
                items: [[paragraph(&generator)], [paragraph(&generator)]],
                markerStyle: Fixed.style(), indent: 12, itemSpacing: 3))))
      case 2:
        nodes.append(
          Sample.node(.box(Box(children: [paragraph(&generator)], padding: Edges(all: 4)))))
      case 3:
        nodes.append(Sample.heading("h\(index)"))
        nodes.append(paragraph(&generator))
      default: nodes.append(paragraph(&generator))
      }
    }
    return (nodes, lineOfNote, lines)
  }

  private func set(_ nodes: [BlockNode], _ numbering: FootnoteSettings.Numbering) throws
    -> [PageDrawing]
  {
    var tree = Note.flow(nodes, numbering)
    tree.page.size.width = 260
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.rendered) == [])
    return try #require(set.output).pages
  }

  /// The note that a line belongs to, and the line's number.
  private func noteLine(_ text: String) -> (note: String, line: Int)? {
    let name = text.prefix { $0 != "x" }
    let parts = name.split(separator: ".")
    guard parts.count == 2, parts[0].hasPrefix("n"), let line = Int(parts[1]) else { return nil }
    return (String(parts[0]), line)
  }

  @Test("every note is complete, in order, and begins on the page of its mark", arguments: 1...70)
  func complete(seed: Int) throws {
    let (nodes, lineOfNote, count) = flow(seed)
    let notes = lineOfNote.indices.map { "n\($0)" }
    let pages = try set(nodes, .publication)
    #expect(pages.flatMap(\.texts).filter { $0.hasPrefix("l") }.count == count)
    var lines: [String: [Int]] = [:]
    var first: [String: Int] = [:]
    var last: [String: Int] = [:]
    var order: [String] = []
    var marks: [String: Int] = [:]
    for (index, page) in pages.enumerated() {
      for text in page.texts {
        guard let (note, line) = noteLine(text) else { continue }
        lines[note, default: []].append(line)
        if first[note] == nil {
          first[note] = index
          order.append(note)
        }
        last[note] = index
      }
      for link in page.links {
        guard case .destination(let name) = link.target, let note = FootnoteName.note(named: name)
        else { continue }
        marks["n\(note - 1)"] = index
      }
    }
    #expect(order == notes)
    for (index, note) in notes.enumerated() {
      let found = lines[note] ?? []
      #expect(found == Array(0..<found.count), "\(note) is not complete")
      let mark = try #require(marks[note])
      let start = try #require(first[note])
      if start == mark { continue }
      // Only behind a note that goes on does one wait for a later page, or in a line (or the first
      // lines of two columns) with more notes than the page has room for: six lines, where two of
      // text and a heading stand above them, less those of a note that goes on there.
      let isBehind = index > 0 && (last[notes[index - 1]] ?? 0) > mark
      let before = (0..<index).filter { lineOfNote[$0] >= lineOfNote[index] - 1 }
      let carried = pages[mark].texts.compactMap { noteLine($0)?.note }
        .filter { (first[$0] ?? 0) < mark }.count
      let least = before.reduce(2 + carried) { $0 + (lines[notes[$1]]?.count ?? 0) }
      #expect(start > mark && (isBehind || least > 6), "\(note) begins on \(start), not \(mark)")
    }
  }

  @Test("notes and text do not overlap, and stay within the page", arguments: 1...70)
  func apart(seed: Int) throws {
    let pages = try set(flow(seed).nodes, .publication)
    for page in pages {
      let notes = page.runs.filter { noteLine($0.text) != nil }.map(\.origin.y)
      let text = page.runs.filter { $0.text.hasPrefix("l") || $0.text.hasPrefix("h") }
        .map(\.origin.y)
      #expect(!page.runs.isEmpty, "page \(page.label) is empty")
      if let top = notes.min(), let bottom = text.max() {
        #expect(bottom + 3 + 6 <= top - 9, "page \(page.label)")
      }
      #expect((notes + text).allSatisfy { $0 <= 130 - 3 + 0.01 }, "page \(page.label)")
    }
  }

  @Test("a note that goes on has two lines at least on both pages", arguments: 1...70)
  func noSingleLines(seed: Int) throws {
    let pages = try set(flow(seed).nodes, .publication)
    var counts: [String: [Int]] = [:]
    for page in pages {
      var here: [String: Int] = [:]
      for text in page.texts { if let note = noteLine(text)?.note { here[note, default: 0] += 1 } }
      for (note, count) in here { counts[note, default: []].append(count) }
    }
    for (note, parts) in counts where parts.count > 1 {
      #expect(parts.allSatisfy { $0 >= 2 }, "\(note): \(parts)")
    }
  }

  @Test("numbers that begin anew on each page are 1, 2, 3 there", arguments: 1...40)
  func perPage(seed: Int) throws {
    let pages = try set(flow(seed).nodes, .page)
    for page in pages {
      let marks = page.runs.filter { $0.size < 10 && $0.text != "," }.compactMap { Int($0.text) }
      #expect(marks == marks.indices.map { $0 + 1 }, "page \(page.label)")
    }
  }

  @Test("the work grows with the number of pages, not with what follows a page")
  func linear() throws {
    func fits(_ repetitions: Int) throws -> Int {
      let counter = CountingBlock.Counter()
      var builder = BlockBuilder(language: Fixed.english)
      builder.footnotes.settings = FootnoteSample.settings()
      var blocks: [any Block] = []
      for index in 0..<repetitions {
        blocks += builder.build([
          Note.lines(9, notes: [3: [Note.note("n\(index)", lines: 5)]])
        ])
        blocks += Array(repeating: CountingBlock(counter: counter), count: 5)
      }
      let context = Fixed.context()
      context.footnotes.settings = builder.footnotes.settings
      context.footnotes.blocks = builder.footnotes.blocks
      let flow = FootedBlock(content: StackBlock(blocks))
      var token: BreakToken?
      for _ in 0..<10_000 {
        let set = try Sample.fit(flow, width: 240, height: 120, token: token, in: context)
        guard let resume = set?.resume else { return counter.count }
        #expect(resume != token)
        token = resume
      }
      Issue.record("the flow does not end")
      return counter.count
    }
    let (small, large) = (try fits(20), try fits(200))
    #expect(large <= 12 * small)
  }
}
