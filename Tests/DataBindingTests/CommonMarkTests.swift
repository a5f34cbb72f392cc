import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import ReportModel
import SampleLayouts
import Testing

extension BlockNode {
  /// Kind, numbers and text of a block of running text.
  var outline: String {
    switch content {
    case .paragraph(let paragraph):
      switch paragraph.role {
      case .heading(let level): "h\(level)(\(paragraph.inlines.dump))"
      case .quotation: "q(\(paragraph.inlines.dump))"
      default: paragraph.inlines.dump
      }
    case .list(let list):
      (list.start.map { "\($0)" } ?? "•")
        + "[\(list.items.map { $0.map(\.outline).joined(separator: " ¶ ") }.joined(separator: " | "))]"
    case .rule: "---"
    case .table(let table):
      table.allRows.map { row in
        "[" + row.map { $0.content.map(\.outline).joined() }.joined(separator: "|") + "]"
      }.joined()
    default: "?"
    }
  }
}

/// CommonMark of layouts and of the model.
@Suite struct CommonMarkTests {
  /// What a text of the layout becomes.
  private func outline(_ text: String) throws -> String {
    let bound = try BoundLayout(
      "- text: |-\n" + SampleLayout.indented(text, by: 4) + "\n  level: 1")
    #expect(bound.diagnostics.map(\.rendered) == [])
    return try bound.nodes().map(\.outline).joined(separator: " ¶ ")
  }

  @Test(arguments: [
    ("one\ntwo", "one two"), ("one  \ntwo\\\nthree", "one/two/three"), ("a\n\nb", "a ¶ b"),
    ("*a* **b** ***c*** `d*`", "*a* **b** ***c*** `d*`"),
    (
      "[a *b*](https://x.org \"title\") <https://y.org> [m](mailto:a@b.de) [n](#there)",
      "<https://x.org|a *b*> <https://y.org|https://y.org> <mailto:a@b.de|m> <#there|n>"
    ),
    ("[u](HTTPS://X.org)", "<HTTPS://X.org|u>"),
    ("[ref]\n\n[ref]: https://x.org", "<https://x.org|ref>"),
    ("- a\n- b\n  1. c\n  2. d\n\n     e\n- f", "•[a | b ¶ 1[c | d ¶ e] | f]"),
    ("7) a\n8) b", "7[a | b]"), ("> a\n>\n> b", "q(a) ¶ q(b)"), ("a\n\n---\n\nb", "a ¶ --- ¶ b"),
    ("# a\n\n## b\n\n### c", "h1(a) ¶ h2(b) ¶ h3(c)"), ("### a\n\n##### b", "h1(a) ¶ h3(b)"),
    ("a\n===", "h1(a)"), ("```\nx = *1*\n\ny\n```", "`x = *1*`/``/`y`"),
    ("&lt;b&gt; \\<b> 1 < 2 &auml;", "<b> <b> 1 <\u{A0}2 ä"),
    ("| a | b |\n|---|---|", "[a|b]"), ("a | b\n:-|-:\n*1* | 2\\|3\n4", "[a|b][*1*|2|3][4|]"),
    ("| a |\n| - |\n| b<br>c |\n\nd", "[a][b/c] ¶ d"), ("a | b\nc | d", "a | b c | d"),
    ("> | a |\n> | - |\n> | b |", "[a][b]"),
    ("~~a~~ https://x.org", "~~a~~ https://x.org"), ("\\# a", "# a"), ("a {{b}}", "a {b}"),
  ])
  func text(text: String, expected: String) throws {
    #expect(try outline(text) == expected)
  }

  @Test func stylesAndLevels() throws {
    let bound = try BoundLayout(
      """
      - text: |
          # Heading

          First

          Second

          - Item
        level: 2
        style: small
        first-style: body
        heading-styles: [heading-3]
        color: teal
        indent: 7pt
      """)
    let nodes = try bound.nodes()
    let paragraphs = nodes.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.style.name) == ["heading-3", "body", "small", "small"])
    #expect(paragraphs[1].style.color.entry == "teal")
    #expect(paragraphs[1].style.linkColor.entry == "teal")
    guard case .list(let list)? = nodes.last?.content else {
      Issue.record("no list")
      return
    }
    #expect(list.indent == 7)
    #expect(list.start == nil)
  }

  @Test func textOfTheModel() throws {
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        content:
          - text: "{programme.text}"
          - paragraph: "{programme.text}"
          - text: "{programme.lead}"
          - text: "{programme.id}: {programme.text}"
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(
      try bound.texts() == [
        "Erst **fett**.", "Dann <https://example.org/|Netz>.",
        "Erst **fett**./Dann <https://example.org/|Netz>.", "5 * 3 *und* _mehr_",
        "one: Erst **fett**./Dann <https://example.org/|Netz>.", "two: ",
      ])
  }

  /// Nothing of what people can write may crash, hang, or get through as markup.
  @Test(arguments: [
    String(repeating: "> ", count: 10_000) + "x", String(repeating: "- ", count: 10_000) + "x",
    String(repeating: "*a ", count: 10_000),
    String(repeating: "*_", count: 5000) + "x" + String(repeating: "_*", count: 5000),
    String(repeating: "[", count: 50_000), String(repeating: "`", count: 20_000) + "a",
    String(repeating: "[a](", count: 10_000), String(repeating: "&amp", count: 10_000),
    "\u{F0000}\u{F0001}\u{10FFFF}", String(repeating: "a\n", count: 50_000),
  ])
  func hostileTexts(text: String) throws {
    let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") + "\""
    let model = try SampleModel.read([
      "programmes.yaml":
        "- { id: one, number: 1, name: { de: A, en: A }, colour: teal, text: { de: \(quoted), en: x } }\n- { id: two, number: 2, name: { de: A, en: A } }\n"
    ])
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        content:
          - text: "{programme.text}"
          - paragraph: "{programme.text} {programme.text | plain}"
      """, model: model)
    #expect(bound.diagnostics.count <= 1)
    #expect(bound.diagnostics.allSatisfy { $0.identifier == "text.unsupported" })
  }

  /// A problem of a text of the model is told once, at its line and in its language, wherever and
  /// however often the text is set.
  @Test func problemsOfTheModelAreToldOnce() throws {
    let programmes = """
      - id: one
        number: 1
        name: { de: A, en: A }
        text:
          de: |
            Gut.

            Ein <b>Tag</b>.
          en: "fine"
      - id: two
        number: 2
        name: { de: B, en: B }
        text: { de: "x", en: "[a](x.pdf) ![p](q.png)" }

      """
    let model = try SampleModel.read(["programmes.yaml": programmes])
    let blocks = """
      - each: programmes
        as: programme
        content:
          - paragraph: "{programme.text}"
          - paragraph: "*{programme.text}*"
          - text: "{programme.text}"
          - contents:
      """
    for more in ["", "for: { each: programmes, as: whole }"] {
      let bound = try BoundLayout(blocks, more, model: model)
      #expect(
        bound.diagnostics.map { problem in
          let place = problem.location?.description.dropFirst(7) ?? ""
          return
            "\(place) \(problem.language ?? "") \(problem.record ?? "") \(problem.layout ?? "-")"
        } == [
          "programmes.yaml:8:7 de one -", "programmes.yaml:13:25 en two -",
          "programmes.yaml:13:25 en two -",
        ])
      #expect(bound.diagnostics.allSatisfy { $0.identifier == "text.unsupported" })
    }
  }
}
