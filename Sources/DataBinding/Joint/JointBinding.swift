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
    var diagnostics = bound.flatMap(\.diagnostics)
    diagnostics += unequalTexts(bound, languages).map { problem in
      var problem = problem
      problem.layout = layout.name
      return problem
    }
    let trees = bound.compactMap(\.tree)
    guard trees.count == languages.count else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(
      JointPublication(trees: trees, arrangement: arrangement).joined(), diagnostics)
  }

  /// The texts that have more paragraphs in one language than in the leading one, sorted.
  private func unequalTexts(
    _ bound: [BoundPublication], _ languages: [LanguageTag]
  ) -> [Diagnostic] {
    guard let leading = bound.first else { return [] }
    var problems: [Diagnostic] = []
    for (other, language) in zip(bound, languages).dropFirst() {
      for (key, text) in leading.texts {
        guard let counterpart = other.texts[key] else { continue }
        let comparison = TextComparison(
          key: key, languages: (languages[0], language), texts: (text, counterpart))
        if let problem = comparison.problem { problems.append(problem) }
      }
    }
    return problems.sortedForPrinting
  }
}
