import Diagnostics

/// Gives the marked-content sequences of a page their names (ISO 32000-1, 14.6).
///
/// Cairo has written all of them as `Span` with a number. What belongs to a structure element gets
/// that element's type and a number of its own; the rest becomes an artifact.
enum ContentMarking {
  /// What to write for one of Cairo's sequences.
  enum Sequence {
    case artifact
    /// The element's type and the sequence's number on its page.
    case element(type: String, identifier: Int)
  }

  /// The content with its sequences named; `sequences` are in the order of Cairo's numbers.
  static func rename(
    _ content: [UInt8], as sequences: [Sequence]
  ) throws(Diagnostic) -> [UInt8] {
    var renamed: [UInt8] = []
    renamed.reserveCapacity(content.count)
    var copied = 0
    var seen = 0
    var scanner = ContentScanner(content)
    while let mark = scanner.nextMark() {
      guard seen == mark.identifier, sequences.indices.contains(seen) else { throw mismatch }
      renamed += content[copied..<mark.range.lowerBound]
      switch sequences[seen] {
      case .artifact: renamed += "/Artifact BMC".utf8
      case .element(let type, let identifier):
        renamed += "/\(type) << /MCID \(identifier) >> BDC".utf8
      }
      copied = mark.range.upperBound
      seen += 1
    }
    guard seen == sequences.count else { throw mismatch }
    renamed += content[copied...]
    return renamed
  }

  /// Cairo numbers the sequences as they are begun; if it ever does not, nothing here holds.
  private static let mismatch = Diagnostic(
    "render.failed", "the marks of a page are not those that were drawn")
}

/// Finds the beginnings of Cairo's sequences in a page's content, and never inside of its strings.
private struct ContentScanner {
  struct Mark {
    /// From the name to the operator.
    var range: Range<Int>
    var identifier: Int
  }

  private let content: [UInt8]
  private var position = 0

  init(_ content: [UInt8]) { self.content = content }

  /// The next `/Span << /MCID n >> BDC`.
  mutating func nextMark() -> Mark? {
    while position < content.count {
      switch content[position] {
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "/"):
        if let mark = markHere() {
          position = mark.range.upperBound
          return mark
        }
        position += 1
      default: position += 1
      }
    }
    return nil
  }

  private func markHere() -> Mark? {
    let start = "/Span << /MCID "
    let end = " >> BDC"
    guard content.matches(start, at: position),
      let identifier = content.number(at: position + start.utf8.count)
    else { return nil }
    let digits = position + start.utf8.count + String(identifier).utf8.count
    guard content.matches(end, at: digits) else { return nil }
    return Mark(range: position..<digits + end.utf8.count, identifier: identifier)
  }

  /// Goes behind a string, whose parentheses are balanced or escaped (7.3.4.2).
  private mutating func skipString() {
    var depth = 0
    while position < content.count {
      switch content[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }
}
