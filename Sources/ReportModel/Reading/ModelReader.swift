package import Diagnostics
package import Languages
package import SourceFiles

/// Reads and checks the model of a workspace.
package enum ModelReader {
  /// Where a workspace keeps its model, and the file that says what is in it.
  package static let folder = "Assets"
  package static let file = "Assets/workspace.yaml"

  /// The model, with all that is wrong with it.
  ///
  /// There is a model even where records have problems, so that layouts can be checked against it
  /// and other records set; records that are not sound lack values.
  package static func read(
    _ workspace: Workspace, catalogue: LanguageCatalogue = .builtIn
  ) -> Diagnosed<WorkspaceModel> {
    let description = describe(workspace, catalogue: catalogue)
    guard let file = description.file else {
      return Diagnosed(nil, description.problems.all)
    }
    var loader = ModelLoader(
      file: file, workspace: workspace, catalogue: catalogue, problems: description.problems)
    let model = loader.load()
    return Diagnosed(model, loader.decoder.problems.all)
  }

  /// The record types and names of a workspace, without reading its records.
  package static func schema(
    of workspace: Workspace, catalogue: LanguageCatalogue = .builtIn
  ) -> Diagnosed<(schema: ModelSchema, languages: [LanguageTag], units: UnitTable)> {
    let description = describe(workspace, catalogue: catalogue)
    return Diagnosed(
      description.file.map { ($0.schema, $0.languages, $0.units) }, description.problems.all)
  }

  private static func describe(
    _ workspace: Workspace, catalogue: LanguageCatalogue
  ) -> (file: WorkspaceFile?, problems: Problems) {
    var reader = WorkspaceFileReader(
      catalogue: catalogue, workspace: workspace, folder: folder)
    do throws(Diagnostic) {
      let read = YAMLReader.read(try workspace.read(file), file: file)
      reader.problems.add(contentsOf: read.diagnostics)
      return (read.output.flatMap { reader.read($0) }, reader.problems)
    } catch {
      var problem = error
      if problem.identifier == "file.missing" {
        problem.hints.append("`umbruch init DIR` makes a workspace that has one")
      }
      reader.problems.add(problem)
      return (nil, reader.problems)
    }
  }
}
