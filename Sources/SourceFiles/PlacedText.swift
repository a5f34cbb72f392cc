package import Diagnostics

/// The text of a scalar with the place of each of its characters in the file.
package struct PlacedText: Sendable {
  package let scalars: [Unicode.Scalar]
  /// The place of the first character, or of the whole text where the places inside are not known.
  private let start: SourceLocation
  /// Whether the text runs on in the file's line or lines as it does here.
  private let isFollowed: Bool
  /// The column of the first character of each further line; nil where all is on one line.
  private let lineColumn: Int?
  /// Where lines begin.
  private let lines: [Int]
  /// The characters that take two in the file, because they are escaped there.
  private let escaped: [Int]

  /// A text on one line that begins at a place.
  package init(_ text: String, at start: SourceLocation) {
    scalars = Array(text.unicodeScalars)
    self.start = start
    isFollowed = true
    lineColumn = nil
    lines = [0]
    escaped = []
  }

  /// The text of a scalar; nothing where the node is none.
  package init(_ node: SourceNode) {
    self.init(node.text ?? "", writtenAt: node.location, style: node.style)
  }

  /// A text whose scalar begins, with its quotation mark or “|”, at a place of a file.
  package init(_ text: String, writtenAt location: SourceLocation, style: ScalarStyle) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    var start = location
    var lineColumn: Int?
    var escapes: Set<Unicode.Scalar> = []
    switch style {
    case .plain: break
    case .singleQuoted:
      start.column += 1
      escapes = ["'"]
    case .doubleQuoted:
      start.column += 1
      escapes = ["\"", "\\", "\n", "\t"]
    case .literal(let indent):
      // The text begins on the line below the “|”; spaces that belong to it are part of the indent.
      let own = scalars.drop { $0 == "\n" }.prefix { $0 == " " }.count
      start.line += 1
      start.column = max(0, Int(indent) - own) + 1
      lineColumn = start.column
    case .folded: break
    }
    self.start = start
    self.lineColumn = lineColumn
    isFollowed = style != .folded
    lines =
      lineColumn == nil
      ? [0] : [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    escaped = escapes.isEmpty ? [] : scalars.indices.filter { escapes.contains(scalars[$0]) }
  }

  /// Where a character stands.
  package func place(of offset: Int) -> SourceLocation {
    guard isFollowed else { return start }
    let line = Self.count(of: lines, upTo: offset) - 1
    var place = start
    place.line += line
    place.column += offset - lines[line] + Self.count(of: escaped, upTo: offset - 1)
    return place
  }

  /// Where a line of the text begins, counted from 1; the text's start where that is not known.
  package func place(ofLine line: Int) -> SourceLocation {
    place(of: lineColumn == nil ? 0 : lines[min(max(line, 1), lines.count) - 1])
  }

  /// How many of the sorted numbers are not above `limit`.
  private static func count(of numbers: [Int], upTo limit: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
