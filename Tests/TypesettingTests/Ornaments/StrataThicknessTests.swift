import Testing

@testable import Typesetting

@Suite struct StrataThicknessTests {
  private func near(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-6 }

  @Test func thicknessFollowsTheRoot() {
    let heights = StrataPainter.thicknesses(of: [100, 400, 900], total: 600)
    #expect(near(heights[0], 100))
    #expect(near(heights[1], 200))
    #expect(near(heights[2], 300))
  }

  @Test func aSmallStratumKeepsAMinimum() {
    let heights = StrataPainter.thicknesses(of: [1, 1e12, 4e12], total: 1_000)
    #expect(near(heights[0], 85))
    #expect(near(heights[2] / heights[1], 2))
  }

  @Test(arguments: [
    [0.0], [0, 0], [.nan, 1], [.infinity, 1], [-4, 4], [1e-300, 1e308], [5, 5, 5, 5],
    [Double](repeating: 3, count: 48),
  ])
  func theWholeHeightIsSharedOut(values: [Double]) {
    let heights = StrataPainter.thicknesses(of: values, total: 480)
    #expect(heights.count == values.count)
    #expect(near(heights.reduce(0, +), 480))
    #expect(heights.allSatisfy { $0 > 0 })
  }

  @Test func aLargerFigureIsNeverThinner() {
    var generator = SplitMix64(seed: "figures")
    for _ in 0..<200 {
      let values = (0..<generator.integer(in: 1...8)).map { _ in
        generator.number(in: 0...1e6) * generator.unit() * generator.unit()
      }.sorted()
      let heights = StrataPainter.thicknesses(of: values, total: 500)
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    }
  }
}
