import DataBinding
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SourceFiles
import Testing

/// The repository's own layouts, checked and bound as the program does it.
@Suite struct ShippedLayoutTests {
  private static func root(_ folder: String) throws -> Workspace {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return try Workspace(root: "/" + parts.joined(separator: "/") + "/" + folder)
  }

  private static func layout(
    _ name: String, in workspace: Workspace
  ) throws -> Diagnosed<LayoutTemplate> {
    let file = "Layouts/\(name).yaml"
    let node = YAMLReader.read(try workspace.read(file), file: file)
    return LayoutReader.read(
      try #require(node.output), name: name, languages: LanguageCatalogue.builtIn.primaryTags
    ) { theme, _ in
      let file = "Layouts/themes/\(theme).yaml"
      guard let bytes = try? workspace.read(file) else { return Diagnosed(nil) }
      return YAMLReader.read(bytes, file: file)
    }
  }

  @Test(arguments: [
    (".", "brochure"), (".", "brochure-parallel"), (".", "fact-sheet"), (".", "infographic"),
    ("Assets/starter", "leaflet"),
  ])
  func bindsWithoutProblems(folder: String, name: String) throws {
    let workspace = try Self.root(folder)
    let model = try #require(ModelReader.read(workspace).output)
    let read = try Self.layout(name, in: workspace)
    #expect(read.diagnostics.map(\.rendered) == [])
    let layout = try #require(read.output)
    #expect(LayoutChecker.check(layout, schema: model.schema, model: model).map(\.rendered) == [])
    let binder = PublicationBinder(
      layout: layout, model: model,
      languages: LanguageCatalogue.builtIn.adding(units: model.units.forms))
    let plans = binder.plans()
    #expect(plans.diagnostics.map(\.rendered) == [])
    #expect(plans.output?.isEmpty == false)
    for plan in plans.output ?? [] {
      let order = layout.languages.order
      for languages in order.isEmpty ? model.languages.map({ [$0] }) : [order] {
        let bound = binder.bind(plan, languages: languages)
        #expect(bound.diagnostics.map(\.rendered) == [])
        #expect(bound.output?.sections.isEmpty == false)
      }
    }
  }
}
