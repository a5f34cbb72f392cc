import Diagnostics
import Languages
import SourceFiles

/// Reads the files that a workspace file names, and checks what the records say of each other.
///
/// Files are read one after the other, in the workspace file's order and bytewise by name within a
/// pattern, so that records, problems and the list of files come out the same everywhere. A file that
/// cannot be read leaves its collection incomplete, and nothing is said of what follows from that.
struct ModelLoader {
  /// How many records a collection may have.
  static let recordLimit = 1_000_000

  /// What is to be read.
  let file: WorkspaceFile
  let workspace: Workspace
  /// Decodes all records, and gathers the problems and references of all files.
  var decoder: RecordDecoder
  /// What was read so far, by the name at the model's root.
  private var collections: [String: [Record]] = [:]
  private var singletons: [String: Record] = [:]
  /// The paths of the files that were read, in order.
  private var files: [String] = [ModelReader.file]
  /// The identifiers of each record type, with the place of each.
  private var identifiers: [String: [String: SourceLocation]] = [:]
  /// Record types of which a file could not be read: references to them cannot be judged.
  private var incompleteTypes: Set<String> = []
  /// Whether all files of the entry at hand could be read so far.
  private var isComplete = true

  init(
    file: WorkspaceFile, workspace: Workspace, catalogue: LanguageCatalogue, problems: Problems
  ) {
    self.file = file
    self.workspace = workspace
    decoder = RecordDecoder(
      schema: file.schema, catalogue: catalogue, languages: file.languages, units: file.units,
      workspace: workspace, folder: ModelReader.folder)
    decoder.problems = problems
  }

  /// The model of all files.
  mutating func load() -> WorkspaceModel {
    for entry in file.entries {
      decoder.currentRoot = entry.name
      isComplete = true
      if entry.isSingle { loadSingle(entry) } else { loadCollection(entry) }
      if !isComplete { incompleteTypes.insert(entry.type.name) }
    }
    checkReferences()
    var seen: Set<String> = []
    var model = WorkspaceModel(
      schema: file.schema, languages: file.languages, metadata: file.metadata, units: file.units,
      files: files.filter { seen.insert($0).inserted }, collections: collections,
      singletons: singletons, incompleteTypes: incompleteTypes)
    model.typography = file.typography
    model.genderSigns = file.genderSigns.merging(decoder.genderSigns) { own, _ in own }
    return model
  }

  /// Reads the one record behind a name.
  private mutating func loadSingle(_ entry: WorkspaceFile.Entry) {
    for pattern in entry.patterns.prefix(1) {
      guard let bytes = bytes(of: pattern.path, at: pattern.location) else { continue }
      let path = Self.path(pattern.path)
      guard !Self.isTable(pattern.path) else {
        decoder.tell(
          "model.wrong-type", "a single record is read from YAML, not from a table",
          at: pattern.location)
        continue
      }
      let read = YAMLReader.read(bytes, file: path)
      decoder.problems.add(contentsOf: read.diagnostics)
      guard let node = read.output else {
        isComplete = false
        continue
      }
      singletons[entry.name] = record(node, entry: entry, needsIdentifier: false)
    }
    for pattern in entry.patterns.dropFirst() {
      decoder.tell(
        "model.wrong-type", "“record” wants one file; this is one more", at: pattern.location,
        hints: ["write `records:` for a list"])
    }
  }

  /// Reads the records behind a name; child tables come first, because records take their rows.
  private mutating func loadCollection(_ entry: WorkspaceFile.Entry) {
    var children = ChildRows()
    for table in entry.childTables { children.add(readChildren(table, of: entry)) }
    var records: [Record] = []
    for pattern in entry.patterns {
      for path in paths(pattern) {
        guard let bytes = bytes(of: path, at: pattern.location) else { continue }
        if Self.isTable(path) {
          readTable(bytes, path, of: entry, into: &records, children: &children)
        } else {
          readList(bytes, path, of: entry, into: &records, children: &children)
        }
      }
    }
    for row in children.left where isComplete {
      decoder.tell(
        "model.dangling-reference", "there is no \(entry.type.name) “\(row.parent)”",
        at: row.location,
        hints: decoder.problems.suggestion(for: row.parent, among: records.map(\.id)))
    }
    collections[entry.name] = records
  }

  /// The records of a YAML file: a list, or a single one.
  private mutating func readList(
    _ bytes: [UInt8], _ path: String, of entry: WorkspaceFile.Entry,
    into records: inout [Record], children: inout ChildRows
  ) {
    let read = YAMLReader.read(bytes, file: Self.path(path))
    decoder.problems.add(contentsOf: read.diagnostics)
    guard let root = read.output else {
      isComplete = false
      return
    }
    if let text = root.text {
      decoder.tell(
        "model.wrong-type", "a list of records is wanted, and this is the text “\(text)”",
        at: root.location, hints: ["begin each record with “- id: …”"])
      return
    }
    for node in root.sequence ?? [root] where hasRoom(records.count, at: node.location) {
      records.append(
        record(children.attach(to: node, &decoder), entry: entry, needsIdentifier: true))
    }
  }

  /// The records of a CSV file, one a row.
  private mutating func readTable(
    _ bytes: [UInt8], _ path: String, of entry: WorkspaceFile.Entry,
    into records: inout [Record], children: inout ChildRows
  ) {
    var reader = CSVReader(bytes, file: Self.path(path))
    let soundSoFar = decoder.problems.errorCount
    let columns = CSVColumns(
      reader.header, type: entry.type, isChildTable: false, decoder: &decoder)
    // Rows below a wrong header would only repeat its problems.
    guard decoder.problems.errorCount == soundSoFar, reader.problems.isEmpty else {
      decoder.problems.add(contentsOf: reader.problems)
      isComplete = false
      return
    }
    while let row = reader.next(), hasRoom(records.count, at: row.location) {
      let before = decoder.problems.errorCount
      let node = columns.node(for: row, delimiter: reader.delimiter, decoder: &decoder)
      var record = record(children.attach(to: node, &decoder), entry: entry, needsIdentifier: true)
      if decoder.problems.errorCount > before { record.isSound = false }
      records.append(record)
    }
    if !reader.problems.isEmpty { isComplete = false }
    decoder.problems.add(contentsOf: reader.problems)
  }

  /// Whether a collection may grow; told once, at the first record too many.
  private mutating func hasRoom(_ count: Int, at location: SourceLocation) -> Bool {
    if count == Self.recordLimit {
      decoder.tell(
        "model.too-many-records", "a collection may have \(Self.recordLimit) records",
        at: location)
    }
    return count < Self.recordLimit
  }

  /// The rows of a child table as nodes, each with its parent's identifier.
  private mutating func readChildren(
    _ table: WorkspaceFile.Entry.ChildTable, of entry: WorkspaceFile.Entry
  ) -> ChildRows.Table {
    var rows = ChildRows.Table(field: table.field, location: table.location)
    guard case .list(.record(let name)) = entry.type[table.field]?.type,
      let type = file.schema.type(name), let bytes = bytes(of: table.path, at: table.location)
    else { return rows }
    var reader = CSVReader(bytes, file: Self.path(table.path))
    let soundSoFar = decoder.problems.errorCount
    let columns = CSVColumns(reader.header, type: type, isChildTable: true, decoder: &decoder)
    guard let parent = columns.parentColumn, reader.problems.isEmpty,
      decoder.problems.errorCount == soundSoFar
    else {
      decoder.problems.add(contentsOf: reader.problems)
      if let first = reader.header.first, columns.parentColumn == nil {
        decoder.tell(
          "model.bad-column", "no column “record” says which \(entry.type.name) a row belongs to",
          at: first.location)
      }
      return rows
    }
    while let row = reader.next() {
      rows.add(
        columns.node(for: row, delimiter: reader.delimiter, decoder: &decoder),
        parent: row.fields[parent])
    }
    decoder.problems.add(contentsOf: reader.problems)
    return rows
  }

  /// A record at the model's root; its identifier must be the first of its kind.
  private mutating func record(
    _ node: SourceNode, entry: WorkspaceFile.Entry, needsIdentifier: Bool
  ) -> Record {
    decoder.problems.currentRecord = node["id"]?.text
    defer { decoder.problems.currentRecord = nil }
    let before = decoder.problems.errorCount
    var record = decoder.record(node, as: entry.type, needsIdentifier: needsIdentifier)
    if !record.id.isEmpty {
      let place = record.fieldLocations.first.flatMap { $0 } ?? node.location
      if let other = identifiers[entry.type.name]?[record.id] {
        decoder.tell(
          "model.duplicate-id", "the \(entry.type.name) “\(record.id)” comes twice", at: place,
          hints: ["it stands before in \(other)"])
      } else {
        identifiers[entry.type.name, default: [:]][record.id] = place
      }
    }
    if decoder.problems.errorCount > before { record.isSound = false }
    return record
  }

  /// Every reference must name a record that was read.
  private mutating func checkReferences() {
    // The records are found again in one pass, however many references are wrong.
    var unsound: [String: Set<String>] = [:]
    for reference in decoder.references
    where !incompleteTypes.contains(reference.type)
      && identifiers[reference.type]?[reference.id] == nil
    {
      unsound[reference.root, default: []].insert(reference.record ?? "")
      decoder.problems.currentRecord = reference.record
      let known = identifiers[reference.type] ?? [:]
      decoder.tell(
        "model.dangling-reference",
        "“\(reference.field)” names the \(reference.type) “\(RecordDecoder.short(reference.id))”, which does not exist",
        at: reference.location,
        hints: decoder.problems.suggestion(for: reference.id, among: known.keys))
    }
    decoder.problems.currentRecord = nil
    for (root, ids) in unsound {
      if ids.contains(singletons[root]?.id ?? "") { singletons[root]?.isSound = false }
      for index in (collections[root] ?? []).indices
      where ids.contains(collections[root]?[index].id ?? "") {
        collections[root]?[index].isSound = false
      }
    }
  }

  /// The files of a pattern.
  private mutating func paths(_ pattern: WorkspaceFile.Entry.FilePattern) -> [String] {
    do throws(Diagnostic) {
      let prefix = ModelReader.folder + "/"
      let paths = try workspace.glob(Self.path(pattern.path), at: pattern.location)
      if paths.isEmpty {
        isComplete = false
        decoder.tell(
          "file.missing", "no file matches “\(pattern.path)”", at: pattern.location)
      }
      return paths.map { String($0.dropFirst(prefix.count)) }
    } catch {
      decoder.problems.add(error)
      isComplete = false
      return []
    }
  }

  /// The bytes of a file; what keeps it from being read is told at the path that names it.
  private mutating func bytes(of path: String, at location: SourceLocation) -> [UInt8]? {
    do throws(Diagnostic) {
      guard !path.hasPrefix("/") else {
        _ = try workspace.resolve(path, at: location)
        return nil
      }
      let bytes = try workspace.read(Self.path(path), at: location)
      files.append(Self.path(path))
      return bytes
    } catch {
      decoder.problems.add(error)
      isComplete = false
      return nil
    }
  }

  /// Whether a file is CSV, by its name; everything else is YAML.
  private static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }

  /// A path of the workspace file, relative to the workspace.
  private static func path(_ path: String) -> String { ModelReader.folder + "/" + path }
}
