import Diagnostics
import Languages
import ReportModel
import Testing

/// The workspace in the repository must be sound, and hold what its city published.
@Suite struct DortmundModelTests {
  private func model() throws -> WorkspaceModel {
    let read = ModelReader.read(try repository())
    #expect(read.diagnostics.map(\.rendered) == [])
    return try #require(read.output)
  }

  @Test func everythingIsThere() throws {
    let model = try model()
    #expect(model.records(in: "programmes").map(\.id).count == 4)
    let projects = model.records(in: "projects")
    #expect(projects.count == 30)
    let numbers = projects.compactMap { model.value("number", of: $0).number?.significand }
    #expect(numbers.sorted() == Array(1...30).map(Int64.init))
    #expect(projects.filter { !model.value("gap", of: $0).isMissing }.count == 3)
    #expect(model.languages.map(\.rawValue) == ["de", "en"])
  }

  @Test func figuresPrintInBothLanguages() throws {
    let model = try model()
    let metric = try #require(model.record(type: "metric", id: "asc-funding"))
    let quantity = try #require(model.quantity(of: metric))
    #expect(quantity == Quantity(value: DecimalNumber(significand: 34_500_000), unit: "EUR"))
  }

  @Test func programmesFindTheirFigures() throws {
    let model = try model()
    let programme = try #require(model.record(type: "programme", id: "allianz-smart-city"))
    let metrics = try #require(model.value("metrics", of: programme).list)
    let all = model.records(in: "metrics").filter {
      model.value("programme", of: $0)
        == .reference(type: "programme", id: "allianz-smart-city")
    }
    #expect(metrics.compactMap(\.record?.id) == all.map(\.id))
    #expect(all.count > 3)
  }

  @Test func pathsReachEverything() throws {
    let model = try model()
    #expect(model["programmes.nordwaerts.hero.id"]?.text == "nw-ideas")
    #expect(model["projects.1.id"]?.text == "4th-wave-phoenix-west")
    #expect(model["organisation.links.1.source.1.url"]?.text?.hasPrefix("https://") == true)
    #expect(model["organisation.nam"] == nil)
    #expect(model["projects.31"] == nil)
    #expect(model["nothing"] == nil)
  }

  /// Every sum of the city carries its source and grade.
  @Test func everyFigureHasASource() throws {
    let model = try model()
    let inner = model.records(in: "projects").flatMap { project in
      (model.value("metrics", of: project).list ?? []).compactMap(\.record)
    }
    let figures = model.records(in: "metrics") + inner
    #expect(figures.count > 100)
    let bare = figures.filter { figure in
      (model.value("source", of: figure).list ?? []).isEmpty
        || model.value("grade", of: figure).isMissing
    }
    #expect(bare.map(\.id) == [])
    #expect(Set(figures.map(\.id)).count == figures.count)
  }
}
