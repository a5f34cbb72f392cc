package import Design
package import Diagnostics
package import DisplayList
package import DocumentTree
package import Languages

extension TypesettingContext {
  /// Sets a paragraph at a width in points; the same one at the same width is set once.
  ///
  /// Overfull lines, missing glyphs and missing dictionaries are reported to the context, again
  /// where the paragraph is remembered; a family that is not there is thrown.
  package func set(
    _ paragraph: ParagraphSetting, width: Double
  ) throws(Diagnostic) -> SetParagraph {
    try set(paragraph, LineMeasure(width: width))
  }

  /// The same in the room that a measure gives to the lines.
  package func set(
    _ paragraph: ParagraphSetting, _ measure: LineMeasure
  ) throws(Diagnostic) -> SetParagraph {
    let paragraph = adjusted(paragraph)
    let isTransient = paragraph.inlines.hasPageField
    let key = ParagraphSetter.ParagraphKey(setting: paragraph, measure: measure)
    let outcome: ParagraphBreaking.Outcome
    if !isTransient, let known = paragraphSetter.remembered(key) {
      outcome = known
    } else {
      let breaking = try ParagraphBreaking(paragraph, context: self)
      outcome =
        paragraph.style.balanced && measure == LineMeasure(width: measure.width)
        ? breaking.balanced(width: measure.width) : breaking.set(measure)
      if !isTransient { paragraphSetter.remember(outcome, for: key) }
    }
    for diagnostic in outcome.diagnostics { report(diagnostic) }
    return outcome.paragraph
  }

  /// The width in points of a text on one line; spaces at its edges do not count.
  package func width(
    of text: String, style: TextStyle, language: LanguageTag
  ) throws(Diagnostic) -> Double {
    try setLine([.text(text)], style: style, language: language, mark: .artifact).naturalWidth
  }

  /// All of the inlines on one unbroken line from the origin, the baseline at 0.
  package func setLine(
    _ inlines: [Inline], style: TextStyle, language: LanguageTag, mark: ContentMark
  ) throws(Diagnostic) -> SetLine {
    let setting = ParagraphSetting(
      inlines: inlines, style: style, language: language, mark: mark)
    let outcome = try ParagraphBreaking(adjusted(setting), context: self).singleLine()
    for diagnostic in outcome.diagnostics { report(diagnostic) }
    return outcome.line
  }
}

extension [Inline] {
  /// Whether the text depends on the page it stands on.
  var hasPageField: Bool {
    contains { inline in
      switch inline {
      case .pageField: true
      case .emphasis(let content), .strong(let content), .link(_, let content),
        .language(_, let content), .styled(_, let content):
        content.hasPageField
      case .text, .code, .lineBreak, .quantity, .footnote: false
      }
    }
  }
}
