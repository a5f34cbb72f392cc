/// Printing problems: what is said of one place in the same words is said once.
extension [Diagnostic] {
  /// The lines of all problems in their order; layouts, records, languages and pages for which the
  /// same is to be said are named together.
  package var printedLines: [String] {
    var groups: [Problem: [Diagnostic]] = [:]
    var order: [Problem] = []
    for diagnostic in self {
      let problem = Problem(diagnostic)
      if groups[problem] == nil { order.append(problem) }
      groups[problem, default: []].append(diagnostic)
    }
    return order.map { $0.rendered(for: groups[$0] ?? []) }
  }
}

/// A problem without what it is a problem of.
private struct Problem: Hashable {
  let identifier: String
  let severity: Diagnostic.Severity
  let message: String
  let location: SourceLocation?
  let hints: [String]
  let trace: [SourceLocation]

  init(_ diagnostic: Diagnostic) {
    identifier = diagnostic.identifier
    severity = diagnostic.severity
    message = diagnostic.message
    location = diagnostic.location
    hints = diagnostic.hints
    trace = diagnostic.trace
  }

  /// Place, severity, sentence, what it was said of, hints.
  func rendered(for cases: [Diagnostic]) -> String {
    var line = location.map { "\($0): " } ?? ""
    line += "\(severity.rawValue): \(message)"
    let context = [
      Self.named("layout", cases.compactMap(\.layout)),
      Self.named("record", cases.compactMap(\.record)),
      Self.named("language", cases.compactMap(\.language)),
      Self.named("page", cases.compactMap { $0.page.map(String.init) }),
    ].compactMap { $0 }
    if !context.isEmpty { line += " [\(context.joined(separator: ", "))]" }
    for place in trace { line += "\n  reached from \(place)" }
    for hint in hints { line += "\n  hint: \(hint)" }
    return line
  }

  /// “record a”, “record a and 29 more records”; nil for none.
  private static func named(_ noun: String, _ values: [String]) -> String? {
    guard let first = values.first else { return nil }
    let more = Set(values).count - 1
    if more == 0 { return "\(noun) \(first)" }
    return "\(noun) \(first) and \(more) more \(noun)\(more == 1 ? "" : "s")"
  }
}
