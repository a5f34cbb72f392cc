import DocumentTree

/// What can be printed of the page that a text stands on: `page.number`, `page.heading-2.first`.
enum PageFields {
  /// The field that a path names; nil where there is none.
  ///
  /// `heading` is of level 1, `heading-2` of level 2. Behind it may stand which of the page's headings
  /// is meant; the last one otherwise.
  static func field(_ names: [String]) -> PageField? {
    switch (names.dropFirst().first, names.count) {
    case ("number", 2): return .pageNumber
    case ("count", 2): return .pageCount
    case (let name?, 2...3):
      guard let level = level(of: name) else { return nil }
      guard names.count == 3 else { return .runningHeading(level: level) }
      return RunningHeading(rawValue: names[2]).map { .runningHeading(level: level, $0) }
    default: return nil
    }
  }

  /// What there is, for messages.
  static let hint =
    "known here: page.count, page.heading, page.number; page.heading-2 for another level, and "
    + "\(RunningHeading.allCases.map { "page.heading.\($0.rawValue)" }.joined(separator: ", "))"

  private static func level(of name: String) -> Int? {
    if name == "heading" { return 1 }
    guard name.hasPrefix("heading-"), let level = Int(name.dropFirst(8)), (1...6).contains(level)
    else { return nil }
    return level
  }
}
