import Design
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

@Suite struct ModelDiagramTests {
  private func member(_ sample: inout ChartSample, _ texture: Ornament.Texture? = nil)
    -> Chart.Member
  {
    Chart.Member(
      name: sample.words(1...2), detail: sample.words(0...5), color: Fixed.ink, texture: texture)
  }

  private func model(_ sample: inout ChartSample, actors: Int, programmes: Int)
    -> Chart.ModelDiagram
  {
    Chart.ModelDiagram(
      actors: (0..<actors).map { _ in member(&sample) },
      programmes: (0..<programmes).map { index in
        member(&sample, Ornament.Texture.allCases[index % 5])
      })
  }

  /// The ring: the largest stroked circle.
  private func ring(_ probe: DrawingProbe) -> Rect? {
    probe.shapes.filter { $0.stroke != nil && $0.path.elements.count == 6 }
      .compactMap(\.path.bounds).max { $0.width < $1.width }
  }

  @Test(arguments: [227.0, 300, 482, 700])
  func textsStandOutsideTheRing(width: Double) throws {
    for seed in 0..<25 {
      var sample = ChartSample(seed: seed)
      let model = model(&sample, actors: 4, programmes: 4)
      let fragment = try #require(try ChartSample.fragment(.modelDiagram(model), width: width))
      let probe = DrawingProbe(fragment.items)
      let ring = try #require(self.ring(probe))
      #expect((ring.midX - width / 2).magnitude < 0.01)
      for text in probe.textFrames {
        let dx = max(text.x - ring.midX, ring.midX - text.maxX, 0)
        let dy = max(text.y - ring.midY, ring.midY - text.maxY, 0)
        #expect(dx * dx + dy * dy > ring.width * ring.width / 4)
      }
    }
  }

  @Test func labelsKeepApartInAllData() throws {
    for seed in 0..<150 {
      var sample = ChartSample(seed: seed)
      let model = model(
        &sample, actors: sample.generator.integer(in: 0...5),
        programmes: sample.generator.integer(in: 1...6))
      let width = sample.generator.number(in: 227...560)
      let height = sample.generator.unit() < 0.5 ? sample.generator.number(in: 150...600) : nil
      let kind = Chart.Kind.modelDiagram(model)
      let fragment = try #require(try ChartSample.fragment(kind, width: width, height: height))
      let texts = DrawingProbe(fragment.items).textFrames
      let frame = Rect(size: fragment.size)
      for (index, text) in texts.enumerated() {
        #expect(frame.contains(text), "\(text) in \(frame), seed \(seed)")
        let inner = text.inset(by: Edges(all: 0.05))
        #expect(!texts[..<index].contains { $0.intersects(inner) }, "seed \(seed)")
      }
    }
  }

  @Test func itGoesIntoEightyMillimetres() throws {
    let side = 80 * 72 / 25.4
    let names = ["City", "Science", "Business", "Citizens"]
    let programmes = ["Allianz Smart City", "Masterplan", "TechnologieZentrum", "nordwärts"]
    let model = Chart.ModelDiagram(
      actors: names.map { Chart.Member(name: $0, detail: "does its part", color: Fixed.ink) },
      programmes: programmes.map {
        Chart.Member(name: $0, detail: "157 partners", color: Fixed.ink, texture: .wafer)
      })
    let fragment = try #require(
      try ChartSample.fragment(.modelDiagram(model), width: side, height: side))
    #expect(fragment.size.height <= side + 0.01)
    #expect(DrawingProbe(fragment.items).marks == [ChartSample.mark])
  }

  @Test func aPairOfActorsStandsAtTheSameHeight() throws {
    let model = Chart.ModelDiagram(
      actors: ["left", "right", "lower", "last"].map { name in
        Chart.Member(
          name: name, detail: name == "right" ? "a detail that takes several lines here" : "",
          color: Fixed.ink)
      }, programmes: [])
    let fragment = try #require(try ChartSample.fragment(.modelDiagram(model), width: 240))
    let runs = DrawingProbe(fragment.items).runs
    let left = try #require(runs.first { $0.text == "left" })
    let right = try #require(runs.first { $0.text == "right" })
    #expect((left.origin.y - right.origin.y).magnitude < 1e-6)
  }

  @Test func nobodyAndNothingIsEmpty() throws {
    let fit = try ChartSample.block(.modelDiagram(Chart.ModelDiagram(actors: [], programmes: [])))
      .fit(into: .unbounded(width: 300), resumingAt: nil, in: Fixed.context())
    guard case .empty = fit else {
      Issue.record("not empty")
      return
    }
  }
}
