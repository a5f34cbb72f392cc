import Design
import Diagnostics
import DisplayList
import DocumentTree
import Foundation
import Testing

@testable import Typesetting

/// Every character of a document is on exactly one page, in order, whatever the breaks.
///
/// `DOCUMENTS=100000` tries so many documents instead of a few hundred.
@Suite struct NothingIsLostTests {
  static let documents =
    ProcessInfo.processInfo.environment["DOCUMENTS"].flatMap { Int($0) } ?? 400
  private static let shares = 8

  /// What a document of this seed is like beside its nodes.
  private struct Case {
    var tree: PublicationTree
    var nodes: [BlockNode]
    var hyphenationStep: Int

    init(seed: Int) {
      var generator = DocumentGenerator(seed: UInt64(seed))
      tree = Sample.tree()
      tree.page = generator.page()
      tree.footnotes = generator.footnotes()
      nodes = generator.document()
      hyphenationStep = seed % 3 == 0 ? 0 : 3
    }

    /// What is wrong with these nodes, set as this case says; nil where nothing is.
    func problem(of nodes: [BlockNode]) -> String? {
      var tree = tree
      tree.sections = [PageSection(kind: .flow(nodes), master: "plain", location: Sample.place)]
      let context = Fixed.context(hyphenation: StepHyphenation(step: hyphenationStep))
      let set = Sample.set(tree, in: context)
      // Each token advances; and work has its bounds, which no clock decides.
      if context.fitCalls > 2_000_000 { return "\(context.fitCalls) calls of fit" }
      if let standstill = set.diagnostics.first(where: { $0.identifier == "typesetting.standstill" }
      ) {
        return standstill.message
      }
      let expected = ExpectedText(
        of: nodes,
        ExpectedText.Pagination(
          pages: context.anchorPages, numbering: tree.footnotes?.numbering ?? .publication,
          footnoteNumbers: context.footnotes.pageNumbers))
      guard let drawing = set.output else {
        return expected.entries.isEmpty
          ? nil : set.diagnostics.map(\.rendered).joined(separator: "\n")
      }
      return expected.problem(of: ExpectedText.found(in: drawing))
    }
  }

  @Test(arguments: 0..<shares) func everyCharacterIsOnOnePageInOrder(share: Int) {
    for seed in stride(from: share, to: Self.documents, by: Self.shares) {
      let example = Case(seed: seed)
      guard let problem = example.problem(of: example.nodes) else { continue }
      let small = DocumentShrinking.shrunk(example.nodes) { example.problem(of: $0) != nil }
      Issue.record(
        """
        seed \(seed): \(problem)
        as small as can be (\(example.problem(of: small) ?? "")), on \(example.tree.page.size): \
        \(small.map { "\($0.content)" }.joined(separator: "\n"))
        """)
      return
    }
  }

  /// The test can see a loss, a doubling and what stands out of order.
  @Test func aLossIsSeen() throws {
    let nodes = [
      Sample.paragraph("one two"), Sample.node(.regionBreak(.page)), Sample.paragraph("three"),
    ]
    let drawing = try #require(Sample.set(Sample.flow(nodes)).output)
    let found = ExpectedText.found(in: drawing)
    #expect(found.map(\.text) == ["onetwo", "three"])
    #expect(ExpectedText(of: nodes).problem(of: found) == nil)
    #expect(ExpectedText(of: [nodes[0]]).problem(of: found) != nil)
    #expect(ExpectedText(of: nodes + nodes).problem(of: found) != nil)
    var turned = found
    (turned[0].last, turned[1].first) = (1, 0)
    #expect(ExpectedText(of: nodes).problem(of: turned) != nil)
  }
}
