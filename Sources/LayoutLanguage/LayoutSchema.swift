package import Languages
package import SourceFiles

/// The JSON Schema of layout files, made from the same definitions that reading uses.
package enum LayoutSchema {
  /// The schema (draft 2020-12) for a workspace with these languages.
  package static func json(languages: [LanguageTag]) -> JSONValue {
    var definitions: [(String, JSONValue)] = [
      ("text", text(languages)),
      ("length", string(pattern: #"^-?[0-9.]+ ?(mm|cm|pt|px|lines?)$|^0$"#, "A distance.")),
      ("color", string(pattern: nil, "A palette entry with an optional tint: teal 30%.")),
      ("expression", string(pattern: nil, "A path, comparison or call.")),
      (
        "content",
        .object([
          ("type", .string("array")),
          ("items", .object([("$ref", .string("#/$defs/block"))])),
        ])
      ),
    ]
    let kinds = BlockKind.allCases.compactMap { BlockDefinitions.all[$0] }
    for definition in kinds {
      definitions.append(("block-\(definition.kind.rawValue)", block(definition)))
    }
    let references = kinds.map { definition in
      JSONValue.object([("$ref", .string("#/$defs/block-\(definition.kind.rawValue)"))])
    }
    definitions.append(("block", .object([("oneOf", .array(references))])))
    definitions.append(("frame", frame))
    definitions.append(("section", section))
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Umbruch layout")),
      ("type", .string("object")),
      ("additionalProperties", .boolean(false)),
      ("required", .array(["layout", "theme", "title", "output", "page", "pages"].map(JSONValue.string))),
      ("properties", .object(topLevel)),
      ("$defs", .object(definitions)),
    ])
  }

  private static func reference(_ name: String) -> JSONValue {
    .object([("$ref", .string("#/$defs/\(name)"))])
  }

  private static func string(pattern: String?, _ description: String) -> JSONValue {
    var fields: [(String, JSONValue)] = [("type", .array([.string("string"), .string("number")]))]
    if let pattern { fields.append(("pattern", .string(pattern))) }
    fields.append(("description", .string(description)))
    return .object(fields)
  }

  private static func text(_ languages: [LanguageTag]) -> JSONValue {
    let one = JSONValue.object([("type", .array(["string", "number", "boolean"].map(JSONValue.string)))])
    return .object([
      ("description", .string("Text with values in braces, or one text for each language.")),
      (
        "anyOf",
        .array([
          one,
          .object([
            ("type", .string("object")),
            ("properties", .object(languages.map { ($0.rawValue, one) })),
            ("required", .array(languages.map { .string($0.rawValue) })),
            ("additionalProperties", .boolean(false)),
          ]),
        ])
      ),
    ])
  }

  private static func block(_ definition: BlockDefinition) -> JSONValue {
    let name = definition.kind.rawValue
    var properties: [(String, JSONValue)] = [(name, value(definition.primary))]
    for parameter in definition.parameters + BlockDefinitions.shared {
      properties.append((parameter.name, value(parameter)))
    }
    let required = [name] + definition.parameters.filter(\.isRequired).map(\.name)
    return .object([
      ("description", .string(definition.documentation)),
      ("type", .string("object")),
      ("properties", .object(properties)),
      ("required", .array(required.map(JSONValue.string))),
      ("additionalProperties", .boolean(false)),
    ])
  }

  private static func value(_ parameter: ParameterDefinition) -> JSONValue {
    guard case .object(var fields) = type(parameter.type) else { return type(parameter.type) }
    if !parameter.documentation.isEmpty, !fields.contains(where: { $0.0 == "description" }) {
      fields.append(("description", .string(parameter.documentation)))
    }
    return .object(fields)
  }

  private static func type(_ type: ParameterType) -> JSONValue {
    func simple(_ name: String) -> JSONValue { .object([("type", .string(name))]) }
    func list(of item: JSONValue) -> JSONValue {
      .object([("type", .string("array")), ("items", item)])
    }
    switch type {
    case .template: return reference("text")
    case .templates: return list(of: reference("text"))
    case .list, .value, .condition: return reference("expression")
    case .length: return reference("length")
    case .edges:
      return .object([("anyOf", .array([reference("length"), list(of: reference("length"))]))])
    case .number: return simple("number")
    case .integer: return simple("integer")
    case .flag: return simple("boolean")
    case .choice(let choices): return .object([("enum", .array(choices.map(JSONValue.string)))])
    case .color: return reference("color")
    case .style, .name, .component: return simple("string")
    case .styles: return list(of: simple("string"))
    case .content: return reference("content")
    case .sortKeys:
      return .object([("anyOf", .array([simple("string"), list(of: simple("string"))]))])
    case .bindings:
      return .object([
        ("type", .string("object")), ("additionalProperties", reference("text")),
      ])
    case .tableColumns:
      return list(
        of: .object([
          ("type", .string("object")),
          (
            "properties",
            .object([
              ("title", reference("text")), ("width", simple("number")),
              ("align", .object([("enum", .array(["left", "right", "center"].map(JSONValue.string)))])),
            ])
          ),
          ("required", .array([.string("title")])), ("additionalProperties", .boolean(false)),
        ]))
    case .nothing: return simple("null")
    }
  }

  private static func closed(_ properties: [(String, JSONValue)], required: [String]) -> JSONValue {
    .object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("required", .array(required.map(JSONValue.string))),
      ("additionalProperties", .boolean(false)),
    ])
  }

  private static let area: JSONValue = closed(
    [
      ("columns", string(pattern: #"^[0-9]+(-[0-9]+)?$"#, "Columns of the grid, such as 3-12.")),
      ("span", .object([("enum", .array([.string("page"), .string("bleed")]))])),
      ("to-bleed-from", .object([("type", .string("integer"))])),
      ("from-bleed-to", .object([("type", .string("integer"))])),
      ("outer-edge", reference("length")), ("top", reference("length")),
      ("bottom", reference("length")), ("height", reference("length")),
    ], required: [])

  private static let side: JSONValue = .object([
    ("enum", .array(["both", "left", "right"].map(JSONValue.string)))
  ])

  private static let frame: JSONValue = closed(
    [
      ("frame", area),
      ("align", .object([("enum", .array(["top", "middle", "bottom"].map(JSONValue.string)))])),
      ("side", side), ("if", reference("expression")), ("content", reference("content")),
    ], required: ["frame"])

  private static let section: JSONValue = {
    let string = JSONValue.object([("type", .array([.string("string"), .string("null")]))])
    let shared: [(String, JSONValue)] = [
      ("master", string), ("background", reference("color")), ("starts-on", side),
      ("if", reference("expression")),
    ]
    let frames = JSONValue.object([("type", .string("array")), ("items", reference("frame"))])
    let sections = JSONValue.object([("type", .string("array")), ("items", reference("section"))])
    let count = JSONValue.object([("type", .string("integer"))])
    return .object([
      (
        "oneOf",
        .array([
          closed([("page", string), ("frames", frames)] + shared, required: ["page"]),
          closed(
            [("flow", string), ("content", reference("content")), ("page-count", count)] + shared,
            required: ["flow"]),
          closed(
            [
              ("each", reference("expression")), ("as", string), ("where", reference("expression")),
              ("if", reference("expression")), ("pages", sections),
            ], required: ["each", "as"]),
        ])
      )
    ])
  }()

  private static let topLevel: [(String, JSONValue)] = {
    let object = JSONValue.object([("type", .string("object"))])
    let string = JSONValue.object([("type", .string("string"))])
    let integer = JSONValue.object([("type", .string("integer"))])
    let frames = JSONValue.object([("type", .string("array")), ("items", reference("frame"))])
    let margins = closed(
      ["top", "bottom", "inner", "outer"].map { ($0, reference("length")) }, required: [])
    let size = JSONValue.object([
      (
        "anyOf",
        .array([
          .object([("enum", .array(["A3", "A4", "A5", "A6", "letter"].map(JSONValue.string)))]),
          closed(
            [("width", reference("length")), ("height", reference("length"))],
            required: ["width", "height"]),
        ])
      )
    ])
    let page = closed(
      [
        ("size", size), ("bleed", reference("length")), ("margins", margins),
        ("columns", integer), ("gutter", reference("length")), ("baseline", reference("length")),
        ("facing", .object([("type", .string("boolean"))])),
      ], required: ["size"])
    let iteration = closed(
      [("each", type(.sortKeys)), ("as", string), ("where", reference("expression"))],
      required: ["each", "as"])
    let component = closed(
      [
        ("description", string),
        (
          "parameters",
          .object([("type", .string("object")), ("additionalProperties", string)])
        ), ("content", reference("content")),
      ], required: ["content"])
    let master = closed(
      [("background", reference("color")), ("text-area", area), ("frames", frames)], required: [])
    func named(_ value: JSONValue) -> JSONValue {
      .object([("type", .string("object")), ("additionalProperties", value)])
    }
    let formats = JSONValue.object([
      ("type", .string("array")),
      (
        "items",
        .object([("enum", .array(["pdf", "svg", "png", "md", "csv"].map(JSONValue.string)))])
      ),
    ])
    return [
      ("layout", string), ("description", string), ("theme", string), ("title", reference("text")),
      ("subject", reference("text")), ("for", iteration), ("output", reference("text")),
      ("formats", formats), ("png-width", integer), ("page", page), ("page-multiple", integer),
      ("maximum-pages", integer), ("styles", object), ("labels", object),
      ("components", named(component)), ("masters", named(master)),
      ("pages", .object([("type", .string("array")), ("items", reference("section"))])),
    ]
  }()
}
