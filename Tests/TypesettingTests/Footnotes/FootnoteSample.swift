import Design
import DisplayList
import DocumentTree
import Geometry

@testable import Typesetting

/// Texts with footnotes; a note's lines are `n3.0xxxxx`, the text's `l0xxxxxxxx`.
enum FootnoteSample {
  /// A note of so many lines; `name` begins each of its words.
  static func note(_ name: String, lines: Int, identifier: String? = nil) -> Inline {
    .footnote(
      Footnote(
        identifier: identifier ?? name,
        paragraphs: [words(lines, name).map { [.text($0)] }.joined(by: .lineBreak)]))
  }

  private static func words(_ count: Int, _ name: String) -> [String] {
    Sample.words(count, name + ".")
  }

  /// Lines of one word each; `notes` stand behind the words of these lines.
  static func lines(_ count: Int, _ name: String = "l", notes: [Int: [Inline]] = [:]) -> BlockNode {
    let lines = Sample.words(count, name).enumerated().map { [.text($1)] + (notes[$0] ?? []) }
    return Sample.node(
      .paragraph(Paragraph(inlines: lines.joined(by: .lineBreak), style: Fixed.style())))
  }

  /// Notes of 10 on 12 points like the text, a rule of 20 points and 6 points above it.
  static func settings(
    _ numbering: FootnoteSettings.Numbering = .publication
  ) -> FootnoteSettings {
    var settings = FootnoteSettings(style: Fixed.style())
    settings.numbering = numbering
    settings.ruleLength = 20
    settings.space = 6.7
    return settings
  }

  /// A flow; a page holds ten lines, or eight and the rule and a note of one line.
  static func flow(
    _ nodes: [BlockNode], _ numbering: FootnoteSettings.Numbering = .publication
  ) -> PublicationTree {
    var tree = Sample.flow(nodes)
    tree.page.size.width = 150
    tree.footnotes = settings(numbering)
    return tree
  }
}

extension [[Inline]] {
  /// All parts with something between them.
  func joined(by separator: Inline) -> [Inline] {
    enumerated().flatMap { $0 == 0 ? $1 : [separator] + $1 }
  }
}

extension PageDrawing {
  /// The words of text lines: their beginnings, without filling.
  var names: [String] { texts.map { String($0.prefix { $0 != "x" }) } }
}
