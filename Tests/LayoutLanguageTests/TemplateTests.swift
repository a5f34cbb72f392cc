import Diagnostics
import LayoutLanguage
import SourceFiles
import Testing

/// The parts of a template: `text`, `{path|filter:argument}`, `[…]`.
private func shape(_ parts: [TextTemplate.Part]) -> String {
  parts.map { part in
    switch part {
    case .literal(let text): text
    case .optional(let inner): "‹\(shape(inner))›"
    case .value(let expression, let filters):
      "{\(expression.location.column)"
        + filters.map { "|\($0.name):\($0.argument ?? "-")" }.joined() + "}"
    }
  }.joined(separator: "·")
}

private func parse(_ text: String) throws(Diagnostic) -> [TextTemplate.Part] {
  try TemplateParser.parse(PlacedText(text, at: SourceLocation(file: "a", line: 1, column: 1)))
}

@Suite struct TemplateTests {
  /// A value is shown by its column.
  @Test(arguments: [
    ("", ""), ("plain [a] text", "plain [a] text"), ("a {b} c", "a ·{4}· c"),
    ("{a}{b}", "{2}·{5}"), ("{{a}}", "{a}"), ("{{{a}}}", "{·{4}·}"),
    ("[[a {b}]] c", "‹a ·{6}›· c"), ("[[ · [{a}]({a})]]", "‹ · [·{8}·](·{13}·)›"),
    ("[[[{a}]]]", "‹[·{5}·]›"), ("a ]] b", "a ]] b"),
    ("{ a | pad: 2 }", "{3|pad:2}"), ("{a|upper|join:', '}", "{2|upper:-|join:', '}"),
    ("{a | join: \"|}\"}", "{2|join:\"|}\"}"), ("{a|}", "{2|:-}"),
    ("{a == '}'}", "{2}"), ("{a | join: a:b}", "{2|join:a:b}"),
  ])
  func reads(text: String, expected: String) throws {
    #expect(shape(try parse(text)) == expected)
  }

  @Test(arguments: [
    ("a {b", 3, "not closed with }"), ("a } b", 3, "no opening"), ("a [[b {c} d", 3, "not closed"),
    ("[[a {b} [[c]]", 9, "inside another"), ("a [[b]]", 3, "no value"), ("{}", 2, "too early"),
    ("{a | join: '}", 1, "not closed with }"), ("x {a b}", 6, "unexpected"),
  ])
  func refuses(text: String, column: Int, words: String) {
    let problem = #expect(throws: Diagnostic.self) { try parse(text) }
    #expect(["layout.bad-template", "layout.bad-expression"].contains(problem?.identifier))
    #expect(problem?.location?.column == column)
    #expect(problem?.message.contains(words) == true)
    #expect(problem?.hints.isEmpty == false)
  }

  /// Marks of a span are written with single braces in records, and with double ones in layouts.
  @Test(arguments: [
    ("[Smart City]{lang=en}", "write {{lang=en}}"),
    ("a [EU]{.small-caps}", "write {{.small-caps}}"),
    ("[1/2]{.fractions lang=en}", "write {{.fractions lang=en}}"),
  ])
  func tellsHowSpansAreMarked(text: String, words: String) {
    let problem = #expect(throws: Diagnostic.self) { try parse(text) }
    #expect(problem?.identifier == "layout.bad-expression")
    #expect(problem?.hints.count == 1)
    #expect(problem?.hints.first?.hasSuffix(words) == true)
    // Elsewhere braces are expressions.
    for other in ["a {b=c}", "[a]{b c}"] {
      let problem = #expect(throws: Diagnostic.self) { try parse(other) }
      #expect(problem?.hints.first?.contains("an expression is a path") == true)
    }
  }

  @Test func filtersKnowTheirPlaces() throws {
    guard case .value(_, let filters) = try parse("x {a |  until:  b.c }")[1] else {
      Issue.record("no value")
      return
    }
    #expect(filters.map(\.location.column) == [9])
    #expect(filters.map(\.argumentLocation.column) == [17])
  }

  /// The time must not grow with the square of the length: this takes minutes where it does.
  @Test func longTexts() throws {
    let values = String(
      repeating: "{a.b} text of some length ", count: TemplateParser.maximumValues)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try parse(values).count == 2 * TemplateParser.maximumValues)
    #expect(try parse(String(repeating: "a\n", count: 500_000)).count == 1)
    #expect(clock.now - start < .seconds(30))
    let problem = #expect(throws: Diagnostic.self) { try parse(values + "{a}") }
    #expect(problem?.message.contains("more than 10000 values") == true)
  }

  @Test func literalBlocksAreFoundInLogarithmicTime() throws {
    let text = String(repeating: "line {a}\n", count: TemplateParser.maximumValues)
    let node = SourceNode(
      .scalar(text, isQuoted: true), at: SourceLocation(file: "a", line: 4, column: 9),
      style: .literal(indent: 6))
    let placed = PlacedText(node)
    let parts = try TemplateParser.parse(placed)
    guard case .value(let last, _) = parts[parts.count - 2] else {
      Issue.record("no value")
      return
    }
    #expect(last.location == SourceLocation(file: "a", line: 4 + 10_000, column: 13))
    #expect(placed.place(ofLine: 3) == SourceLocation(file: "a", line: 7, column: 7))
    #expect(placed.place(ofLine: 99_999).line == 4 + 10_001)
  }
}
