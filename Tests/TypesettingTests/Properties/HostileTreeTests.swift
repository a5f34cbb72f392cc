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
        Issue.record("seed \(seed): \(problem.rendered)")
      }
      for page in set.output?.pages ?? [] {
        for run in page.runs where !run.origin.x.isFinite || !run.origin.y.isFinite {
          Issue.record("seed \(seed): text at \(run.origin)")
        }
      }
    }
  }
}
