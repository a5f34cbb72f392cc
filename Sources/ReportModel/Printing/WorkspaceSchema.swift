import Languages
import SourceFiles

/// The JSON Schema of the workspace file itself.
///
/// It mirrors what `WorkspaceFileReader` and `SchemaReader` accept.
struct WorkspaceSchema {
  /// The names of all record types, for completion.
  let types: [String]

  /// The schema with the definition of a field inside it, because fields may nest.
  func document(_ languages: [LanguageTag]) -> JSONValue {
    let localized = JSONValue.object(["$ref": "#/$defs/_localized-text"])
    let string = JSONValue.object(["type": "string"])
    let typeName = JSONValue.object(["enum": .array(types.map { .string($0) })])
    let entry = closed(
      [
        .init("type", typeName), .init("record", string),
        .init(
          "records",
          .object(["anyOf": [string, .object(["type": "array", "items": string])]])),
        .init("lists", map(of: string)),
      ], required: ["type"])
    let fields = map(of: .object(["$ref": "#/$defs/_workspace/$defs/field"]))
    let type = closed(
      [.init("description", string), .init("fields", fields)], required: ["fields"])
    var members = [
      JSONValue.Member("title", "Workspace file"),
      .init("$defs", .object(["field": field])),
    ]
    if case .object(let body) = closed(
      [
        .init("title", .object(["anyOf": [string, localized]])), .init("author", string),
        .init("date", .object(["$ref": "#/$defs/_date"])),
        .init("languages", .object(["type": "array", "items": string, "minItems": 1])),
        .init("model", map(of: entry)), .init("fields", map(of: fields)),
        .init("types", map(of: type)),
        .init("units", map(of: .object(["anyOf": [string, localized]]))),
        .init("typography", typography),
      ], required: ["title", "date", "languages", "model"])
    {
      members += body
    }
    return .object(members)
  }

  /// What is done to typed text.
  private var typography: JSONValue {
    let switches = TypographySwitches.named.map {
      JSONValue.Member($0.key, .object(["type": "boolean"]))
    }
    let signs = JSONValue.object(["enum": .array(GenderSign.allCases.map { .string($0.rawValue) })])
    return .object([
      "description": "What is done to typed text: off, or kinds of rule that are not applied.",
      "anyOf": [
        .object(["enum": .array((TypographyChoice.words.map { .string($0) }))]),
        .object(["type": "boolean"]),
        closed(switches + [.init("gender-sign", signs)], required: []),
      ],
    ])
  }

  /// A field's type: its name, or keys.
  private var field: JSONValue {
    let string = JSONValue.object(["type": "string"])
    let names = JSONValue.object(["enum": .array(SchemaReader.typeNames.map { .string($0) })])
    let keys = closed(
      [
        .init("type", names), .init("required", .object(["type": "boolean"])),
        .init("description", string),
        .init(
          "of",
          .object(["anyOf": [string, .object(["$ref": "#/$defs/_workspace/$defs/field"])]])),
        .init("to", string), .init("by", string),
        .init("choices", .object(["type": "array", "items": string])),
      ], required: ["type"])
    return .object(["anyOf": [names, keys]])
  }

  /// An object with these keys and no others.
  private func closed(_ properties: [JSONValue.Member], required: [String]) -> JSONValue {
    .object([
      "type": "object", "properties": .object(properties),
      "required": .array(required.map { .string($0) }), "additionalProperties": false,
    ])
  }

  /// An object with any keys, all of whose values are alike.
  private func map(of value: JSONValue) -> JSONValue {
    .object(["type": "object", "additionalProperties": value])
  }
}
