import Design
import Testing
import TextShaping

@testable import Typesetting

@Suite struct SmokeTests {
  @Test func fixedShaperIsHalfAnEm() throws {
    let context = Fixed.context()
    #expect(try context.shaper.face(for: Fixed.style().font).number == 0)
  }
}
