import Diagnostics
import DocumentTree

/// Bracketed spans in texts that are no CommonMark, such as names, labels and quotations.
///
/// Nothing else is markup there; `]\{` prints a bracket with a brace behind it.
struct PlainSpans {
  private(set) var inlines: [Inline] = []
  private(set) var problems: [SpanAttributes.Problem] = []

  /// What stands before each open bracket, the outermost first.
  private var open: [[Inline]] = []
  private var plain = String.UnicodeScalarView()

  /// Whether a text may hold any.
  static func mayStand(in text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if before == 0x5D, byte == 0x7B || byte == 0x5C { return true }
      before = byte
    }
    return false
  }

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      switch scalars[position] {
      case "[":
        flush()
        open.append(inlines)
        inlines = []
      case "]":
        if let (attributes, end) = Self.attributes(scalars, behind: position), !open.isEmpty {
          flush()
          problems += attributes.problems
          let inner = attributes.applied(to: inlines)
          inlines = open.removeLast() + inner
          position = end - 1
        } else {
          plain.append("]")
          unite()
          let isEscaped = scalars[(position + 1)...].starts(with: ["\\", "{"])
          if isEscaped { position += 1 }
        }
      default: plain.append(scalars[position])
      }
      position += 1
    }
    flush()
    while !open.isEmpty { unite() }
  }

  private mutating func flush() {
    inlines.append(joining: .text(String(plain)))
    plain = String.UnicodeScalarView()
  }

  /// Takes a bracket that began no span for text.
  private mutating func unite() {
    flush()
    guard let before = open.popLast() else { return }
    let inner = inlines
    inlines = before
    inlines.append(joining: .text("["))
    for inline in inner { inlines.append(joining: inline) }
  }

  /// The attributes in the braces right behind a closing bracket, and where they end.
  private static func attributes(
    _ scalars: [Unicode.Scalar], behind bracket: Int
  ) -> (SpanAttributes, Int)? {
    guard bracket + 1 < scalars.count, scalars[bracket + 1] == "{",
      let end = scalars[bracket...].prefix(200).firstIndex(of: "}")
    else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(bracket + 2)..<end])
    return SpanAttributes(String(view)).map { ($0, end + 1) }
  }
}
