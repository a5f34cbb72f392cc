import Diagnostics
import Languages
import LayoutLanguage
import ReportModel
import SourceFiles

/// JSON Schemas for editors.
public enum SchemaText {
  /// What a schema describes.
  public enum Subject: Sendable {
    case layout, model
  }

  /// The schema for a workspace; without a sound workspace, for German and English.
  public static func read(
    _ subject: Subject, workspace: String, executable: String
  ) -> CommandText {
    var diagnostics: [Diagnostic] = []
    var languages = LanguageCatalogue.builtIn.primaryTags
    var schema = ModelSchema.builtIn
    var units = UnitTable()
    do {
      let folder = try Workspace(root: workspace)
      if folder.exists("Assets/workspace.yaml") {
        let read = ModelReader.read(folder)
        diagnostics = read.diagnostics
        if let model = read.output {
          languages = model.languages
          schema = model.schema
          units = model.units
        }
      }
    } catch { diagnostics.append(error) }
    switch subject {
    case .layout:
      return CommandText([JSONWriter.text(LayoutSchema.json(languages: languages))], diagnostics)
    case .model:
      let printer = ModelSchemaPrinter(schema: schema, languages: languages, units: units)
      return CommandText([printer.text()], diagnostics)
    }
  }
}
