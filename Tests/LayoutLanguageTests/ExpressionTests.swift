import Diagnostics
import Languages
import LayoutLanguage
import SampleLayouts
import SourceFiles
import Testing

/// The parts of an expression without their places, for comparison.
private func shape(_ expression: Expression) -> String {
  switch expression {
  case .path(let names, _): names.joined(separator: ".")
  case .text(let text, _): "'\(text)'"
  case .number(let number, _): number.plain
  case .boolean(let flag, _): "\(flag)"
  case .not(let inner): "not(\(shape(inner)))"
  case .and(let a, let b): "(\(shape(a)) and \(shape(b)))"
  case .or(let a, let b): "(\(shape(a)) or \(shape(b)))"
  case .comparison(let sign, let a, let b): "(\(shape(a)) \(sign.rawValue) \(shape(b)))"
  case .call(let name, let arguments, _):
    "\(name)[\(arguments.map(shape).joined(separator: "; "))]"
  case .field(let inner, let name, let place): "\(shape(inner)).\(name)@\(place.column)"
  }
}

private let origin = SourceLocation(file: "a", line: 3, column: 5)

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("a", "a"), (" project.metrics ", "project.metrics"), ("-3.50", "-3.5"), ("true", "true"),
    ("trueish", "trueish"), ("'a b'", "'a b'"), ("\"it's\"", "'it's'"),
    ("a or b and not c", "(a or (b and not(c)))"), ("(a or b) and c", "((a or b) and c)"),
    ("not not a", "a"), ("not a == b", "not((a == b))"), ("nota", "nota"), ("or2", "or2"),
    ("a<=3", "(a <= 3)"), ("a < 3", "(a < 3)"), ("a.b-c_2 != 'x'", "(a.b-c_2 != 'x')"),
    ("count(a.b) > 0", "(count[a.b] > 0)"), ("concat( a , b )", "concat[a; b]"), ("f()", "f[]"),
    ("count (a)", "count[a]"),
    ("first(a).b.c", "first[a].b@14.c@16"), ("a and order", "(a and order)"),
    ("a\n  and b", "(a and b)"),
  ])
  func reads(text: String, expected: String) throws {
    #expect(shape(try ExpressionParser.parse(text, at: origin)) == expected)
  }

  /// The column counts from the text's first character, which stands in column 5.
  @Test(arguments: [
    ("", 5, "ends too early"), ("a ==", 9, "ends too early"), ("a b", 7, "unexpected “b”"),
    ("a.", 7, "name is missing"), ("a .b", 7, "unexpected “.b”"), ("(a", 7, "parenthesis"),
    ("f(a", 8, "parenthesis"), ("f(a b)", 9, "parenthesis"), ("a == 'b", 10, "quotation mark"),
    ("1.2.3", 5, "“1.2.3” is not a number"), ("-", 5, "is not a number"),
    ("a = b", 7, "unexpected “= b”"), ("a == b == c", 12, "unexpected “== c”"),
    ("ä", 5, "unexpected “ä”"), ("99999999999999999999", 5, "is not a number"),
  ])
  func refuses(text: String, column: Int, words: String) {
    let problem = #expect(throws: Diagnostic.self) {
      try ExpressionParser.parse(text, at: origin)
    }
    #expect(problem?.identifier == "layout.bad-expression")
    #expect(problem?.location == SourceLocation(file: "a", line: 3, column: column))
    #expect(problem?.message.contains(words) == true)
    #expect(problem?.hints.isEmpty == false)
  }

  @Test func limits() {
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "f(", count: 100_000),
      "a" + String(repeating: " or a", count: 100_000),
      "a" + String(repeating: " and a", count: 100_000),
      "f(" + String(repeating: "a,", count: 100_000) + "a)",
      "f()" + String(repeating: ".a", count: 100_000), String(repeating: "a.", count: 100_000),
    ] {
      let problem = #expect(throws: Diagnostic.self) {
        try ExpressionParser.parse(text, at: origin)
      }
      #expect(problem?.identifier == "layout.bad-expression")
    }
    #expect(throws: Never.self) {
      try ExpressionParser.parse(String(repeating: "not ", count: 100_000) + "a", at: origin)
    }
  }

  @Test func partsKnowTheirPlaces() throws {
    let expression = try ExpressionParser.parse("a.b == f(c) or 'd'", at: origin)
    guard case .or(.comparison(_, let a, .call(_, let arguments, let call)), let d) = expression
    else {
      Issue.record("read as \(shape(expression))")
      return
    }
    #expect(
      [a.location, call, arguments[0].location, d.location].map(\.column) == [5, 12, 14, 20])
    #expect(expression.location.column == 5)
  }
}

/// Where problems stand in texts that YAML writes in several ways.
@Suite struct PlaceTests {
  @Test func quotedTexts() {
    #expect(
      differences(
        inFlow: #"""
          - paragraph: "a {b.}"
          #                  ^ layout.bad-expression
          - paragraph: 'it''s {b.}'
          #                      ^ layout.bad-expression
          - paragraph: "a \"b\" \\ {b.}"
          #                           ^ layout.bad-expression
          - paragraph: Übung {b.}
          #                     ^ layout.bad-expression
          - { paragraph: { de: "{", en: "}" } }
          #                     ^ layout.bad-template write {{
          #                              ^ layout.bad-template write }}
          - rule: 1pt
            if: "a ="
          #        ^ layout.bad-expression
            color: "{x"
          #         ^ layout.bad-template
          - each: "- x"
          #        ^ layout.bad-expression
            as: y
            sort: [ "-a.", b c ]
          #             ^ layout.bad-expression
          #                  ^ layout.bad-expression
            content: []
          """#) == [])
  }

  @Test func literalBlocks() {
    #expect(
      differences(
        inFlow: """
          - text: |
              one {a}
              two {b.}
          #          ^ layout.bad-expression
          - text:
              de: |-

                  indented {{ by six
                  {
          #       ^ layout.bad-template
              en: |2
                   the first line keeps a space {
          #                                     ^ layout.bad-template
          - text: |
              {a
                 or}
          #        ^ layout.bad-expression
          """) == [])
  }

  /// Where lines are folded, the beginning of the text must do.
  @Test func foldedTexts() {
    #expect(
      differences(
        inFlow: """
          - text: >
          #       ^ layout.bad-expression
              one
              two {b.}
          - text: "one
          #       ^ layout.bad-expression
              two {b.}"
          - text: one
          #       ^ layout.bad-expression
              two {b.}
          """) == [])
  }

  @Test func windowsLineEnds() {
    let blocks = "- text: |\n    one\n    {b.}\n- text: |\n    {c.}\n"
    let text = SampleLayout.flow(blocks).replacing("\n", with: "\r\n")
    let lines = SampleLayout.read(text).diagnostics.map(\.location)
    #expect(lines.map { $0?.line } == [11, 13])
    #expect(lines.map { $0?.column } == [14, 14])
  }
}
