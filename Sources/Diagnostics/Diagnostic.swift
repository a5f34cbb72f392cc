/// One problem: a sentence, its place, and what to do about it.
package struct Diagnostic: Error, Sendable, Hashable {
  /// How bad it is; only errors make a run fail.
  package enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  /// A stable name such as `layout.unknown-key`, for tests and reports.
  package var identifier: String
  package var severity: Severity
  /// One sentence without the place.
  package var message: String
  package var location: SourceLocation?
  /// The layout that was being built, where there is one.
  package var layout: String?
  /// The identifier of the record that was being set, where there is one.
  package var record: String?
  /// The language being set, as a BCP 47 tag, where it matters.
  package var language: String?
  /// The page on which it is seen, from 1, where it is seen on one.
  package var page: Int?
  /// The structure element that it is about, by which its record and page are found; nil once they
  /// are, and for what is about none.
  package var element: Int?
  /// What to do, a sentence each.
  package var hints: [String]
  /// Where the problem was reached from, innermost first (components, loops).
  package var trace: [SourceLocation]

  package init(
    _ identifier: String, severity: Severity = .error, _ message: String,
    at location: SourceLocation? = nil, hints: [String] = []
  ) {
    self.identifier = identifier
    self.severity = severity
    self.message = message
    self.location = location
    self.layout = nil
    self.record = nil
    self.language = nil
    self.page = nil
    self.element = nil
    self.hints = hints
    self.trace = []
  }

  /// The lines that the command line prints: place, severity, sentence, context, hints.
  package var rendered: String { [self].printedLines.joined(separator: "\n") }
}

extension [Diagnostic] {
  /// Whether any of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Sorted by place, then identifier, record, page and message, each once.
  package var sortedForPrinting: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { a, b in
      let none = SourceLocation(file: "\u{10FFFF}")
      let (x, y) = (a.location ?? none, b.location ?? none)
      if x != y { return x < y }
      return (a.identifier, a.record ?? "", a.page ?? 0, a.message, a.language ?? "")
        < (b.identifier, b.record ?? "", b.page ?? 0, b.message, b.language ?? "")
    }
  }
}
