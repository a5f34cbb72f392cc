import ReportModel

/// The numbered sources of one publication, in the order in which they are first cited.
///
/// A class, because templates are worked out by value and all of them add to the one list. It
/// belongs to the binding of one publication.
final class CitationRegister {
  private var numbers: [String: Int] = [:]
  private var sources: [Record] = []
  /// The whole list was asked for, so that a second binding is needed if sources follow.
  private(set) var wasListed = false

  /// The number of a source, from 1; a source that was not cited before gets the next.
  func number(of source: Record) -> Int {
    if let number = numbers[source.id] { return number }
    sources.append(source)
    numbers[source.id] = sources.count
    return sources.count
  }

  /// All sources cited so far, in the order of their numbers.
  func listed() -> [Record] {
    wasListed = true
    return sources
  }

  var count: Int { sources.count }
}
