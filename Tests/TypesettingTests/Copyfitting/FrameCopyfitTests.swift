import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// A frame is 90 points wide and 120 high: ten lines of 18 characters of 10 on 12 points.
@Suite("Frames whose text gives way")
struct FrameCopyfitTests {
  private let copyfit = Copyfit(size: 9...11, tracking: -10...10)

  /// So many words of three letters: four of them fill a line.
  private func text(_ words: Int, size: Double = 10) -> BlockNode {
    Sample.paragraph(
      Array(repeating: "abc", count: words).joined(separator: " "),
      style: Fixed.style(size: size, leading: size * 1.2))
  }

  private func frame(_ nodes: [BlockNode], _ copyfit: Copyfit?, columns: Int = 2) -> Frame {
    var frame = Frame(
      area: FrameArea(horizontal: .columns(1, columns)), content: nodes, location: Sample.place)
    frame.copyfit = copyfit
    return frame
  }

  private func set(_ frames: [Frame]...) -> Diagnosed<PublicationDrawing> {
    Sample.set(Sample.tree(frames.map { .fixed($0) }))
  }

  private func sizes(_ set: Diagnosed<PublicationDrawing>) -> [[Double]] {
    (set.output?.pages ?? []).map { Set($0.runs.map(\.size)).sorted() }
  }

  @Test func aFrameThatHoldsItsTextSaysNothing() {
    let set = set([frame([text(40)], copyfit)])
    #expect(set.diagnostics == [])
    #expect(sizes(set) == [[10]])
  }

  @Test func theTextGetsSmallerAndTheChangeIsReported() throws {
    let set = set([frame([text(44)], copyfit)])
    let note = try #require(set.diagnostics.first)
    #expect(set.diagnostics.count == 1)
    #expect(note.identifier == "frame.copyfit")
    #expect(note.severity == .note)
    #expect(note.location == Sample.place)
    #expect(note.language == "en")
    let size = try #require(sizes(set).first?.first)
    #expect(size < 10 && size >= 9)
    #expect(note.message.hasPrefix("the frame's text is set at 9."))
    #expect(note.message.hasSuffix(", so that it fits"))
    let last = try #require(set.output?.pages[0].runs.last)
    #expect(last.origin.y <= 130)
  }

  @Test func headingsKeepTheirSize() {
    let heading = Sample.paragraph(
      "Abc", role: .heading(level: 1), style: Fixed.style(size: 16, leading: 20))
    let set = set([frame([heading, text(40)], copyfit)])
    #expect(set.diagnostics.map(\.severity) == [.note])
    #expect(sizes(set).first?.last == 16)
    #expect(sizes(set).first?.count == 2)
  }

  @Test func sizesWithinAParagraphChangeWithIt() throws {
    var small = InlineStyle()
    small.size = 5
    var node = text(44)
    node.content = .paragraph(
      Paragraph(
        inlines: [.styled(small, [.text("small ")])] + [
          .text(Array(repeating: "abc", count: 44).joined(separator: " "))
        ], style: Fixed.style()))
    let sizes = try #require(sizes(set([frame([node], Copyfit(size: 9...11))])).first)
    #expect(sizes.count == 2)
    #expect(abs(sizes[0] * 2 - sizes[1]) < 1e-9)
    #expect(sizes[1] < 10)
  }

  /// Ninety points hold eighteen letters of 10 points, and nineteen of 9.4.
  @Test func aWordThatSticksOutGetsSmallerToo() throws {
    let word = set([frame([Sample.paragraph(String(repeating: "m", count: 19))], copyfit)])
    #expect(word.diagnostics.map(\.identifier) == ["frame.copyfit"])
    let size = try #require(sizes(word).first?.first)
    #expect(size >= 9.2 && size < 10)
    // Where nothing helps, the word is reported and the text keeps its size.
    let long = set([frame([Sample.paragraph(String(repeating: "m", count: 30))], copyfit)])
    #expect(long.diagnostics.map(\.identifier) == ["text.overfull-line"])
    #expect(sizes(long) == [[10]])
    // And what is too high gives way all the same.
    let high = set([
      frame([Sample.paragraph(String(repeating: "m", count: 30)), text(38)], copyfit)
    ])
    #expect(Set(high.diagnostics.map(\.identifier)) == ["frame.copyfit", "text.overfull-line"])
  }

  @Test func whatDoesNotFitIsAnErrorWithLinesAndCharacters() throws {
    let set = set([frame([text(80)], copyfit)])
    let problem = try #require(set.diagnostics.first)
    #expect(set.diagnostics.map(\.identifier) == ["frame.overfull"])
    #expect(problem.language == "en")
    // At 9 points five words go on a line, and eleven lines into the frame.
    #expect(
      problem.message.hasPrefix(
        "the content is 18.7 mm higher than its frame, even set at 9 pt instead of 10 pt, "
          + "with tracking −1 %: 5 lines, about 100 characters too long; from “abc"),
      "\(problem.message)")
    // Nothing is lost, and what stands in the frame is as small as it may be.
    #expect(sizes(set) == [[9]])
    let words = set.output?.pages[0].texts.flatMap { $0.split(separator: " ") }.count
    #expect(words == 80)
  }

  /// What the message says is what an editor has to cut: so much is enough, and much less is not.
  @Test(arguments: [50, 63, 80, 131], [true, false])
  func theExcessIsWhatHasToGo(words: Int, givesWay: Bool) throws {
    let paragraphs = [
      Array(repeating: "abcd", count: words).joined(separator: " "),
      Array(repeating: "ab abcde", count: words / 3).joined(separator: " "),
    ]
    /// What is said of the text without so many characters from its end.
    func message(cutting count: Int) -> String? {
      var rest = max(0, paragraphs.reduce(0) { $0 + $1.count } - count)
      let nodes = paragraphs.map { text in
        let kept = text.prefix(rest)
        rest -= kept.count
        return Sample.paragraph(String(kept), style: Fixed.style())
      }
      return set([frame(nodes, givesWay ? copyfit : nil)]).diagnostics
        .first { $0.identifier == "frame.overfull" }?.message
    }
    let said = try #require(message(cutting: 0))
    let match = try #require(try /about (\d+) characters? too long/.firstMatch(in: said))
    let excess = try #require(Int(match.1))
    #expect(message(cutting: excess) == nil, "\(said)")
    #expect(message(cutting: excess - 20) != nil, "\(said)")
  }

  @Test func aTextGrowsWhereItMay() throws {
    var fill = copyfit
    fill.fills = true
    let set = set([frame([text(24)], fill)])
    #expect(sizes(set) == [[11]])
    #expect(
      set.diagnostics.map(\.message) == [
        "the frame's text is set at 11 pt instead of 10 pt, so that it fills its frame"
      ])
  }

  @Test func aGroupChangesAlike() {
    var group = copyfit
    group.group = "intro"
    let set = set(
      [frame([text(44)], group)], [frame([text(12)], group)], [frame([text(12)], copyfit)])
    let sizes = sizes(set)
    #expect(sizes[0] == sizes[1])
    #expect(sizes[0] != [10])
    #expect(sizes[2] == [10])
    // One sentence for the group, not one for each of its frames.
    #expect(set.diagnostics.map(\.identifier) == ["frame.copyfit"])
  }

  @Test func aGroupWithTwoRangesIsAnError() {
    var (first, second) = (copyfit, Copyfit(size: 8...11))
    (first.group, second.group) = ("intro", "intro")
    let set = set([frame([text(44)], first)], [frame([text(12)], second)])
    #expect(set.diagnostics.map(\.identifier).sorted() == ["frame.copyfit", "frame.fit-group"])
    #expect(sizes(set).allSatisfy { $0 != [10] })
  }

  @Test func aRangeWithoutTextIsAnError() {
    let set = set([frame([text(4, size: 8)], copyfit)])
    #expect(set.diagnostics.map(\.identifier) == ["frame.fit-range"])
    #expect(
      set.diagnostics.first?.message == "no text of the frame has a size from 9 pt to 11 pt")
    #expect(set.diagnostics.first?.hints.first?.contains("8 pt") == true)
    let leading = self.set([frame([text(4)], Copyfit(size: 9...11, leading: 13...14))])
    #expect(leading.diagnostics.map(\.identifier) == ["frame.fit-range"])
    #expect(leading.diagnostics.first?.hints.first?.contains("a leading of 12 pt") == true)
    // An empty frame has nothing to give way.
    #expect(self.set([frame([], copyfit)]).diagnostics == [])
  }

  @Test func aWordMustNotStickOutOnlyBecauseTheTextGrew() {
    var fill = copyfit
    fill.fills = true
    // Eighteen characters fill the width at 10 points.
    let word = Sample.paragraph("abcdefghijklmnopqr", style: Fixed.style())
    let set = set([frame([word], fill)])
    #expect(sizes(set) == [[10]])
    #expect(set.diagnostics == [])
  }

  @Test func chartsAreDrawnAsTheyAre() throws {
    let value = Quantity(value: DecimalNumber(significand: 3))
    let bar = Chart.Bar(label: "abc", quantity: value, formatted: "3", color: Fixed.ink)
    var styles = ChartSample.styles
    styles.label = Fixed.style()
    styles.value = Fixed.style()
    let chart = Sample.node(
      .chart(Chart(kind: .bars([bar]), alternativeText: "abc", styles: styles)))
    let drawing = try #require(set([frame([chart, text(40)], copyfit)]).output)
    let labels = drawing.pages[0].items.filter { item in
      guard case .element(let element) = item.mark else { return false }
      return drawing.structure.elements[element].type == "Figure"
    }.flatMap(\.runs)
    #expect(Set(labels.map(\.size)) == [10])
    #expect(drawing.pages[0].runs.contains { $0.size < 10 })
  }

  @Test func elementsAndAnchorsAreMadeOnce() throws {
    let nodes = [Sample.heading("Abc", anchor: "abc"), text(44)]
    let set = set([frame(nodes, copyfit)])
    let drawing = try #require(set.output)
    #expect(drawing.structure.elements.map(\.type).filter { $0 != "Sect" } == ["H1", "P"])
    #expect(drawing.pages[0].destinations.count == 1)
    #expect(drawing.outline.count == 1)
    #expect(set.diagnostics.map(\.severity) == [.note])
  }

  @Test func theSameFrameGivesTheSameTwice() {
    let context = Fixed.context()
    let tree = Sample.tree([.fixed([frame([text(44)], copyfit)])])
    let (first, second) = (Sample.set(tree, in: context), Sample.set(tree, in: context))
    #expect(
      first.output.map { DisplayListDump($0).description }
        == second.output.map { DisplayListDump($0).description })
    #expect(first.diagnostics == second.diagnostics)
  }
}
