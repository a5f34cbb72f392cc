import Geometry
package import Languages
package import SourceFiles

/// Prints a model's schema as JSON Schema (draft 2020-12), for editors that complete and check.
///
/// It is made from the same definitions that records are checked with. An editor learns from it which
/// keys there are and what they hold; what only the whole model can tell (references, identifiers that
/// come twice) stays with `umbruch check`.
package struct ModelSchemaPrinter {
  private let schema: ModelSchema
  private let languages: [LanguageTag]
  private let units: UnitTable

  package init(schema: ModelSchema, languages: [LanguageTag], units: UnitTable) {
    self.schema = schema
    self.languages = languages
    self.units = units
  }

  /// The JSON text, the same for the same schema.
  package func text() -> String { JSONWriter.text(document) }

  /// The schema: a file is the workspace file, a list of records, or a single one.
  package var document: JSONValue {
    var definitions = schema.types.map { JSONValue.Member($0.name, object(for: $0)) }
    definitions += sharedDefinitions
    var files: [JSONValue] = [reference("_workspace")]
    for type in distinct(schema.singletons) { files.append(reference(type)) }
    for type in distinct(schema.collections) {
      let record = identifiedRecord(type)
      files.append(
        .object([
          "title": .string("Records of the type \(type)"), "type": "array", "items": record,
        ]))
      files.append(record)
    }
    definitions.append(
      JSONValue.Member(
        "_workspace", WorkspaceSchema(types: schema.types.map(\.name)).document(languages)))
    return .object([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Umbruch model files", "anyOf": .array(files), "$defs": .object(definitions),
    ])
  }

  /// The types behind names at the model's root, each once, in order.
  private func distinct(_ roots: [ModelSchema.Root]) -> [String] {
    var seen: Set<String> = []
    return roots.map(\.type).filter { seen.insert($0).inserted }
  }

  /// A record type: its fields and no others; computed fields are never written, so they are left out.
  private func object(for type: RecordType) -> JSONValue {
    let written = type.fields.filter { !$0.type.isComputed }
    var members = [JSONValue.Member("title", .string(type.name))]
    if !type.documentation.isEmpty {
      members.append(.init("description", .string(type.documentation)))
    }
    members.append(.init("type", "object"))
    members.append(
      .init("properties", .object(written.map { .init($0.name, property(for: $0)) })))
    members.append(
      .init("required", .array(written.filter(\.isRequired).map { .string($0.name) })))
    members.append(.init("additionalProperties", false))
    return .object(members)
  }

  /// A field's type with its documentation, which editors show beside the key.
  private func property(for field: FieldDefinition) -> JSONValue {
    var members: [JSONValue.Member] = []
    if !field.documentation.isEmpty {
      members.append(.init("description", .string(field.documentation)))
    }
    guard case .object(let type) = value(of: field.type) else { return .object(members) }
    return .object(members + type)
  }

  /// What a value of a type looks like in YAML, where dates of a year alone are read as integers.
  private func value(of type: FieldType) -> JSONValue {
    switch type {
    case .identifier: reference("_identifier")
    case .text: .object(["type": "string", "maxLength": .integer(RecordDecoder.textLimit)])
    case .localizedText: reference("_localized-text")
    case .name: .object(["anyOf": [.object(["type": "string"]), reference("_localized-text")]])
    case .markdown: reference("_markdown")
    case .number: .object(["type": "number"])
    case .integer: .object(["type": "integer"])
    case .boolean: .object(["type": "boolean"])
    case .date: reference("_date")
    case .address: .object(["type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"])
    case .image: reference("_image")
    case .choice(let words): .object(["enum": .array(words.map { .string($0) })])
    case .unit: .object(["enum": .array(units.identifiers.map { .string($0) })])
    case .record(let name): reference(name)
    case .list(let item):
      .object([
        "type": "array", "items": value(of: item), "maxItems": .integer(RecordDecoder.listLimit),
      ])
    case .reference(let name):
      .object(["type": "string", "description": .string("The identifier of a \(name).")])
    case .backReferences: .object([])
    }
  }

  /// A record of a collection, which must have an identifier.
  private func identifiedRecord(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/$defs/\(name)"), "required": ["id"]])
  }

  /// A pointer to a definition.
  private func reference(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/$defs/\(name)")])
  }

  /// What record types share; no record type can have a name that begins with `_`.
  private var sharedDefinitions: [JSONValue.Member] {
    // Each language of the workspace, and each required: the same rule that the decoder keeps.
    let texts = JSONValue.object(
      languages.textKeys.map { .init($0.rawValue, .object(["type": "string", "minLength": 1])) })
    func localized(_ description: String) -> JSONValue {
      .object([
        "description": .string(description), "type": "object", "properties": texts,
        "required": .array(languages.requiredTextKeys.map { .string($0.rawValue) }),
        "additionalProperties": false,
      ])
    }
    return [
      .init("_identifier", .object(["type": "string", "pattern": "^[a-z0-9-]{1,100}$"])),
      .init("_localized-text", localized("A text in each language.")),
      .init("_markdown", localized("A text in each language, as CommonMark.")),
      .init(
        "_date",
        .object([
          "description": "A date to the day, the month or the year.",
          "anyOf": [
            .object(["type": "integer", "minimum": 1000, "maximum": 9999]),
            .object(["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]),
          ],
        ])),
      .init(
        "_image",
        .object([
          "type": "object",
          "properties": .object([
            "file": .object(["type": "string"]), "alt": reference("_localized-text"),
            "credit": .object(["type": "string"]), "licence": .object(["type": "string"]),
            "decorative": .object(["type": "boolean"]),
            "focus": .object([
              "type": "string", "pattern": .string(FocalPoint.pattern),
              "description": "What a crop keeps in view, from the left and the top: 30% 20%.",
            ]),
          ]),
          "required": ["file"], "additionalProperties": false,
        ])),
    ]
  }
}
