/// Finds what CommonMark does not know: spans with attributes, and gender signs that look like
/// emphasis.
///
/// `[Smart City]{lang=en}` is Pandoc's bracketed span. Its brackets are escaped for cmark and get
/// private characters beside them, so that the walk over cmark's nodes finds them again; emphasis
/// beside them still sees a bracket. `\[`, `]\{` and code are left alone, and so are braces that do
/// not hold attributes.
struct BracketedSpans {
  /// Stands before an opening bracket.
  static let opening: Unicode.Scalar = "\u{10EFFF}"
  /// Stands for an asterisk between letters, as in `Bürger*innen`, which is no emphasis.
  static let asterisk: Unicode.Scalar = "\u{10EFFE}"
  /// The first of those that stand behind a closing bracket, one for each span.
  private static let firstClosing: UInt32 = 0x10_F000
  /// The most spans of one text: as many as there are characters for.
  private static let maximumCount = 0x0FF0

  /// The text for cmark.
  private(set) var source: String
  /// The attributes of the spans in the order in which they close, each with its line from 1.
  private(set) var spans: [(attributes: SpanAttributes, line: Int)] = []

  /// Where brackets that may begin a span stand in the text that is being written.
  private var brackets: [Int] = []
  /// Those that do begin one.
  private var openings: [Int] = []
  private var output: [Unicode.Scalar] = []

  init(_ text: String, code: CodeLines) {
    source = text
    guard Self.mayHoldSpans(text) else { return }
    let scalars = text.unicodeScalars.filter { $0.value < 0x10_0000 }
    read(Array(scalars), code: code)
  }

  /// A text with the asterisks that were hidden from cmark.
  static func withAsterisks(_ text: String) -> String {
    guard text.utf8.contains(0xF4) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == asterisk ? "*" : $0 }))
  }

  /// The number of the span that a private character closes; nil for any other character.
  static func span(closedBy scalar: Unicode.Scalar) -> Int? {
    scalar.value >= firstClosing && scalar.value < firstClosing + UInt32(maximumCount)
      ? Int(scalar.value - firstClosing) : nil
  }

  /// Whether there is `]{`, an asterisk inside a word, or a character of the private plane.
  private static func mayHoldSpans(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if byte == 0x7B, before == 0x5D { return true }
      if before == 0x2A, isLetterByte(byte) { return true }
      if byte == 0xF4 { return true }
      before = byte
    }
    return false
  }

  private static func isLetterByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Reading

  private mutating func read(_ scalars: [Unicode.Scalar], code: CodeLines) {
    var position = 0
    var line = 1
    while position < scalars.count {
      let scalar = scalars[position]
      if code.contains(line), scalar != "\n" {
        output.append(scalar)
        position += 1
        continue
      }
      switch scalar {
      case "\\" where position + 1 < scalars.count:
        output += [scalar, scalars[position + 1]]
        if scalars[position + 1] == "\n" { line += 1 }
        position += 1
      case "`":
        let end = Self.endOfCode(scalars, from: position)
        line += scalars[position..<end].count { $0 == "\n" }
        output += scalars[position..<end]
        position = end - 1
      case "\n":
        line += 1
        // A span does not go on in another paragraph.
        if output.last == "\n" { brackets = [] }
        output.append(scalar)
      case "[":
        brackets.append(output.count)
        output.append(scalar)
      case "]":
        let bracket = brackets.popLast()
        if let bracket, let (attributes, end) = Self.attributes(scalars, behind: position),
          spans.count < Self.maximumCount
        {
          close(bracket, with: attributes, line: line)
          position = end - 1
        } else {
          output.append(scalar)
        }
      case "*" where Self.isInsideWord(scalars, position): output.append(Self.asterisk)
      default: output.append(scalar)
      }
      position += 1
    }
    source = Self.string(output, openings: openings)
  }

  private mutating func close(_ bracket: Int, with attributes: SpanAttributes, line: Int) {
    openings.append(bracket)
    output += ["\\", "]", Unicode.Scalar(Self.firstClosing + UInt32(spans.count)) ?? "]"]
    spans.append((attributes, line))
  }

  /// The end of a code span that begins with a run of backticks; of the run where none closes it.
  private static func endOfCode(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end] == "`" { end += 1 }
    let length = end - start
    var position = end
    while position < scalars.count {
      guard scalars[position] == "`" else {
        // No code span reaches over an empty line; a fenced block that does opens the line.
        if scalars[position] == "\n", position + 1 < scalars.count, scalars[position + 1] == "\n",
          length < 3
        {
          return end
        }
        position += 1
        continue
      }
      let run = position
      while position < scalars.count, scalars[position] == "`" { position += 1 }
      if position - run == length { return position }
    }
    return end
  }

  /// The attributes in the braces right behind a closing bracket, and where they end.
  private static func attributes(
    _ scalars: [Unicode.Scalar], behind bracket: Int
  ) -> (SpanAttributes, Int)? {
    guard bracket + 1 < scalars.count, scalars[bracket + 1] == "{" else { return nil }
    var end = bracket + 2
    // Attributes are short, and stand on one line.
    while end < scalars.count, scalars[end] != "}" {
      guard scalars[end] != "\n", end - bracket < 200 else { return nil }
      end += 1
    }
    guard end < scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(bracket + 2)..<end])
    return SpanAttributes(String(view)).map { ($0, end + 1) }
  }

  /// Whether one asterisk stands between two letters.
  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
    position > 0 && position + 1 < scalars.count
      && Compositor.isLetter(scalars[position - 1].value)
      && Compositor.isLetter(scalars[position + 1].value)
  }

  /// The written text, with a private character and a backslash before each opening bracket.
  private static func string(_ output: [Unicode.Scalar], openings: [Int]) -> String {
    var view = String.UnicodeScalarView()
    var openings = openings.sorted()[...]
    for (offset, scalar) in output.enumerated() {
      if openings.first == offset {
        openings.removeFirst()
        view.append(Self.opening)
        view.append("\\")
      }
      view.append(scalar)
    }
    return String(view)
  }
}
