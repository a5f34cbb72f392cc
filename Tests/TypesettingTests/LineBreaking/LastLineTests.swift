import Design
import DocumentTree
import Testing

@testable import Typesetting

/// How ragged paragraphs end: not in a word that is left over, where the edge stays good without it.
///
/// A character is 5 points wide; at a width of 200 there are 40 of them.
@Suite struct LastLineTests {
  private func texts(_ text: String, width: Double = 200) throws -> [String] {
    try setLines(text, width: width).texts
  }

  @Test func aWordAloneGetsCompany() throws {
    #expect(
      try texts("aaaa bbbb cccc dddd eeee ffff gggg hhhh Platz.") == [
        "aaaa bbbb cccc dddd eeee ffff gggg", "hhhh Platz.",
      ])
  }

  @Test func andSoDoTwoShortOnes() throws {
    #expect(
      try texts("aaaa bbbb cccc dddd eeee ffff gggg hh so das.") == [
        "aaaa bbbb cccc dddd eeee ffff gggg", "hh so das.",
      ])
  }

  /// Where only a long word could come down, the edge would have a hole.
  @Test func theEdgeIsWorthMore() throws {
    #expect(
      try texts("aaaa bbbb cccc dddd Donaudampfschifffahr Platz.") == [
        "aaaa bbbb cccc dddd Donaudampfschifffahr", "Platz.",
      ])
  }

  @Test func aLongWordMayStandAlone() throws {
    #expect(
      try texts("aaaa bbbb cccc dddd eeee ffff gggg hhhh Schifffahrtskunde.") == [
        "aaaa bbbb cccc dddd eeee ffff gggg hhhh", "Schifffahrtskunde.",
      ])
  }

  /// What is over of an address is no word, and the place after a slash is the better one.
  @Test func addressesKeepTheirPlaces() throws {
    #expect(
      try texts("Mehr: stadt.example/kul/platz", width: 122) == [
        "Mehr: stadt.example/kul/", "platz",
      ])
  }

  /// A headline does not become even by dividing a word at its hyphen.
  @Test func balanceTakesNoMoreHyphens() throws {
    var style = Fixed.style()
    style.balanced = true
    let set = try Fixed.context().set(
      ParagraphSetting(
        inlines: [.text("aaaa start-upsss bbbbb")], style: style, language: Fixed.english),
      width: 90)
    #expect(set.texts == ["aaaa start-upsss", "bbbbb"])
  }

  /// The shorter, the worse: where something must be left over, it is the most.
  @Test func ofTwoShortEndsTheLongerIsTaken() {
    let style = Fixed.style()
    let parameters = TotalFit.Parameters(
      style, LineMeasure(width: 200), costs: JustificationCosts())
    #expect(parameters.leftOver(20, isOneWord: true) > parameters.leftOver(30, isOneWord: false))
    #expect(parameters.leftOver(20, isOneWord: false) > parameters.leftOver(30, isOneWord: false))
    #expect(parameters.leftOver(79, isOneWord: true) > 0)
    #expect(parameters.leftOver(80, isOneWord: true) == 0)
    #expect(parameters.leftOver(40, isOneWord: false) == 0)
  }
}
