import Design
import Diagnostics
import SourceFiles

/// The key `footnotes` of a layout.
package struct FootnoteTemplate: Sendable {
  /// Where numbers begin anew: `publication`, `section` or `page`.
  package var numbering: String
  /// The style of the notes; nil for the theme's `footnote`.
  package var style: StyleName?
  /// Whose typeface, weight and colour the marks in the text have.
  package var markStyle: StyleName?
  package var rule: ColorTemplate?
  package var ruleLength: LayoutLength?
  package var ruleWeight: LayoutLength?
  package var space: LayoutLength?

  init() { numbering = Self.numberings[0] }

  /// Where numbers may begin anew.
  package static let numberings = ["publication", "section", "page"]
}

extension LayoutReading {
  /// Reads `footnotes: { numbering: page, style: footnote, rule: ink 40%, … }`.
  mutating func footnotes(_ node: SourceNode) -> FootnoteTemplate {
    let fields = fields(
      node, known: LayoutSchema.footnoteKeys.map(\.name), what: "“footnotes”")
    var template = FootnoteTemplate()
    if let node = fields["numbering"],
      let value = choice(node, among: FootnoteTemplate.numberings)
    {
      template.numbering = value
    }
    template.style = fields["style"].flatMap { style($0) }
    template.markStyle = fields["mark-style"].flatMap { style($0) }
    template.rule = fields["rule"].flatMap { color($0) }
    template.ruleLength = fields["rule-length"].flatMap { length($0) }
    template.ruleWeight = fields["rule-weight"].flatMap { length($0) }
    template.space = fields["space"].flatMap { length($0) }
    return template
  }
}

extension LayoutSchema {
  /// Every key with its form; reading takes the keys from here.
  static let footnoteKeys: [JSONValue.Member] = [
    JSONValue.Member(
      "numbering",
      described(choice(FootnoteTemplate.numberings), "Where the numbers begin anew.")),
    JSONValue.Member(
      "style", described(simple("string"), "The style of the notes; “footnote” if left out.")),
    JSONValue.Member(
      "mark-style",
      described(simple("string"), "Whose font and colour the marks in the text have.")),
    JSONValue.Member("rule", described(reference("color"), "The rule above the notes.")),
    JSONValue.Member(
      "rule-length", described(reference("length"), "How long the rule is; 0 for none.")),
    JSONValue.Member("rule-weight", reference("length")),
    JSONValue.Member(
      "space", described(reference("length"), "The least room above the rule.")),
  ]
}
