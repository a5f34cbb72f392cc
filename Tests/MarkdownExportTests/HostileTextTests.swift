import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Text that looks like markup is read back as the text that it is.
struct HostileTextTests {
  static let texts = [
    "Bürger*innen und Bürger_innen, *kein* _Kursiv_ und **kein** Fett",
    "# kein Titel", "#5 der Liste", "## ", "1. kein Punkt", "12) auch keiner", "1.", "2019.",
    "- kein Strich", "+ kein Plus", "-", "---", "- - -", "===", "=", ":-: | :-:", "> kein Zitat",
    "> 53.000 Studierende", "a < b > c, <b>kein HTML</b>, <!-- nichts -->",
    "[kein](https://example.org) ![Bild](x.png) [ ] [^1] [a]: b", "![", "Ende!",
    "`kein Code` und ``` drei", "```", "~~~", "~~durch~~ ~1~", "Schrägstrich \\ und \\* und \\",
    "Zelle | Zelle", "| a | b |", "\\|", "&amp; & &lt; &#35; AT&T; &copy", "$5 und $x^2$",
    "https://example.org/a_b_c*d?x=1&copy=2#top", "(https://example.org/a_(b))",
    "www.example.org/_next_/*x*", "Siehe www.dortmund.de, dort.", "http://",
    "https://münchen.de/_a_",
    "post@example.org", "mit\u{A0}festem und\u{202F}schmalem Leerzeichen", "„Anführung“ ‚und‘ —",
    "    eingerückt", "\ttab", "Ende  ", "zwei  Leerzeichen", "Zeile\nneue # Zeile\r\n- noch eine",
    "weiche\u{AD}Trennung", "Null\u{0}byte", "🚀 €5 ≥ 3 ± 1", ":smile: @name #12", "C #", "C ##",
    "*", "_", "a*", "_a", "__init__", "0", "7", "^hoch^ =gleich= +plus+",
  ]

  /// What a reader sees of a text: single spaces, nothing invisible.
  static func visible(_ text: String) -> String {
    let parts = text.visibleText.split(separator: " ", omittingEmptySubsequences: true)
    return parts.joined(separator: " ")
  }

  private func write(_ nodes: [BlockNode], language: LanguageTag) -> ParsedMarkdown {
    let tree = SampleTree.tree(nodes, languages: [language])
    return ParsedMarkdown(
      document: MarkdownWriter.write(tree, languages: LanguageCatalogue([])))
  }

  @Test(arguments: texts) func inAParagraph(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let document = write(
      [make.paragraph("davor"), make.paragraph(text), make.paragraph("danach")],
      language: language)
    #expect(
      document.outline == [
        "paragraph: davor", "paragraph: \(Self.visible(text))", "paragraph: danach",
      ])
  }

  @Test(arguments: texts) func inAHeading(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let document = write([make.heading(1, text)], language: language)
    #expect(document.outline == ["heading 1: \(Self.visible(text))"])
  }

  @Test(arguments: texts) func inAList(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let item = [make.paragraph(text)]
    let document = write([make.list([item, item])], language: language)
    #expect(document.all("item").map(\.text) == [Self.visible(text), Self.visible(text)])
    #expect(document.all("paragraph").count == 2)
  }

  @Test(arguments: texts) func inACell(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let cell = (make.paragraph(text), TypedValue.missing)
    let other = (make.paragraph("x"), TypedValue.missing)
    let document = write(
      [make.table([.left, .right], header: [text, "b"], rows: [[cell, other]])],
      language: language)
    let cells = document.all("table_cell").map(\.text)
    #expect(cells == [Self.visible(text), "b", Self.visible(text), "x"])
  }

  /// Behind a line break a text stands at the beginning of a line as well.
  @Test(arguments: texts) func behindALineBreak(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let node = make.paragraph([.text("Zeile"), .lineBreak, .text(text), .lineBreak])
    let document = write([node], language: language)
    #expect(document.outline == ["paragraph: Zeile \(Self.visible(text))"])
  }

  /// The text of a link is not read as a link, a code span keeps every character.
  @Test(arguments: texts) func inALinkAndInCode(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let target = LinkTarget.address("https://example.org/(a) b|c?x=1&amp;y=*2*_")
    let node = make.paragraph([.text("a!"), .link(target, [.text(text)]), .text("b")])
    let document = write([node, make.paragraph([.text("x "), .code(text)])], language: language)
    let links = document.all("link")
    #expect(links.map(\.text) == [Self.visible(text)])
    #expect(
      links.map(\.address) == ["https://example.org/(a)%20b%7Cc?x=1&amp;y=*2*_"])
    #expect(document.children.first?.text.hasPrefix("a!") == true)
    let code = document.all("code").map(\.literal)
    #expect(code == [text.visibleText])
  }

  @Test(arguments: texts) func codeInACell(_ text: String) throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let cell = (make.paragraph([.code(text)]), TypedValue.missing)
    let document = write(
      [make.table([.left, .left], header: ["a", "b"], rows: [[cell, cell]])], language: language)
    let cells = document.all("table_cell").map(\.text)
    let seen = text.visibleText
    // A code span beside a cell's edge loses no spaces; the element for pipes keeps the same text.
    #expect(cells.map { Self.visible($0) } == ["a", "b", Self.visible(seen), Self.visible(seen)])
  }
}
