import Design
import Diagnostics
import DisplayList
import DocumentTree
import Foundation
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Trees that no layout file gives are set all the same.
///
/// Their sizes have no sense, there is nothing where something should be, and their texts have signs
/// from all of Unicode. There are always pages or problems, never a crash and never an endless run.
/// `DOCUMENTS=100000` tries so many trees instead of a few hundred.
@Suite struct HostileTreeTests {
  private static let trees =
    ProcessInfo.processInfo.environment["DOCUMENTS"].flatMap { Int($0) } ?? 480
  private static let shares = 8

  @Test(arguments: 0..<shares) func thereAreAlwaysPagesOrProblems(share: Int) {
    for seed in stride(from: share, to: Self.trees, by: Self.shares) {
      var generator = HostileTree(seed: UInt64(seed))
      let tree = generator.tree()
      let context = Fixed.context(hyphenation: StepHyphenation(step: seed % 4))
      let set = Sample.set(tree, in: context)
      if set.output == nil, set.diagnostics.isEmpty { Issue.record("seed \(seed): nothing at all") }
      // A document of some hundred words; a bound on work that no clock decides.
      if context.fitCalls > 1_000_000 { Issue.record("seed \(seed): \(context.fitCalls) calls") }
      for problem in set.diagnostics
      where problem.identifier == "typesetting.standstill" || problem.message.isEmpty {
        Issue.record("seed \(seed): \(problem.rendered)\n\(small(tree, seed, problem.identifier))")
      }
      for page in set.output?.pages ?? [] {
        for run in page.runs where !run.origin.x.isFinite || !run.origin.y.isFinite {
          Issue.record("seed \(seed): text at \(run.origin)")
        }
      }
    }
  }

  /// The first flow of a tree with only what a problem needs, for messages.
  private func small(_ tree: PublicationTree, _ seed: Int, _ identifier: String) -> String {
    var tree = tree
    func fails(_ nodes: [BlockNode], _ index: Int) -> Bool {
      var copy = tree
      copy.sections = [tree.sections[index]]
      copy.sections[0].kind = .flow(nodes)
      let context = Fixed.context(hyphenation: StepHyphenation(step: seed % 4))
      return Sample.set(copy, in: context).diagnostics.contains { $0.identifier == identifier }
    }
    for (index, section) in tree.sections.enumerated() {
      guard case .flow(let nodes) = section.kind, fails(nodes, index) else { continue }
      let small = DocumentShrinking.shrunk(nodes) { fails($0, index) }
      tree.sections = [section]
      return "\(tree.page): " + small.map { "\($0.content)" }.joined(separator: "\n")
    }
    return "only as a whole"
  }
}
