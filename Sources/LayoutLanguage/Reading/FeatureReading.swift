import Design
import SourceFiles

/// The keys of a style that name OpenType features in words.
extension LayoutReading {
  /// A key with its choices, and what each sets; what another choice of the key sets is taken away.
  struct FeatureKey {
    var name: String
    var documentation: String
    var choices: KeyValuePairs<String, [FontFeature]>
  }

  static let featureKeys: [FeatureKey] = [
    FeatureKey(
      name: "figures", documentation: "Figures with ascenders and descenders, or of one height.",
      choices: ["old-style": [FontFeature("onum")], "lining": [FontFeature("lnum")]]),
    FeatureKey(
      name: "figure-width", documentation: "Figures of one width for columns, or of their own.",
      choices: ["tabular": [FontFeature("tnum")], "proportional": [FontFeature("pnum")]]),
    FeatureKey(
      name: "capitals",
      documentation: "Small capitals for small letters, or for capitals too.",
      choices: [
        "small-caps": [FontFeature("smcp")],
        "all-small-caps": [FontFeature("smcp"), FontFeature("c2sc")], "as-typed": [],
      ]),
    FeatureKey(
      name: "fractions", documentation: "Sets 1/2 as a fraction.",
      choices: ["true": [FontFeature("frac")], "false": []]),
    FeatureKey(
      name: "ligatures",
      documentation: "No ligatures, the usual ones, or those for decoration as well.",
      choices: [
        "none": [FontFeature("liga", 0), FontFeature("clig", 0)], "standard": [],
        "discretionary": [FontFeature("dlig")],
      ]),
  ]

  /// Sets what the keys name; they come after `features`, and take the place of what a style “like”
  /// this one had.
  mutating func applyFeatureNames(_ fields: [String: SourceNode], to style: inout TextStyle) {
    for key in Self.featureKeys {
      guard let node = fields[key.name],
        let word = choice(node, among: key.choices.map(\.key)),
        let chosen = key.choices.first(where: { $0.key == word })
      else { continue }
      let tags = Set(key.choices.flatMap(\.value).map(\.tag))
      style.features.removeAll { tags.contains($0.tag) }
      style.features += chosen.value
    }
  }
}
