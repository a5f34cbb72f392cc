package import Diagnostics
package import DocumentTree
import Design
package import Languages
import LayoutLanguage

extension PublicationBinder {
  /// Binds one publication in several languages, as the layout arranges them.
  ///
  /// The leading language comes first. With one language it is an edition in that language.
  package func bind(
    _ plan: Plan, languages: [LanguageTag]
  ) -> Diagnosed<PublicationTree> {
    guard let leading = languages.first, languages.count > 1 else {
      return languages.first.map { bind(plan, language: $0) } ?? Diagnosed(nil, [])
    }
    let arrangement = layout.languages.arrangement
    // The halves of a turned publication are bound as editions: each has its own order.
    let bound = languages.map { language in
      self.bound(
        plan, language: language,
        sortedAs: arrangement.alignsTexts && language != leading ? leading : nil)
    }
    let diagnostics = bound.flatMap(\.diagnostics)
    let unequal = unequalTexts(bound, languages)
    var problems = unequal.values.map { $0 }.sortedForPrinting
    let trees = bound.compactMap(\.tree)
    let isWhole = trees.count == languages.count
    let joint =
      isWhole ? JointPublication(trees: trees, arrangement: arrangement).joined() : nil
    if let joint, arrangement.alignsTexts {
      var inspection = JointInspection(languages: languages, unequal: Set(unequal.keys))
      inspection.inspectRows(of: joint)
      if arrangement == .parallel { inspection.inspectFrames(of: trees) }
      problems += inspection.problems.sortedForPrinting
    }
    for index in problems.indices { problems[index].layout = layout.name }
    return Diagnosed(joint, diagnostics + problems)
  }

  /// The texts that have more paragraphs in one language than in the leading one.
  private func unequalTexts(
    _ bound: [BoundPublication], _ languages: [LanguageTag]
  ) -> [PairedText.Key: Diagnostic] {
    guard let leading = bound.first else { return [:] }
    var problems: [PairedText.Key: Diagnostic] = [:]
    for (other, language) in zip(bound, languages).dropFirst() {
      for (key, text) in leading.texts {
        guard let counterpart = other.texts[key] else { continue }
        let comparison = TextComparison(
          key: key, languages: (languages[0], language), texts: (text, counterpart))
        if let problem = comparison.problem { problems[key] = problem }
      }
    }
    return problems
  }
}
