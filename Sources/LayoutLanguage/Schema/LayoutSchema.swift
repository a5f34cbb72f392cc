package import Languages
package import SourceFiles

/// The JSON Schema of layout files, made from the same definitions that reading uses.
package enum LayoutSchema {
  /// The schema (draft 2020-12) for a workspace with these languages.
  package static func json(languages: [LanguageTag]) -> JSONValue {
    let kinds = BlockKind.allCases.compactMap { BlockDefinitions.all[$0] }
    var definitions = sharedDefinitions(languages)
    for definition in kinds {
      definitions.append(JSONValue.Member("block-\(definition.kind.rawValue)", block(definition)))
    }
    let blocks = kinds.map { reference("block-\($0.kind.rawValue)") }
    definitions.append(JSONValue.Member("block", .object(["oneOf": .array(blocks)])))
    return .object([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Umbruch layout",
      "type": "object",
      "additionalProperties": false,
      "required": .array(LayoutReader.required.map(JSONValue.string)),
      "properties": .object(topLevel),
      "$defs": .object(definitions),
    ])
  }

  // MARK: Forms

  static func reference(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/$defs/\(name)")])
  }

  static func simple(_ type: String) -> JSONValue { .object(["type": .string(type)]) }

  static func integer(_ range: ClosedRange<Int>) -> JSONValue {
    .object([
      "type": "integer", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ])
  }

  static func number(_ range: ClosedRange<Int>) -> JSONValue {
    .object([
      "type": "number", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ])
  }

  static func choice(_ words: [String]) -> JSONValue {
    .object(["enum": .array(words.map(JSONValue.string))])
  }

  static func list(of item: JSONValue) -> JSONValue {
    .object(["type": "array", "items": item])
  }

  static func either(_ forms: JSONValue...) -> JSONValue { .object(["anyOf": .array(forms)]) }

  /// Keys and values where the layout chooses the keys.
  static func named(_ value: JSONValue) -> JSONValue {
    .object(["type": "object", "additionalProperties": value])
  }

  /// Keys and values where all keys are known.
  static func closed(_ properties: [JSONValue.Member], required: [String] = []) -> JSONValue {
    .object([
      "type": "object", "properties": .object(properties),
      "required": .array(required.map(JSONValue.string)), "additionalProperties": false,
    ])
  }

  /// A form with what it is for, unless it says that itself.
  static func described(_ form: JSONValue, _ text: String) -> JSONValue {
    guard case .object(var members) = form, !text.isEmpty,
      !members.contains(where: { $0.name == "description" })
    else { return form }
    members.append(JSONValue.Member("description", .string(text)))
    return .object(members)
  }

  // MARK: Blocks

  private static func block(_ definition: BlockDefinition) -> JSONValue {
    let name = definition.kind.rawValue
    var properties = [
      JSONValue.Member(
        name, described(form(of: definition.primary.type), definition.primary.documentation))
    ]
    for parameter in definition.accepted {
      properties.append(
        JSONValue.Member(
          parameter.name, described(form(of: parameter.type), parameter.documentation)))
    }
    let required = [name] + definition.parameters.filter(\.isRequired).map(\.name)
    return described(closed(properties, required: required), definition.documentation)
  }

  /// What may be written for an argument.
  private static func form(of type: ParameterType) -> JSONValue {
    switch type {
    case .template, .runningText, .markedText: reference("text")
    case .tableCells: list(of: either(reference("text"), reference("table-cell")))
    case .list, .value, .condition: reference("expression")
    case .length: reference("length")
    case .edges: either(reference("length"), list(of: reference("length")))
    case .integer(let range): integer(range)
    case .flag: simple("boolean")
    case .choice(let choices): choice(choices)
    case .color: reference("color")
    case .style, .component: simple("string")
    case .name: reference("name")
    case .styles: list(of: simple("string"))
    case .content: reference("content")
    case .sortKeys: either(simple("string"), list(of: simple("string")))
    case .bindings: named(reference("text"))
    case .tableColumns: list(of: reference("column"))
    case .nothing: simple("null")
    }
  }
}
