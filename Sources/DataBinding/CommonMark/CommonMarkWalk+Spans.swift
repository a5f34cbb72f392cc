import Diagnostics
import DocumentTree

/// Bracketed spans between cmark's nodes.
extension CommonMarkWalk {
  /// Reports what is wrong with the attributes of spans.
  mutating func reportSpans() {
    for span in spans.spans {
      for problem in span.attributes.problems {
        diagnostics.append(
          Diagnostic(
            "text.bad-span", problem.message, at: places(span.line), hints: [problem.hint]))
      }
    }
  }

  /// Adds a text in which spans may begin and end; `open` holds what stands before those that are
  /// open, outermost first.
  mutating func appendSpans(
    in text: String, to result: inout [Inline], _ open: inout [[Inline]]
  ) {
    // The private characters are of plane 16, whose UTF-8 begins with F4.
    guard !spans.spans.isEmpty, text.utf8.contains(0xF4) else {
      append(text, to: &result)
      return
    }
    var plain = String.UnicodeScalarView()
    var isAfterOpening = false
    for scalar in text.unicodeScalars {
      if scalar == BracketedSpans.opening {
        append(String(plain), to: &result)
        plain = String.UnicodeScalarView()
        open.append(result)
        result = []
        isAfterOpening = true
      } else if let number = BracketedSpans.span(closedBy: scalar) {
        // The bracket itself stands before.
        if plain.last == "]" { plain.removeLast() }
        append(String(plain), to: &result)
        plain = String.UnicodeScalarView()
        close(number, &result, &open)
      } else if isAfterOpening, scalar == "[" {
        isAfterOpening = false
      } else {
        plain.append(scalar)
        isAfterOpening = false
      }
    }
    append(String(plain), to: &result)
  }

  /// Ends a span.
  private mutating func close(
    _ number: Int, _ result: inout [Inline], _ open: inout [[Inline]]
  ) {
    guard number < spans.spans.count else { return }
    guard let before = open.popLast() else {
      diagnostics.append(
        Diagnostic(
          "text.bad-span", "a span ends in other emphasis than it begins in",
          at: places(spans.spans[number].line),
          hints: ["let *…*, […](…) and […]{…} stand inside each other as a whole"]))
      return
    }
    result = before + spans.spans[number].attributes.applied(to: result)
  }

  /// Gives the text of spans that do not end here; where they do, the problem is told.
  mutating func closeSpans(of result: inout [Inline], _ open: inout [[Inline]]) {
    while let before = open.popLast() { result = before + result }
  }
}
