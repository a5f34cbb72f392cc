import Diagnostics
import Languages
import SourceFiles

/// Reads a workspace's own record types, and the fields that it adds to built-in ones.
///
/// A field is written as the name of its type (`pupils: number`) or as keys:
///
///     head:     { type: record, of: person, required: true }
///     size:     { type: choice, choices: [small, large] }
///     school:   { type: reference, to: school }
///     days:     { type: list, of: date }
///     projects: { type: back-references, of: project, by: school }
///
/// A wrong definition is told and left out, so that the rest of the schema still serves to check
/// records and layouts.
struct SchemaReader {
  /// How many fields a type may have, and how many types a workspace may add.
  static let fieldLimit = 500
  static let typeLimit = 500
  /// The names of field types as files write them; `identifier` is not among them, `id` is implied.
  static let typeNames = [
    "text", "localized-text", "name", "markdown", "number", "integer", "boolean", "date",
    "address", "image", "choice", "unit", "record", "list", "reference", "back-references",
  ]

  /// The languages of the workspace, which localised fields have.
  let languages: [LanguageTag]
  /// What was wrong so far.
  var problems = Problems()
  /// The names of types that fields use, to be looked up when all types are known.
  private var uses: [(name: String, location: SourceLocation)] = []
  /// Back references, whose field is looked up when all types are known.
  private var backReferences: [(type: String, field: String, location: SourceLocation)] = []

  init(languages: [LanguageTag]) { self.languages = languages }

  /// The built-in schema with what the workspace adds.
  mutating func read(types: SourceNode?, fields: SourceNode?) -> ModelSchema {
    var schema = ModelSchema.builtIn
    var owners: [(name: String, location: SourceLocation)] = []
    for entry in entries(types, called: "types").prefix(Self.typeLimit) {
      guard ModelName.isValid(entry.name) else {
        badName(entry)
        continue
      }
      guard schema.type(entry.name) == nil else {
        problems.add(
          Diagnostic(
            "model.duplicate-type", "the record type “\(entry.name)” is built in",
            at: entry.key.location, hints: ["add fields to it under `fields:`, or rename yours"]))
        continue
      }
      guard
        let keys = KeyedNode(
          entry.value, called: "the type “\(entry.name)”", allowed: ["fields", "description"],
          required: ["fields"], problems: &problems)
      else { continue }
      var type = RecordType(
        entry.name, keys.text("description", problems: &problems) ?? "", fields: [])
      add(keys["fields"], to: &type)
      schema.set(type)
      owners.append((entry.name, entry.key.location))
    }
    for entry in entries(fields, called: "fields") {
      guard var type = schema.type(entry.name) else {
        problems.add(
          Diagnostic(
            "model.unknown-type", "there is no record type “\(entry.name)”",
            at: entry.key.location,
            hints: Suggestion.hint(for: entry.name, among: schema.types.map(\.name))))
        continue
      }
      add(entry.value, to: &type)
      schema.set(type)
      owners.append((entry.name, entry.key.location))
    }
    check(schema, owners: owners)
    return schema
  }

  /// The entries of a section of the workspace file; none where it is left out or wrong.
  private mutating func entries(_ node: SourceNode?, called name: String) -> [SourceNode.Entry] {
    guard let node else { return [] }
    guard let entries = node.mapping else {
      problems.add(
        Diagnostic(
          "model.wrong-type",
          "“\(name)” wants keys and values, and this is \(node.shapeInWords)", at: node.location))
      return []
    }
    return entries
  }

  /// Names become keys of files and steps of paths in layouts: a point or a space would break them.
  private mutating func badName(_ entry: SourceNode.Entry) {
    problems.add(
      Diagnostic(
        "model.bad-name", "“\(RecordDecoder.short(entry.name))” cannot be a name",
        at: entry.key.location,
        hints: ["begin with a small letter; use small letters, digits, “_” and “-”"]))
  }

  /// Adds the fields of a section to a type; a built-in field is never replaced.
  private mutating func add(_ node: SourceNode?, to type: inout RecordType) {
    for entry in entries(node, called: "fields") {
      guard ModelName.isValid(entry.name), type.fields.count < Self.fieldLimit else {
        badName(entry)
        continue
      }
      guard let field = definition(entry) else { continue }
      guard type.add(field) else {
        problems.add(
          Diagnostic(
            "model.duplicate-field", "a \(type.name) already has a field “\(entry.name)”",
            at: entry.key.location, hints: ["choose another name"]))
        continue
      }
    }
  }

  /// A field: the name of its type, or keys.
  private mutating func definition(_ entry: SourceNode.Entry) -> FieldDefinition? {
    if entry.value.text != nil {
      return fieldType(entry.value, depth: 0).map { FieldDefinition(entry.name, $0, "") }
    }
    guard
      let keys = KeyedNode(
        entry.value, called: "the field “\(entry.name)”",
        allowed: ["type", "required", "description", "of", "to", "by", "choices"],
        required: ["type"], problems: &problems)
    else { return nil }
    var isRequired = false
    if let node = keys["required"] {
      isRequired = node.text == "true"
      if node.text != "true", node.text != "false" {
        problems.add(
          Diagnostic(
            "model.wrong-type", "“required” wants true or false, and this is \(node.shapeInWords)",
            at: node.location))
      }
    }
    return fieldType(entry.value, depth: 0).map {
      FieldDefinition(
        entry.name, $0, isRequired: isRequired,
        keys.text("description", problems: &problems) ?? "")
    }
  }

  /// A type: a name such as `number`, or keys such as `{ type: list, of: … }`.
  private mutating func fieldType(_ node: SourceNode, depth: Int) -> FieldType? {
    let name = node.text ?? node["type"]?.text ?? ""
    let place = node.text == nil ? node["type"]?.location ?? node.location : node.location
    switch name {
    case "text": return .text
    case "localized-text": return .localizedText
    case "name": return .name
    case "markdown": return .markdown
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .boolean
    case "date": return .date
    case "address": return .address
    case "image": return .image
    case "unit": return .unit
    case "choice":
      let words = node["choices"]?.sequence?.compactMap(\.text) ?? []
      if !words.isEmpty { return .choice(words) }
      return lacks("choices", "a choice", "choices: [small, large]", at: place)
    case "record":
      return typeName(node["of"], "of", "a record", at: place).map { .record($0) }
    case "reference":
      return typeName(node["to"], "to", "a reference", at: place).map { .reference($0) }
    case "list":
      guard let item = node["of"], depth < 4 else {
        return lacks("of", "a list", "of: text", at: place)
      }
      return fieldType(item, depth: depth + 1).map { .list($0) }
    case "back-references":
      guard let type = typeName(node["of"], "of", "back references", at: place) else { return nil }
      guard let field = node["by"]?.text else {
        return lacks("by", "back references", "by: programme", at: place)
      }
      backReferences.append((type, field, place))
      return .backReferences(type: type, field: field)
    default:
      problems.add(
        Diagnostic(
          "model.unknown-type", "there is no field type “\(RecordDecoder.short(name))”",
          at: place, hints: Suggestion.hint(for: name, among: Self.typeNames)))
      return nil
    }
  }

  /// The name of a record type under a key; whether it exists is checked at the end, because types
  /// may name each other in any order.
  private mutating func typeName(
    _ node: SourceNode?, _ key: String, _ what: String, at place: SourceLocation
  ) -> String? {
    guard let node, let name = node.text else {
      _ = lacks(key, what, "\(key): project", at: place)
      return nil
    }
    uses.append((name, node.location))
    return name
  }

  /// Tells of a key that a field type cannot do without.
  private mutating func lacks(
    _ key: String, _ what: String, _ example: String, at place: SourceLocation
  ) -> FieldType? {
    problems.add(
      Diagnostic(
        "model.missing-key", "\(what) needs the key “\(key)”", at: place,
        hints: ["for example `\(example)`"]))
    return nil
  }

  /// What can be checked only when all types are known.
  private mutating func check(
    _ schema: ModelSchema, owners: [(name: String, location: SourceLocation)]
  ) {
    for use in uses where schema.type(use.name) == nil {
      problems.add(
        Diagnostic(
          "model.unknown-type", "there is no record type “\(use.name)”", at: use.location,
          hints: Suggestion.hint(for: use.name, among: schema.types.map(\.name))))
    }
    for use in backReferences {
      guard let type = schema.type(use.type) else { continue }
      let references = type.fields.filter { $0.type.holdsReferences }.map(\.name)
      guard !references.contains(use.field) else { continue }
      problems.add(
        Diagnostic(
          "model.unknown-field", "a \(use.type) has no reference “\(use.field)”",
          at: use.location, hints: Suggestion.hint(for: use.field, among: references)))
    }
    for owner in owners {
      guard let cycle = schema.requiredCycle(from: owner.name) else { continue }
      problems.add(
        Diagnostic(
          "model.endless-record",
          "no \(owner.name) could ever be complete: each needs \(cycle.joined(separator: ", which needs "))",
          at: owner.location, hints: ["make one of these fields not required"]))
    }
  }
}

extension ModelSchema {
  /// The types through which a type requires a record of itself inside it, if it does.
  func requiredCycle(from start: String) -> [String]? {
    var visited: Set<String> = []
    func search(_ name: String) -> [String]? {
      guard let type = type(name), visited.insert(name).inserted else { return nil }
      for field in type.fields where field.isRequired {
        guard case .record(let inner) = field.type else { continue }
        if inner == start { return ["a \(inner)"] }
        if let rest = search(inner) { return ["a \(inner)"] + rest }
      }
      return nil
    }
    return search(start)
  }
}
