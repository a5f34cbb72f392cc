import Design
import DisplayList
import DocumentTree
import Geometry
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

  /// The x of the first glyph's left and the last glyph's right edge; nil for an empty line.
  ///
  /// Glyphs of the fixed shaper are half an em wide; what tracking adds at the end is left out.
  var extent: (left: Double, right: Double)? {
    guard let first = runs.first, let last = runs.last, let glyph = last.glyphs.last else {
      return nil
    }
    return (first.origin.x, last.origin.x + glyph.x + last.size / 2)
  }

  var endsInHyphen: Bool { text.hasSuffix("\u{AD}") || text.hasSuffix("-") }
}

extension SetParagraph {
  /// The lines' texts.
  var texts: [String] { lines.map(\.text) }

  /// The text put together again: inserted hyphens gone, a space where a line ended without one.
  var rejoined: String {
    lines.reduce("") { text, line in
      text.isEmpty
        ? line.text
        : text.hasSuffix("\u{AD}") ? text.dropLast() + line.text : text + " " + line.text
    }
  }
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
