import Diagnostics

/// The problems of a run, up to a number that somebody may still read.
struct Problems {
  /// How many problems are kept.
  static let limit = 1000

  private(set) var list: [Diagnostic] = []
  /// The identifier of the record at the model's root that is being read; problems carry it.
  var currentRecord: String?
  /// How many came after that.
  private var suppressed = 0
  /// How many names may still be looked at for “did you mean”, which costs time.
  private var comparisonsLeft = 1_000_000

  /// How many errors there are, to see later whether any were added.
  private(set) var errorCount = 0

  /// Adds a problem, with the record at hand unless it names one.
  mutating func add(_ problem: Diagnostic) {
    if problem.severity == .error { errorCount += 1 }
    guard list.count < Self.limit else {
      suppressed += 1
      return
    }
    list.append(problem)
    if problem.record == nil { list[list.count - 1].record = currentRecord }
  }

  mutating func add(contentsOf problems: [Diagnostic]) {
    for problem in problems { add(problem) }
  }

  /// The name most like `word`, as a hint; the order of the names does not matter.
  ///
  /// Of very many names only those are weighed that differ in one place of up to three bytes.
  mutating func suggestion<Names: Collection<String>>(
    for word: String, among names: Names
  ) -> [String] {
    guard names.count > 100 else { return Suggestion.hint(for: word, among: names) }
    guard comparisonsLeft >= names.count, list.count < Self.limit else { return [] }
    comparisonsLeft -= names.count
    let near = names.filter { Self.differInOnePlace(word.utf8, $0.utf8) }.sorted().prefix(500)
    return Suggestion.nearest(to: word, among: near).map { ["did you mean “\($0)”?"] } ?? []
  }

  /// Whether at most three bytes of each are left between a common beginning and a common end.
  private static func differInOnePlace(_ a: String.UTF8View, _ b: String.UTF8View) -> Bool {
    let (longer, shorter) = (max(a.count, b.count), min(a.count, b.count))
    guard longer - shorter <= 3 else { return false }
    let beginning = zip(a, b).prefix { $0 == $1 }.count
    guard beginning < shorter else { return true }
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return longer - min(beginning + end, shorter) <= 3
  }

  /// Everything to be told, with a last line for what was left out.
  var all: [Diagnostic] {
    guard suppressed > 0 else { return list }
    return list + [
      Diagnostic(
        "model.more-problems", severity: .note, "\(suppressed) more problems are not shown")
    ]
  }
}
