import Design
import Diagnostics
import Testing

@testable import HarfBuzzShaping

/// Matching by family, slope, width and weight, without any font file.
@Suite struct FontCatalogueTests {
  private func face(
    _ file: String, _ families: [String] = ["Rott"], weight: Int = 400, italic: Bool = false,
    width: Int = 100
  ) -> CataloguedFace {
    CataloguedFace(
      file: file, index: 0, families: families, weight: weight, italic: italic, width: width,
      postScriptName: file)
  }

  private func weight(_ wanted: Int, of weights: [Int]) throws -> Int {
    let catalogue = FontCatalogue(tiers: [weights.map { face("\($0)", weight: $0) }])
    return catalogue.faces[
      try catalogue.place(of: FontDescriptor(family: "Rott", weight: wanted))
    ].weight
  }

  @Test(arguments: [
    // Expected values follow the steps of CSS Fonts 4, 5.2.4.
    (400, [100, 300, 500, 700], 500), (450, [400, 500, 700], 500), (500, [400, 600], 400),
    (400, [300, 600], 300), (400, [600, 900], 600), (300, [100, 400], 100), (300, [400, 700], 400),
    (600, [500, 700, 900], 700), (900, [400, 700], 700), (700, [700, 701], 700),
  ])
  func `the nearest weight is that of CSS`(wanted: Int, there: [Int], expected: Int) throws {
    #expect(try weight(wanted, of: there) == expected)
    #expect(try weight(wanted, of: there.reversed()) == expected)
  }

  @Test func `an earlier folder wins over the system, even with a farther weight`() throws {
    let catalogue = FontCatalogue(tiers: [[face("/own", weight: 300)], [face("/system")]])
    let place = try catalogue.place(of: FontDescriptor(family: "Rott"))
    #expect(catalogue.faces[place].file == "/own")
  }

  @Test func `of equal faces the first path in bytes is taken, whatever the listing's order`()
    throws
  {
    let files = ["/b", "/Z", "/a", "/ä"].map { face($0) }
    for order in [files, files.reversed()] {
      let catalogue = FontCatalogue(tiers: [order])
      let place = try catalogue.place(of: FontDescriptor(family: "Rott"))
      #expect(catalogue.faces[place].file == "/Z")
    }
  }

  @Test func `the normal width comes before the right weight`() throws {
    let catalogue = FontCatalogue(tiers: [
      [face("/narrow", weight: 700, width: 75), face("/normal", weight: 400)]
    ])
    let place = try catalogue.place(of: FontDescriptor(family: "Rott", weight: 700))
    #expect(catalogue.faces[place].file == "/normal")
  }

  @Test func `any name of the family finds it`() throws {
    let catalogue = FontCatalogue(tiers: [[face("/a", ["Rott", "Rott Halbfett"])]])
    #expect(try catalogue.place(of: FontDescriptor(family: "Rott Halbfett")) == 0)
  }

  @Test func `an italic is not made of an upright face`() {
    let catalogue = FontCatalogue(tiers: [[face("/a")]])
    let error = #expect(throws: Diagnostic.self) {
      try catalogue.place(of: FontDescriptor(family: "Rott", italic: true))
    }
    #expect(error?.identifier == "font.missing-slope")
    #expect(error?.message.contains("no italic face") == true)
  }

  @Test func `a missing family is an error with weight, near name and package`() {
    let catalogue = FontCatalogue(tiers: [[face("/a", ["Vollkorn"])]])
    let error = #expect(throws: Diagnostic.self) {
      try catalogue.place(of: FontDescriptor(family: "Volkorn", weight: 600))
    }
    #expect(error?.identifier == "font.missing-family")
    #expect(error?.message.contains("“Volkorn” (weight 600)") == true)
    #expect(error?.hints.first == "did you mean “Vollkorn”?")
    #expect(error?.hints.last?.contains("apt-cache search fonts-volkorn") == true)
  }

  @Test func `a family that is only there as a variable font says so`() {
    let catalogue = FontCatalogue(tiers: [], unusableFamilies: ["Wogend": "a variable font"])
    let error = #expect(throws: Diagnostic.self) {
      try catalogue.place(of: FontDescriptor(family: "Wogend"))
    }
    #expect(error?.identifier == "font.unusable-family")
  }

  @Test func `no configuration of the locale changes the system's list`() throws {
    let first = FontCatalogue.read(folders: [])
    let second = FontCatalogue.read(folders: [])
    #expect(first.diagnostics.isEmpty)
    let faces = try #require(first.output?.faces)
    #expect(!faces.isEmpty)
    #expect(faces == second.output?.faces)
  }
}
