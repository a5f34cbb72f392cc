import Design
import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Emphasis reaches exactly over its text, whatever stands beside it.
struct EmphasisTests {
  /// The text with the ends of each span marked, from the tree and from the parsed source.
  private func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let children): "{e \(marked(children))}"
      case .strong(let children): "{s \(marked(children))}"
      case .link(_, let children): "{l \(marked(children))}"
      case .code(let text): "{c \(text)}"
      default: ""
      }
    }.joined()
  }

  private func marked(_ node: ParsedMarkdown) -> String {
    let inside = node.children.map { marked($0) }.joined()
    return switch node.kind {
    case "emph": "{e \(inside)}"
    case "strong": "{s \(inside)}"
    case "link": "{l \(inside)}"
    case "code": "{c \(node.literal)}"
    case "text": node.literal
    case "html_inline":
      ["<em>": "{e ", "</em>": "}", "<strong>": "{s ", "</strong>": "}"][node.literal]
        ?? node.literal
    default: inside
    }
  }

  private func parsed(_ inlines: [Inline]) throws -> String {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let tree = SampleTree.tree([make.paragraph(inlines)], languages: [language])
    let source = MarkdownWriter.write(tree, languages: LanguageCatalogue([]))
    let document = ParsedMarkdown(document: source)
    #expect(document.children.map(\.kind) == ["paragraph"], "\(source)")
    return marked(document)
  }

  /// Every span between every two neighbours: letters, spaces, punctuation, symbols, nothing.
  @Test func everySpanBetweenAllNeighbours() throws {
    let outside = ["", "a", " ", "„", "“", "*", "_", "€", "!", "\u{A0}", "7"]
    let inside = ["x", "„x“", "*x*", "_x_", "x!", "€x€", "\u{A0}x\u{A0}", "x y", "§", "a_b"]
    for before in outside {
      for after in outside {
        for text in inside {
          for span in [Inline.emphasis([.text(text)]), .strong([.text(text)])] {
            let inlines: [Inline] = [.text("n" + before), span, .text(after + "n")]
            let read = try parsed(inlines)
            #expect(read == marked(inlines))
          }
        }
      }
    }
  }

  @Test func spansBesideAndInsideEachOther() throws {
    let (e, s): (Inline, Inline) = (.emphasis([.text("e")]), .strong([.text("s")]))
    let link = Inline.link(.address("https://example.org"), [.text("l")])
    let parts: [Inline] = [.text("t"), .text(" "), .text("."), e, s, link, .code("c")]
    for a in parts {
      for b in parts {
        for c in parts {
          for wrap in [Inline.emphasis, Inline.strong, { .link(.address("/x"), $0) }] {
            let inlines: [Inline] = [
              .text("n"), wrap([.text("i"), a, b, c, .text("i")]), .text("n"),
            ]
            let read = try parsed(inlines)
            let meant = marked(withoutNesting(inlines)).replacing(/\s+/, with: " ")
            #expect(read == meant)
          }
        }
      }
    }
  }

  /// The same text with spans inside spans of their kind dissolved, neighbouring code joined.
  private func withoutNesting(_ inlines: [Inline], in kinds: Set<String> = []) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      func nested(_ kind: String, _ children: [Inline], _ wrap: ([Inline]) -> Inline) -> [Inline] {
        let inside = withoutNesting(children, in: kinds.union([kind]))
        return kinds.contains(kind) ? inside : [wrap(inside)]
      }
      switch inline {
      case .emphasis(let c): result += nested("e", c) { .emphasis($0) }
      case .strong(let c): result += nested("s", c) { .strong($0) }
      case .link(let target, let c): result += nested("l", c) { .link(target, $0) }
      case .code(let text):
        if case .code(let before) = result.last {
          result[result.count - 1] = .code(before + text)
        } else {
          result.append(inline)
        }
      default: result.append(inline)
      }
    }
    return result
  }

  @Test func spacesMoveOutOfSpansAndEmptySpansVanish() throws {
    let inlines: [Inline] = [
      .text("a"), .strong([.text(" b "), .emphasis([.text(" ")])]), .text("c"), .emphasis([]),
      .link(.address(""), [.text(" d")]), .link(.address("/x"), []), .strong([.lineBreak]),
    ]
    #expect(try parsed(inlines) == "a {s b} c d")
  }

  @Test func ordinaryEmphasisIsWrittenPlainly() throws {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language)
    let node = make.paragraph([
      .text("Das "), .emphasis([.text("Dortmunder Modell")]), .text(" und "),
      .strong([.text("vier")]), .text(" Programme; Bürger"), .emphasis([.text("innen")]),
      .text("."),
    ])
    let source = MarkdownWriter.write(
      SampleTree.tree([node], languages: [language]), languages: LanguageCatalogue([]))
    #expect(
      source.hasSuffix("\n\nDas _Dortmunder Modell_ und **vier** Programme; Bürger*innen*.\n"))
  }

  /// CommonMark has nothing for another language and raised text; HTML inline has.
  @Test func spansOfHTML() throws {
    let german = try #require(LanguageTag("de"))
    let english = try #require(LanguageTag("en"))
    func script(_ tag: String, _ text: String) -> Inline {
      .styled(InlineStyle(features: [FontFeature(tag)]), [.text(text)])
    }
    var make = SampleBlocks(language: german)
    let node = make.paragraph([
      .text("Die "), .language(english, [.emphasis([.text("Smart")]), .text(" City ")]),
      .text("misst 5 m"), script("sups", "2"), .text(", H"), script("subs", "2"), .text("O "),
      script("smcp", "so"), .language(english, [.text(" ")]),
    ])
    let written = MarkdownWriter.write(
      SampleTree.tree([node], languages: [german]), languages: .builtIn)
    #expect(
      written.contains(
        "Die <span lang=\"en\">_Smart_ City</span> misst 5 m<sup>2</sup>, H<sub>2</sub>O so\n"))
  }
}
