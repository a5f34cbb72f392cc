import Design
import DocumentTree
import LayoutLanguage

/// How a publication's footnotes look, from its layout and theme.
extension BlockBinder {
  /// The settings of the layout; nil where neither it nor the theme has a style to begin with.
  ///
  /// Without a style of its own notes have the theme's `footnote`, or one made from `body`.
  mutating func footnoteSettings(in surroundings: Surroundings) -> FootnoteSettings? {
    let styles = layout.theme.styles
    let template = layout.footnotes
    var settings: FootnoteSettings
    if let style = styles[template?.style?.name ?? "footnote"] {
      settings = FootnoteSettings(style: style)
    } else if let body = styles["body"] {
      settings = FootnoteSettings(below: body)
    } else {
      return nil
    }
    guard let template else { return settings }
    settings.numbering = FootnoteSettings.Numbering(rawValue: template.numbering) ?? .publication
    if let name = template.markStyle?.name, let style = styles[name] {
      settings.markStyle = InlineStyle(
        font: style.font, color: style.color, features: style.features)
    }
    if let rule = template.rule.flatMap({ color($0, in: surroundings) }) {
      settings.ruleColor = rule
    }
    func points(_ length: LayoutLength?) -> Double? { length?.points(on: layout.page) }
    settings.ruleLength = points(template.ruleLength) ?? settings.ruleLength
    settings.ruleWeight = points(template.ruleWeight) ?? settings.ruleWeight
    settings.space = points(template.space) ?? settings.space
    return settings
  }
}
