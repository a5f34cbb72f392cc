package import Diagnostics

/// A text in which lines such as `#   ^ layout.unknown-key did you mean “level”?` mark where, in the
/// line above, a problem is expected, and what its hint or sentence says; in the first column the
/// mark stands without `#`.
package struct MarkedText {
  /// One expected problem.
  package struct Mark {
    package var line: Int
    package var column: Int
    package var identifier: String
    /// What the hint or the sentence must contain; empty for anything.
    package var words: String
  }

  /// The text without the marks.
  package private(set) var text = ""
  package private(set) var marks: [Mark] = []

  package init(_ marked: String) {
    var lines: [Substring] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let mark = Self.mark(in: line, below: lines.count) else {
        lines.append(line)
        continue
      }
      marks.append(mark)
    }
    text = lines.joined(separator: "\n")
  }

  private static func mark(in line: Substring, below number: Int) -> Mark? {
    let start = line.drop { $0 == " " }
    guard let sign = start.firstIndex(of: "^"),
      start[..<sign].isEmpty
        || start.first == "#" && start[..<sign].dropFirst().allSatisfy({ $0 == " " })
    else { return nil }
    let words = start[start.index(after: sign)...].drop { $0 == " " }
    let identifier = words.prefix { $0 != " " }
    return Mark(
      line: number, column: line.distance(from: line.startIndex, to: sign) + 1,
      identifier: String(identifier),
      words: String(words.dropFirst(identifier.count).drop { $0 == " " }))
  }

  /// What differs between the marks and the problems of a file; empty where all is as expected.
  package func differences(from diagnostics: [Diagnostic], in file: String) -> [String] {
    var left = diagnostics
    var differences: [String] = []
    for mark in marks {
      let place = SourceLocation(file: file, line: mark.line, column: mark.column)
      let found = left.firstIndex { problem in
        problem.location == place && problem.identifier == mark.identifier
          && (mark.words.isEmpty
            || (problem.hints + [problem.message]).contains { $0.contains(mark.words) })
      }
      if let found {
        left.remove(at: found)
      } else {
        differences.append("not told: \(place) \(mark.identifier) \(mark.words)")
      }
    }
    differences += diagnostics.filter(\.hints.isEmpty).map { "without a hint: \($0.rendered)" }
    return differences + left.map { "not expected: \($0.identifier) \($0.rendered)" }
  }
}
