import Design
import SourceFiles

/// The keys of text styles.
extension LayoutSchema {
  private static let dropCap = described(
    either(
      integer(LayoutReading.dropCapLines), .object(["const": false]),
      closed(
        [
          JSONValue.Member("lines", integer(LayoutReading.dropCapLines)),
          JSONValue.Member("characters", integer(1...20)),
          JSONValue.Member("style", simple("string")),
        ], required: ["lines"])),
    "The first letter as an initial over so many lines; its face and colour from another style.")

  /// The keys that name OpenType features in words.
  private static let featureKeys = LayoutReading.featureKeys.map { key in
    let words = key.choices.map(\.key)
    return JSONValue.Member(
      key.name,
      described(words == ["true", "false"] ? simple("boolean") : choice(words), key.documentation))
  }

  /// Every key with its form; reading takes the keys from here.
  static let styleKeys: [JSONValue.Member] = {
    let distance = reference("length")
    let flag = simple("boolean")
    return [
      JSONValue.Member("like", described(simple("string"), "An earlier style to begin with.")),
      JSONValue.Member("font", described(simple("string"), "A font of the theme.")),
      JSONValue.Member("weight", integer(1...1000)), JSONValue.Member("italic", flag),
      JSONValue.Member("size", distance),
      JSONValue.Member("leading", described(distance, "From baseline to baseline.")),
      JSONValue.Member("color", reference("color")),
      JSONValue.Member("align", choice(TextAlignment.allCases.map(\.rawValue))),
      JSONValue.Member("hyphenate", flag),
      JSONValue.Member(
        "balance", described(flag, "Makes the lines of headlines about equally long.")),
      JSONValue.Member(
        "tracking", described(number(-500...5000), "In thousandths of the size.")),
      JSONValue.Member(
        "features",
        described(
          either(simple("string"), list(of: simple("string"))), "OpenType: onum, tnum=0.")),
      JSONValue.Member("space-before", distance), JSONValue.Member("space-after", distance),
      JSONValue.Member("first-line-indent", reference("offset")),
      JSONValue.Member("uppercase", flag), JSONValue.Member("strong-weight", integer(1...1000)),
      JSONValue.Member("link-color", reference("color")),
      JSONValue.Member("orphans", integer(1...20)), JSONValue.Member("widows", integer(1...20)),
      JSONValue.Member("keep-with-next", flag),
      JSONValue.Member(
        "grid",
        described(
          either(flag, choice(["first"])),
          "All lines, or only the first one, stand on the page's baseline grid.")),
      JSONValue.Member("drop-cap", dropCap),
    ] + lineRuleKeys + featureKeys
  }()
}
