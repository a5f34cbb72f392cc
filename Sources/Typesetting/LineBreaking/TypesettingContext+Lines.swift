package import Design
package import Diagnostics
package import DisplayList
package import DocumentTree
package import Languages

extension TypesettingContext {
  /// Sets a paragraph at a width in points; the same one at the same width is set once.
  ///
  /// Overfull lines and missing glyphs are reported to the context; a family that is not there is
  /// thrown.
  package func set(
    _ paragraph: ParagraphSetting, width: Double
  ) throws(Diagnostic) -> SetParagraph {
    let isTransient = paragraph.inlines.hasPageField
    let key = ParagraphSetter.ParagraphKey(setting: paragraph, width: width)
    if !isTransient, let set = paragraphSetter.remembered(key) { return set }
    let set = try ParagraphBreaking(paragraph, width: width, context: self).paragraph()
    if !isTransient { paragraphSetter.remember(set, for: key) }
    return set
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
    return try ParagraphBreaking(setting, width: .infinity, context: self).singleLine()
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
      case .text, .code, .lineBreak, .quantity: false
      }
    }
  }
}
