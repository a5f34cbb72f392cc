import Design
import Diagnostics
import Testing

@testable import Typesetting

@Suite("The search for the smallest change that fits")
struct CopyfitSearchTests {
  private let look = TextUse.Look(size: 10, leading: 14)

  /// A text that needs so much of the room at its own size, and less with each change.
  private func search(
    _ copyfit: Copyfit, need: Double, trials: inout Int
  ) throws -> CopyfitSearch.Outcome {
    var count = 0
    let outcome = try CopyfitSearch(copyfit: copyfit, look: look).run { change in
      count += 1
      let height = copyfit.leading == nil ? change.size : change.leading
      return need * change.size * (1 + change.tracking / 500) * height <= 1
    }
    trials = count
    return outcome
  }

  @Test func aTextThatFitsStaysAsItIs() throws {
    var trials = 0
    let outcome = try search(Copyfit(size: 9...11), need: 0.8, trials: &trials)
    #expect(outcome.fits && outcome.adjustment.isNone)
    #expect(trials == 1)
  }

  @Test func sizeAloneGoesNoFurtherThanItMust() throws {
    var trials = 0
    let outcome = try search(Copyfit(size: 9...11), need: 1.1, trials: &trials)
    // 9.5 points: the square of 0.95 is 0.9025, of 0.955 already more than 1 / 1.1.
    #expect(outcome.fits)
    #expect(abs(outcome.adjustment.size * 10 - 9.5) < 1e-9)
    #expect(trials <= 9)
  }

  @Test func trackingAndLeadingGiveWayBeforeTheSize() throws {
    var trials = 0
    let copyfit = Copyfit(size: 9...11, leading: 13...14, tracking: -10...10)
    let small = try search(copyfit, need: 1.01, trials: &trials).adjustment
    #expect(small.size == 1)
    #expect(small.tracking < 0 || small.leading < 1)
    #expect(trials <= 60)
  }

  @Test func aLittleOfEverythingIsBetterThanMuchOfOneThing() throws {
    var trials = 0
    let copyfit = Copyfit(size: 9...11, leading: 13...14, tracking: -10...10)
    let change = try search(copyfit, need: 1.1, trials: &trials).adjustment
    #expect(change.size < 1 && change.leading < 1 && change.tracking < 0)
    #expect(change.size > 0.95)
    #expect(trials <= 120)
  }

  @Test func whatCannotFitIsAtItsLimits() throws {
    var trials = 0
    let copyfit = Copyfit(size: 9...11, leading: 13...14, tracking: -10...10)
    let outcome = try search(copyfit, need: 2, trials: &trials)
    #expect(!outcome.fits)
    #expect(outcome.adjustment.size * 10 == 9)
    #expect(outcome.adjustment.leading * 14 == 13)
    #expect(outcome.adjustment.tracking == -10)
    #expect(trials == 2)
  }

  @Test func itGrowsOnlyWhereTheLayoutSaysSo() throws {
    var trials = 0
    #expect(try search(Copyfit(size: 9...11), need: 0.9, trials: &trials).adjustment.isNone)
    let grown = try search(Copyfit(size: 9...11, fills: true), need: 0.9, trials: &trials)
    // The square of 1.05 is 1.1025, of 1.055 already more than 1 / 0.9.
    #expect(abs(grown.adjustment.size * 10 - 10.5) < 1e-9)
    let most = try search(Copyfit(size: 9...11, fills: true), need: 0.1, trials: &trials)
    #expect(abs(most.adjustment.size * 10 - 11) < 1e-9)
  }

  @Test func rangesWithoutRoomAreNoHarm() throws {
    var trials = 0
    let copyfit = Copyfit(size: 10...10, leading: 14...14, tracking: 0...0)
    let outcome = try search(copyfit, need: 1.5, trials: &trials)
    #expect(!outcome.fits && outcome.adjustment.isNone)
  }

  @Test func stylesOutsideOfTheRangeStayAndOthersChangeAlike() {
    var change = TextAdjustment(Copyfit(size: 9...11))
    change.size = 0.95
    change.tracking = -5
    func style(_ size: Double, _ leading: Double) -> TextStyle {
      change.applied(to: Fixed.style(size: size, leading: leading))
    }
    #expect(style(24, 30).size == 24 && style(24, 30).tracking == 0)
    #expect(style(10, 14).size == 9.5)
    #expect(abs(style(10, 14).leading - 13.3) < 1e-9)
    #expect(style(10, 14).tracking == -5)
    // No style leaves the range.
    #expect(style(9.2, 12).size == 9)
  }
}
