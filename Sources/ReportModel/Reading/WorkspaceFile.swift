import Diagnostics
import Languages
import SourceFiles

/// What a workspace file says: languages, metadata, schema, and which files hold which records.
struct WorkspaceFile {
  /// The records behind one name at the model's root.
  struct Entry {
    /// Files of a child table: the records of a list field, each naming its parent.
    struct ChildTable {
      var field: String
      var path: String
      var location: SourceLocation
    }

    /// A path or pattern of files, relative to the model's folder.
    struct FilePattern {
      var path: String
      var location: SourceLocation
    }

    /// The name at the model's root, such as `projects`.
    var name: String
    var type: RecordType
    /// Whether there is one record, or a list.
    var isSingle: Bool
    var patterns: [FilePattern] = []
    var childTables: [ChildTable] = []
  }

  var languages: [LanguageTag] = []
  var metadata: PublicationMetadata
  var units = UnitTable()
  /// What is done to typed text, and which gender sign the house has chosen.
  var typography = TypographyChoice()
  /// Where each gender sign comes first in the file's own texts.
  var genderSigns: [GenderSign: SourceLocation] = [:]
  /// The built-in record types with the workspace's own.
  var schema: ModelSchema
  var entries: [Entry] = []
}

/// Reads a workspace file.
///
/// What is wrong with one entry does not keep the others from being read. Only without languages there
/// is no result, because then no text of any record could be checked.
struct WorkspaceFileReader {
  /// The keys of a workspace file, in the order in which messages name them.
  static let keys = [
    "title", "author", "date", "languages", "model", "fields", "types", "units", "typography",
  ]

  /// The languages that the program can set.
  let catalogue: LanguageCatalogue
  let workspace: Workspace
  /// The folder that files are named in, relative to the workspace.
  let folder: String
  var problems = Problems()

  /// The file's content; nil if it is no mapping or names no language.
  mutating func read(_ root: SourceNode) -> WorkspaceFile? {
    guard
      let keys = KeyedNode(
        root, called: "a workspace file", allowed: Self.keys,
        required: ["title", "date", "languages", "model"], problems: &problems)
    else { return nil }
    let languages = languages(keys["languages"])
    guard !languages.isEmpty else { return nil }

    var schemaReader = SchemaReader(languages: languages)
    let schema = schemaReader.read(types: keys["types"], fields: keys["fields"])
    problems.add(contentsOf: schemaReader.problems.list)

    // Titles and unit names are read like any record's texts, with the same messages.
    var decoder = RecordDecoder(
      schema: schema, catalogue: catalogue, languages: languages, units: UnitTable(),
      workspace: workspace, folder: folder)
    let units = units(keys["units"], decoder: &decoder)
    var title = Localized<String>([:])
    if let node = keys["title"] {
      title = decoder.value(node, as: .name, in: "title").localized ?? title
    }
    // A wrong date has been told; the fixed one only keeps the model complete.
    var date = PartialDate(year: 1970)
    if let node = keys["date"], case .date(let day) = decoder.value(node, as: .date, in: "date") {
      date = day
    }
    problems.add(contentsOf: decoder.problems.list)
    var file = WorkspaceFile(
      languages: languages,
      metadata: PublicationMetadata(
        title: title, author: keys.text("author", problems: &problems) ?? "", date: date),
      units: units, typography: typography(keys["typography"]), schema: schema)
    file.genderSigns = decoder.genderSigns
    if let model = keys["model"] { readEntries(model, into: &file) }
    return file
  }

  /// The languages, of which the program must have the rules.
  private mutating func languages(_ node: SourceNode?) -> [LanguageTag] {
    guard let node else { return [] }
    guard let items = node.sequence, !items.isEmpty else {
      problems.add(
        Diagnostic(
          "model.wrong-type",
          "“languages” wants a list of languages, and this is \(node.shapeInWords)",
          at: node.location, hints: ["for example [de, en]"]))
      return []
    }
    var languages: [LanguageTag] = []
    for item in items {
      guard let tag = item.text.flatMap(LanguageTag.init), catalogue[tag] != nil else {
        problems.add(
          Diagnostic(
            "model.unknown-language", "the program has no rules for \(item.shapeInWords)",
            at: item.location,
            hints: [
              "its languages are \(catalogue.tags.map(\.rawValue).joined(separator: ", "))"
            ]))
        continue
      }
      guard !languages.contains(tag) else {
        problems.add(
          Diagnostic(
            "model.duplicate-language", "the language “\(tag)” comes twice", at: item.location))
        continue
      }
      languages.append(tag)
    }
    return languages
  }

  /// The workspace's own units with their names.
  private mutating func units(
    _ node: SourceNode?, decoder: inout RecordDecoder
  ) -> UnitTable {
    var units = UnitTable()
    guard let node else { return units }
    guard let entries = node.mapping else {
      problems.add(
        Diagnostic(
          "model.wrong-type",
          "“units” wants a name for each unit, and this is \(node.shapeInWords)",
          at: node.location))
      return units
    }
    for entry in entries {
      let names = decoder.value(entry.value, as: .name, in: entry.name)
      if let names = names.localized { units.add(entry.name, names: names) }
    }
    return units
  }

  /// The names at the model's root, and their files.
  private mutating func readEntries(_ node: SourceNode, into file: inout WorkspaceFile) {
    guard let entries = node.mapping else {
      problems.add(
        Diagnostic(
          "model.wrong-type",
          "“model” wants the names of records, and this is \(node.shapeInWords)",
          at: node.location,
          hints: ["for example `projects: { type: project, records: model/projects.yaml }`"]))
      return
    }
    for entry in entries {
      guard ModelName.isValid(entry.name) else {
        problems.add(
          Diagnostic(
            "model.bad-name", "“\(entry.name)” cannot name records", at: entry.key.location,
            hints: ["begin with a small letter; use small letters, digits, “_” and “-”"]))
        continue
      }
      guard let read = self.entry(entry, schema: file.schema) else { continue }
      file.entries.append(read)
      if read.isSingle {
        file.schema.addSingleton(read.name, type: read.type.name)
      } else {
        file.schema.addCollection(read.name, type: read.type.name)
      }
    }
  }

  /// One name at the model's root; nil if it cannot be understood.
  private mutating func entry(
    _ entry: SourceNode.Entry, schema: ModelSchema
  ) -> WorkspaceFile.Entry? {
    guard
      let keys = KeyedNode(
        entry.value, called: "“\(entry.name)”", allowed: ["type", "record", "records", "lists"],
        required: ["type"], problems: &problems),
      let typeName = keys.text("type", problems: &problems), let place = keys["type"]?.location
    else { return nil }
    guard let type = schema.type(typeName) else {
      problems.add(
        Diagnostic(
          "model.unknown-type", "there is no record type “\(typeName)”", at: place,
          hints: Suggestion.hint(for: typeName, among: schema.types.map(\.name))))
      return nil
    }
    let isSingle = keys["record"] != nil
    var result = WorkspaceFile.Entry(name: entry.name, type: type, isSingle: isSingle)
    guard let files = keys["records"] ?? keys["record"], isSingle != (keys["records"] != nil) else {
      problems.add(
        Diagnostic(
          "model.missing-key",
          "“\(entry.name)” needs either “record”, for one, or “records”, for a list",
          at: entry.value.location, hints: ["for example `records: model/\(entry.name).yaml`"]))
      return nil
    }
    for node in files.sequence ?? [files] {
      guard let path = node.text, !node.isNull else {
        problems.add(
          Diagnostic(
            "model.wrong-type", "the name of a file is wanted, and this is \(node.shapeInWords)",
            at: node.location))
        continue
      }
      result.patterns.append(.init(path: path, location: node.location))
    }
    if let lists = keys["lists"] { readChildTables(lists, into: &result) }
    return result
  }

  /// The tables that fill lists of records, as in `lists: { metrics: model/metrics.csv }`.
  private mutating func readChildTables(
    _ node: SourceNode, into entry: inout WorkspaceFile.Entry
  ) {
    for list in node.mapping ?? [] {
      guard case .list(.record) = entry.type[list.name]?.type, let path = list.value.text else {
        let fields = entry.type.fields.filter {
          if case .list(.record) = $0.type { true } else { false }
        }
        problems.add(
          Diagnostic(
            "model.unknown-key", "a \(entry.type.name) has no list of records “\(list.name)”",
            at: list.key.location,
            hints: Suggestion.hint(for: list.name, among: fields.map(\.name))))
        continue
      }
      entry.childTables.append(
        .init(field: list.name, path: path, location: list.value.location))
    }
    if node.mapping == nil {
      problems.add(
        Diagnostic(
          "model.wrong-type",
          "“lists” wants a file for each list, and this is \(node.shapeInWords)",
          at: node.location, hints: ["for example { metrics: model/project-metrics.csv }"]))
    }
  }
}
