import SourceFiles

/// The keys of text styles that say how lines are filled and divided.
extension LayoutSchema {
  static let lineRuleKeys: [JSONValue.Member] = [
    JSONValue.Member(
      "maximum-hyphens",
      described(integer(1...10), "The most lines in a row that end in a hyphen; without it 2.")),
    JSONValue.Member(
      "hyphen-prefix",
      described(
        integer(2...20), "The fewest letters before a division; without it the language's.")),
    JSONValue.Member(
      "hyphen-suffix",
      described(integer(2...20), "The fewest letters after a division; without it the language's.")
    ),
    JSONValue.Member(
      "emergency-stretch",
      share(
        "What each line may stretch in addition where a paragraph has no good breaks, as a share of "
          + "the measure; without it 3%, at 0% such a paragraph has single terrible lines.")),
    JSONValue.Member(
      "optical-margins",
      described(simple("boolean"), "Hyphens and punctuation hang out of the even edges.")),
    JSONValue.Member(
      "glyph-scaling",
      share("How much wider or narrower the glyphs of a justified line may be: 0% to 2%.")),
    JSONValue.Member(
      "letter-spacing",
      share(
        "How far the letters of a justified line may be moved apart, as a share of the size: 0% "
          + "to 2%.")),
  ]

  private static func share(_ description: String) -> JSONValue {
    described(
      either(
        .object(["type": "string", "pattern": "^[0-9]+([.][0-9]+)?%$"]),
        .object(["const": 0])), description)
  }
}
