import Diagnostics
import Languages
import ReportModel
import SourceFiles
import TemporaryFolders
import Testing

/// Writes records as CSV columns, for the proof that tables say the same as YAML.
private struct Flattener {
  var rows: [[String: String]] = []
  /// Lists of records by field, each row with its parent.
  var children: [String: [[String: String]]] = [:]

  mutating func add(_ record: Record, schema: ModelSchema) {
    var row: [String: String] = [:]
    put(record, "", schema, into: &row, parent: record.id)
    rows.append(row)
  }

  private mutating func put(
    _ record: Record, _ prefix: String, _ schema: ModelSchema, into row: inout [String: String],
    parent: String?
  ) {
    for (field, value) in zip(schema.type(record.type)?.fields ?? [], record.values) {
      put(value, prefix + field.name, schema, into: &row, parent: parent)
    }
  }

  private mutating func put(
    _ value: ModelValue, _ path: String, _ schema: ModelSchema, into row: inout [String: String],
    parent: String?
  ) {
    switch value {
    case .missing, .image: break
    case .text(let text): row[path] = text
    case .number(let number): row[path] = number.plain
    case .boolean(let flag): row[path] = flag ? "true" : "false"
    case .date(let date): row[path] = date.iso
    case .reference(_, let id): row[path] = id
    case .localized(let texts):
      for language in texts.languages { row["\(path).\(language)"] = texts[language] }
    case .record(let record): put(record, path + ".", schema, into: &row, parent: nil)
    case .list(let items):
      let records = items.compactMap(\.record)
      guard !records.isEmpty else {
        row[path] = items.compactMap { item in
          if case .reference(_, let id) = item { id } else { nil }
        }.joined(separator: "|")
        return
      }
      for (index, record) in records.enumerated() {
        // Links show the columns with numbers; the other lists become tables of their own.
        if path == "links" || parent == nil {
          put(record, "\(path)[\(index + 1)].", schema, into: &row, parent: nil)
        } else {
          var child = ["record": parent ?? ""]
          put(record, "", schema, into: &child, parent: nil)
          children[path, default: []].append(child)
        }
      }
    }
  }

  static func csv(_ rows: [[String: String]], delimiter: String) -> String {
    let columns = Set(rows.flatMap(\.keys)).sorted()
    func quoted(_ text: String) -> String {
      text.contains { "\"\n,;".contains($0) }
        ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    return ([columns] + rows.map { row in columns.map { row[$0] ?? "" } })
      .map { $0.map(quoted).joined(separator: delimiter) + "\r\n" }.joined()
  }
}

@Suite struct CSVRoundTripTests {
  /// All Dortmund projects, once as YAML and once as tables, make the same model.
  @Test func theDortmundProjectsAsTables() throws {
    let repository = try repository()
    let original = try #require(ModelReader.read(repository).output)
    var flat = Flattener()
    for project in original.records(in: "projects") { flat.add(project, schema: original.schema) }
    #expect(flat.children.keys.sorted() == ["facts", "metrics", "milestones"])

    let folder = try TemporaryFolder()
    for path in original.files where !path.contains("/projects/") {
      try folder.write(String(decoding: try repository.read(path), as: UTF8.self), to: path)
    }
    let description = String(decoding: try repository.read("Assets/workspace.yaml"), as: UTF8.self)
    let lists = flat.children.keys.sorted().map { "\($0): model/project-\($0).csv" }
    let tables =
      "records: model/projects.csv, lists: { \(lists.joined(separator: ", ")) }"
    let changed = description.replacing("records: [model/projects/*.yaml]", with: tables)
    #expect(changed != description)
    try folder.write(changed, to: "Assets/workspace.yaml")
    try folder.write(Flattener.csv(flat.rows, delimiter: ","), to: "Assets/model/projects.csv")
    for (field, rows) in flat.children {
      try folder.write(
        Flattener.csv(rows, delimiter: ","), to: "Assets/model/project-\(field).csv")
    }
    let read = ModelReader.read(try Workspace(root: folder.path))
    #expect(read.diagnostics.map(\.rendered) == [])
    let model = try #require(read.output)
    #expect(model.records(in: "projects") == original.records(in: "projects"))
    #expect(model.files.contains("Assets/model/project-facts.csv"))
  }

  @Test func germanSpreadsheets() throws {
    let read = try ModelFixture(
      projects: "id;number;name.de;name.en;place.name.de;place.name.en;place.latitude\r\n"
        + "a;1;A;A;Hörde;Hörde;51,49\r\nb;2;B;B;;;\r\nc;3;C;C;X;X;51.493\r\n", in: "p.csv")
    #expect(read.problems == ["p.csv:4:13 model.ambiguous-number"])
    let model = try #require(read.model)
    #expect(model["projects.a.place.latitude"]?.number == DecimalNumber("51.49"))
    #expect(model["projects.b.place"]?.isMissing == true)
    #expect(model.records(in: "projects").map(\.isSound) == [true, true, false])
  }

  @Test(arguments: [
    ("id,nam.de", "p.csv:1:4 model.bad-column", "did you mean “name”?"),
    ("id,name", "p.csv:1:4 model.bad-column", "name them name.de, name.en"),
    ("id,name.fr", "p.csv:1:4 model.bad-column", "its languages are de, en"),
    (
      "id,links", "p.csv:1:4 model.bad-column",
      "name columns such as links[1].…, or give the list a file under `lists:`"
    ),
    (
      "id,links[0].url", "p.csv:1:4 model.bad-column",
      "write name.de, place.latitude or links[1].url"
    ),
    ("id,place.nowhere", "p.csv:1:4 model.bad-column", "known here: "),
    ("id,number.x", "p.csv:1:4 model.bad-column", ""),
  ])
  func wrongColumns(header: String, expected: String, hint: String) throws {
    let read = try ModelFixture(projects: header + "\n", in: "p.csv")
    #expect(read.problems == [expected])
    #expect(hint.isEmpty || read.diagnostics.first?.hints.first?.hasPrefix(hint) == true)
  }

  @Test func rowsOfChildTables() throws {
    let head = ModelFixture.head
    let read = try ModelFixture([
      "workspace.yaml": head
        + "  projects: { type: project, records: p.yaml, lists: { metrics: m.csv } }\n",
      "p.yaml":
        "- { id: a, name: { de: A, en: A } }\n- { id: b, name: { de: B, en: B }, metrics: [] }\n",
      "m.csv": "record,id,label.de,label.en,value\na,x,X,X,1\nb,y,Y,Y,2\naa,z,Z,Z,3\na,w,W,W,4\n",
    ])
    #expect(
      read.problems == ["p.yaml:2:36 model.two-lists", "m.csv:4:1 model.dangling-reference"])
    #expect(read.diagnostics.last?.hints == ["did you mean “a”?"])
    let list = read.model?["projects.a.metrics"]?.list
    #expect(list?.compactMap(\.record?.id) == ["x", "w"])
  }
}
