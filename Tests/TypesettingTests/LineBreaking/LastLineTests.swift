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

  private func texts(_ text: String, _ measure: LineMeasure) throws -> [String] {
    let setting = ParagraphSetting(
      inlines: [.text(text)], style: Fixed.style(), language: Fixed.german)
    return try Fixed.context().set(setting, measure).texts
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
    func cost(_ length: Double, isOneWord: Bool) -> Double {
      parameters.leftOver(length, of: 200, isOneWord: isOneWord)
    }
    #expect(cost(20, isOneWord: true) > cost(30, isOneWord: false))
    #expect(cost(20, isOneWord: false) > cost(30, isOneWord: false))
    #expect(cost(79, isOneWord: true) > 0)
    #expect(cost(80, isOneWord: true) == 0)
    #expect(cost(40, isOneWord: false) == 0)
  }

  /// Beside an initial a last line has less room, and a word of 60 points is enough of 150.
  @Test func besideAnInitialLessIsEnough() throws {
    var measure = LineMeasure(width: 200)
    measure.narrowedLines = 2
    measure.narrowing = 50
    let text = "aaaa bbbb cccc dddd eeee ffff Sommerabende"
    #expect(try texts(text, measure) == ["aaaa bbbb cccc dddd eeee ffff", "Sommerabende"])
    // Behind the initial the same word is left over of 200.
    measure.narrowedLines = 1
    #expect(try texts(text, measure) == ["aaaa bbbb cccc dddd eeee", "ffff Sommerabende"])
  }

  /// A justified last line of 20 points is long enough beside the initial, and too short of 200.
  @Test func aJustifiedLastLineIsHeldAgainstItsOwnRoom() throws {
    var parameters = TotalFit.Parameters(
      Fixed.style(alignment: .justify), LineMeasure(width: 200), costs: JustificationCosts())
    parameters.narrowedLines = 2
    parameters.narrowing = 50
    func place(_ natural: Double) -> Breakpoint {
      Breakpoint(
        end: 0, next: 0, kind: .space, penalty: 0, naturalEnd: natural, naturalNext: natural,
        spacesEnd: 0, spacesNext: 0, stretchEnd: 0, stretchNext: 0, shrinkEnd: 0, shrinkNext: 0)
    }
    func cost(_ parameters: TotalFit.Parameters, length: Double) -> Double? {
      TotalFit(parameters) { _ in 5 }.lastLineDemerits(
        place(0), place(length), line: 1)
    }
    #expect(cost(parameters, length: 20) == 0)
    #expect(cost(parameters, length: 17) == parameters.costs.shortLastLine)
    parameters.narrowedLines = 1
    #expect(cost(parameters, length: 20) == parameters.costs.shortLastLine)
  }
}
