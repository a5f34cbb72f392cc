import Design
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

@Suite struct LocatorTests {
  private static let dortmund = Chart.Locator.Place(latitude: 51.514, longitude: 7.468)

  private func locator(
    _ place: Chart.Locator.Place, _ others: [Chart.Locator.Place], name: String = "Name",
    scale: String = "2 km"
  ) -> Chart.Locator {
    Chart.Locator(place: place, name: name, others: others, color: Fixed.ink, scaleLabel: scale)
  }

  @Test func everythingStaysInTheFrame() throws {
    for seed in 0..<200 {
      var sample = ChartSample(seed: seed)
      let spread = sample.generator.unit() < 0.2 ? 0 : sample.generator.number(in: 0.001...40)
      let place = sample.place(around: Self.dortmund, spread: 0.1)
      let others = (0..<sample.generator.integer(in: 0...40)).map { _ in
        sample.place(around: Self.dortmund, spread: spread)
      }
      let width = sample.generator.number(in: 110...300)
      let height = sample.generator.unit() < 0.4 ? sample.generator.number(in: 90...300) : nil
      let kind = Chart.Kind.locator(locator(place, others, name: sample.words(1...6)))
      let fragment = try #require(try ChartSample.fragment(kind, width: width, height: height))
      ChartSample.check(fragment, width: width)
    }
  }

  @Test func theScaleBarIsTrue() {
    // A hundredth of a degree of latitude is 1.112 km.
    let north = Chart.Locator.Place(latitude: 51.524, longitude: 7.468)
    let map = Rect(x: 0, y: 0, width: 200, height: 200)
    let projection = LocatorProjection(
      locator(Self.dortmund, [north]), in: map, margin: 8, unit: 2)
    let (a, b) = (projection.point(Self.dortmund), projection.point(north))
    #expect(b.y < a.y && (a.x - b.x).magnitude < 1e-9)
    let kilometres = (a.y - b.y) / projection.pointsPerKilometre
    #expect((kilometres - 1.112).magnitude < 0.001)
  }

  @Test func aDegreeEastIsShorterInTheNorth() {
    let east = Chart.Locator.Place(latitude: 60, longitude: 11)
    let place = Chart.Locator.Place(latitude: 60, longitude: 10)
    let projection = LocatorProjection(
      locator(place, [east]), in: Rect(x: 0, y: 0, width: 200, height: 200), margin: 8, unit: nil)
    let distance = projection.point(east).x - projection.point(place).x
    #expect((distance / projection.pointsPerKilometre - 55.6).magnitude < 0.1)
  }

  @Test func theDateLineIsCrossedTheShortWay() {
    let place = Chart.Locator.Place(latitude: 0, longitude: 179.9)
    let other = Chart.Locator.Place(latitude: 0, longitude: -179.9)
    let projection = LocatorProjection(
      locator(place, [other]), in: Rect(x: 0, y: 0, width: 200, height: 200), margin: 8, unit: nil)
    let distance = projection.point(other).x - projection.point(place).x
    #expect((distance / projection.pointsPerKilometre - 22.2).magnitude < 0.1)
  }

  @Test(arguments: [
    ("2 km", 2.0), ("500 m", 0.5), ("2,5 km", 2.5), ("about 10\u{202F}km", 10), ("5 miles", 5),
  ])
  func theScalesWordsAreRead(label: String, kilometres: Double) {
    #expect(LocatorProjection.kilometres(in: label) == kilometres)
  }

  @Test(arguments: ["", "scale", "0 km", "..", "٣ km", "99999999999999999999999 km"])
  func wordsWithoutALengthHaveNoBar(label: String) {
    #expect(LocatorProjection.kilometres(in: label) == nil)
  }

  @Test func placesThatAreNoneDoNotMatter() throws {
    let others = [
      Chart.Locator.Place(latitude: .nan, longitude: 7),
      Chart.Locator.Place(latitude: 51, longitude: .infinity),
      Chart.Locator.Place(latitude: 900, longitude: 0),
    ]
    let fragment = try #require(
      try ChartSample.fragment(.locator(locator(Self.dortmund, others)), width: 150))
    ChartSample.check(fragment, width: 150)
    let alone = try ChartSample.fragment(.locator(locator(Self.dortmund, [])), width: 150)
    #expect(fragment.items == alone?.items)
  }

  @Test func aPlaceThatIsNoneIsDrawnInTheMiddle() throws {
    let nowhere = Chart.Locator.Place(latitude: .nan, longitude: .nan)
    let fragment = try #require(
      try ChartSample.fragment(.locator(locator(nowhere, [])), width: 150))
    ChartSample.check(fragment, width: 150)
  }
}
