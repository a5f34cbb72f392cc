import Design
import DisplayList
import DocumentTree
import Languages
import Testing

@testable import Typesetting

extension SetLine {
  /// The text of the line's runs, as a reader extracts it; an inserted hyphen is U+00AD.
  var text: String {
    items.map { item in
      guard case .glyphs(let run) = item.content else { return "" }
      return run.endsWithSoftHyphen ? run.text.dropLast() + "\u{AD}" : run.text
    }.joined()
  }

  var runs: [GlyphRun] {
    items.compactMap { item in
      if case .glyphs(let run) = item.content { run } else { nil }
    }
  }

  var endsInHyphen: Bool { text.hasSuffix("\u{AD}") || text.hasSuffix("-") }
}

extension SetParagraph {
  /// The lines' texts.
  var texts: [String] { lines.map(\.text) }
}

/// Sets a plain text with the fixed shaper: a character is 5 points wide.
func setLines(
  _ text: String, width: Double, alignment: TextAlignment = .left, step: Int = 0,
  context: TypesettingContext? = nil
) throws -> SetParagraph {
  let context = context ?? Fixed.context(hyphenation: StepHyphenation(step: step))
  return try context.set(
    ParagraphSetting(
      inlines: [.text(text)], style: Fixed.style(alignment: alignment), language: Fixed.german),
    width: width)
}
