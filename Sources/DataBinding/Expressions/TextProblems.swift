import Diagnostics

/// The problems of the model's own texts, each told once however often a text is printed.
///
/// A class for the same reason as `CitationRegister`: texts are printed by values that are copied.
final class TextProblems {
  private var seen: Set<Diagnostic> = []
  private(set) var all: [Diagnostic] = []

  func add(_ problems: [Diagnostic]) {
    for problem in problems where seen.insert(problem).inserted { all.append(problem) }
  }
}
