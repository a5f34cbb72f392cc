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
    var set = try ParagraphBreaking(paragraph, width: width, context: self).paragraph()
    if paragraph.style.balanced { set = try balanced(set, paragraph, width: width) }
    if !isTransient { paragraphSetter.remember(set, for: key) }
    return set
  }

  /// The same paragraph at the narrowest width that needs no more lines.
  private func balanced(
    _ set: SetParagraph, _ paragraph: ParagraphSetting, width: Double
  ) throws(Diagnostic) -> SetParagraph {
    guard paragraph.style.alignment == .left, (2...6).contains(set.lines.count) else { return set }
    var best = set
    var (low, high) = (width / 2, width)
    // Eight halvings come within a quarter of a percent of the width.
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let narrower = try trial { () throws(Diagnostic) in
        try ParagraphBreaking(paragraph, width: middle, context: self).paragraph()
      }
      if let narrower, narrower.lines.count == set.lines.count {
        (best, high) = (narrower, middle)
      } else {
        low = middle
      }
    }
    return best
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
