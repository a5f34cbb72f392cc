import Design
import Diagnostics
import DisplayList
import DocumentTree
import Testing

@testable import Typesetting

/// OpenType features that a face may lack.
@Suite struct FeatureUseTests {
  private func style(_ features: [FontFeature]) -> TextStyle {
    var style = Fixed.style()
    style.features = features
    return style
  }

  private func set(
    _ features: [FontFeature], context: TypesettingContext
  ) throws -> SetParagraph {
    try context.set(
      ParagraphSetting(
        inlines: [.text("Straße 12 EU")], style: style(features), language: Fixed.german),
      width: 500)
  }

  /// Scaled capitals stand in for small ones: 0.5 × 1.08 / 0.7 of the size, as letters are high.
  @Test func scaledCapitals() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(unsupportedFeatures: ["smcp"]))
    let line = try #require(
      try set([FontFeature("smcp")], context: context).lines.first)
    #expect(line.runs.map(\.text) == ["S", "TRAẞE", " 12 EU"])
    #expect(line.runs.map { ($0.size * 100).rounded() } == [1000, 771, 1000])
    let warning = try #require(context.diagnostics.first)
    #expect(context.diagnostics.count == 1)
    #expect(warning.identifier == "font.missing-feature" && warning.severity == .warning)
    #expect(
      warning.message
        == "the style “text” asks for small capitals (smcp), which “Text” (weight 400) does not have"
    )
    #expect(warning.hints.first == "scaled capitals stand in for them")
  }

  @Test func allSmallCapitals() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(unsupportedFeatures: ["smcp", "c2sc"]))
    let features = [FontFeature("smcp"), FontFeature("c2sc")]
    let line = try #require(try set(features, context: context).lines.first)
    #expect(line.runs.map(\.text) == ["STRAẞE", " 12 ", "EU"])
    #expect(context.diagnostics.count == 2)
  }

  private static let harmlessUses: [([FontFeature], Set<String>)] = [
    ([FontFeature("smcp")], []), ([FontFeature("smcp"), FontFeature("smcp", 0)], ["smcp"]),
    ([FontFeature("lnum"), FontFeature("pnum"), FontFeature("liga")], ["lnum", "pnum", "liga"]),
    // All figures of the fixed shaper are as wide as each other.
    ([FontFeature("tnum")], ["tnum"]),
  ]

  /// What a face has, what is turned off again, and what changes nothing are no faults.
  @Test(arguments: harmlessUses)
  func harmless(features: [FontFeature], lacking: Set<String>) throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(unsupportedFeatures: lacking))
    let line = try #require(try set(features, context: context).lines.first)
    #expect(line.runs.map(\.text) == ["Straße 12 EU"])
    #expect(context.diagnostics.isEmpty)
  }

  @Test func otherFeatures() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(unsupportedFeatures: ["onum", "frac"]))
    let paragraph = ParagraphSetting(
      inlines: [
        .text("12 "), .styled(InlineStyle(features: [FontFeature("frac")]), [.text("1/2")]),
      ], style: style([FontFeature("onum")]), language: Fixed.german)
    _ = try context.set(paragraph, width: 500)
    #expect(context.diagnostics.map { $0.message.contains("old-style figures") } == [true, false])
    #expect(context.diagnostics.last?.message.contains("fractions (frac)") == true)
  }
}
