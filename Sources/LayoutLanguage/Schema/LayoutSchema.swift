package import Languages
package import SourceFiles

/// The JSON Schema of layout files, made from the same definitions that reading uses.
package enum LayoutSchema {
  /// The schema (draft 2020-12) for a workspace with these languages.
  package static func json(languages: [LanguageTag]) -> JSONValue {
    var definitions: [JSONValue.Member] = [
      JSONValue.Member("text", text(languages)),
      JSONValue.Member(
        "length", string(pattern: #"^-?[0-9.]+ ?(mm|cm|pt|px|lines?)$|^0$"#, "A distance.")),
      JSONValue.Member(
        "color", string(pattern: nil, "A palette entry with an optional tint: teal 30%.")),
      JSONValue.Member("expression", string(pattern: nil, "A path, comparison or call.")),
      JSONValue.Member(
        "content",
        .object([
          JSONValue.Member("type", .string("array")),
          JSONValue.Member("items", .object([JSONValue.Member("$ref", .string("#/$defs/block"))])),
        ])
      ),
    ]
    let kinds = BlockKind.allCases.compactMap { BlockDefinitions.all[$0] }
    for definition in kinds {
      definitions.append(JSONValue.Member("block-\(definition.kind.rawValue)", block(definition)))
    }
    let references = kinds.map { definition in
      JSONValue.object([
        JSONValue.Member("$ref", .string("#/$defs/block-\(definition.kind.rawValue)"))
      ])
    }
    definitions.append(
      JSONValue.Member("block", .object([JSONValue.Member("oneOf", .array(references))])))
    definitions.append(JSONValue.Member("frame", frame))
    definitions.append(JSONValue.Member("section", section))
    return .object([
      JSONValue.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONValue.Member("title", .string("Umbruch layout")),
      JSONValue.Member("type", .string("object")),
      JSONValue.Member("additionalProperties", .boolean(false)),
      JSONValue.Member(
        "required",
        .array(["layout", "theme", "title", "output", "page", "pages"].map(JSONValue.string))),
      JSONValue.Member("properties", .object(topLevel)),
      JSONValue.Member("$defs", .object(definitions)),
    ])
  }

  private static func reference(_ name: String) -> JSONValue {
    .object([JSONValue.Member("$ref", .string("#/$defs/\(name)"))])
  }

  private static func string(pattern: String?, _ description: String) -> JSONValue {
    var fields: [JSONValue.Member] = [
      JSONValue.Member("type", .array([.string("string"), .string("number")]))
    ]
    if let pattern { fields.append(JSONValue.Member("pattern", .string(pattern))) }
    fields.append(JSONValue.Member("description", .string(description)))
    return .object(fields)
  }

  private static func text(_ languages: [LanguageTag]) -> JSONValue {
    let one = JSONValue.object([
      JSONValue.Member("type", .array(["string", "number", "boolean"].map(JSONValue.string)))
    ])
    return .object([
      JSONValue.Member(
        "description", .string("Text with values in braces, or one text for each language.")),
      JSONValue.Member(
        "anyOf",
        .array([
          one,
          .object([
            JSONValue.Member("type", .string("object")),
            JSONValue.Member(
              "properties", .object(languages.map { JSONValue.Member($0.rawValue, one) })),
            JSONValue.Member("required", .array(languages.map { .string($0.rawValue) })),
            JSONValue.Member("additionalProperties", .boolean(false)),
          ]),
        ])
      ),
    ])
  }

  private static func block(_ definition: BlockDefinition) -> JSONValue {
    let name = definition.kind.rawValue
    var properties: [JSONValue.Member] = [JSONValue.Member(name, value(definition.primary))]
    for parameter in definition.parameters + BlockDefinitions.shared {
      properties.append(JSONValue.Member(parameter.name, value(parameter)))
    }
    let required = [name] + definition.parameters.filter(\.isRequired).map(\.name)
    return .object([
      JSONValue.Member("description", .string(definition.documentation)),
      JSONValue.Member("type", .string("object")),
      JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("required", .array(required.map(JSONValue.string))),
      JSONValue.Member("additionalProperties", .boolean(false)),
    ])
  }

  private static func value(_ parameter: ParameterDefinition) -> JSONValue {
    guard case .object(var fields) = type(parameter.type) else { return type(parameter.type) }
    if !parameter.documentation.isEmpty, !fields.contains(where: { $0.name == "description" }) {
      fields.append(JSONValue.Member("description", .string(parameter.documentation)))
    }
    return .object(fields)
  }

  private static func type(_ type: ParameterType) -> JSONValue {
    func simple(_ name: String) -> JSONValue { .object([JSONValue.Member("type", .string(name))]) }
    func list(of item: JSONValue) -> JSONValue {
      .object([JSONValue.Member("type", .string("array")), JSONValue.Member("items", item)])
    }
    switch type {
    case .template: return reference("text")
    case .templates: return list(of: reference("text"))
    case .list, .value, .condition: return reference("expression")
    case .length: return reference("length")
    case .edges:
      return .object([
        JSONValue.Member("anyOf", .array([reference("length"), list(of: reference("length"))]))
      ])
    case .number: return simple("number")
    case .integer: return simple("integer")
    case .flag: return simple("boolean")
    case .choice(let choices):
      return .object([JSONValue.Member("enum", .array(choices.map(JSONValue.string)))])
    case .color: return reference("color")
    case .style, .name, .component: return simple("string")
    case .styles: return list(of: simple("string"))
    case .content: return reference("content")
    case .sortKeys:
      return .object([
        JSONValue.Member("anyOf", .array([simple("string"), list(of: simple("string"))]))
      ])
    case .bindings:
      return .object([
        JSONValue.Member("type", .string("object")),
        JSONValue.Member("additionalProperties", reference("text")),
      ])
    case .tableColumns:
      return list(
        of: .object([
          JSONValue.Member("type", .string("object")),
          JSONValue.Member(
            "properties",
            .object([
              JSONValue.Member("title", reference("text")),
              JSONValue.Member("width", simple("number")),
              JSONValue.Member(
                "align",
                .object([
                  JSONValue.Member(
                    "enum", .array(["left", "right", "center"].map(JSONValue.string)))
                ])),
            ])
          ),
          JSONValue.Member("required", .array([.string("title")])),
          JSONValue.Member("additionalProperties", .boolean(false)),
        ]))
    case .nothing: return simple("null")
    }
  }

  private static func closed(_ properties: [JSONValue.Member], required: [String]) -> JSONValue {
    .object([
      JSONValue.Member("type", .string("object")),
      JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("required", .array(required.map(JSONValue.string))),
      JSONValue.Member("additionalProperties", .boolean(false)),
    ])
  }

  private static let area: JSONValue = closed(
    [
      JSONValue.Member(
        "columns", string(pattern: #"^[0-9]+(-[0-9]+)?$"#, "Columns of the grid, such as 3-12.")),
      JSONValue.Member(
        "span", .object([JSONValue.Member("enum", .array([.string("page"), .string("bleed")]))])),
      JSONValue.Member("to-bleed-from", .object([JSONValue.Member("type", .string("integer"))])),
      JSONValue.Member("from-bleed-to", .object([JSONValue.Member("type", .string("integer"))])),
      JSONValue.Member("outer-edge", reference("length")),
      JSONValue.Member("top", reference("length")),
      JSONValue.Member("bottom", reference("length")),
      JSONValue.Member("height", reference("length")),
    ], required: [])

  private static let side: JSONValue = .object([
    JSONValue.Member("enum", .array(["both", "left", "right"].map(JSONValue.string)))
  ])

  private static let frame: JSONValue = closed(
    [
      JSONValue.Member("frame", area),
      JSONValue.Member(
        "align",
        .object([
          JSONValue.Member("enum", .array(["top", "middle", "bottom"].map(JSONValue.string)))
        ])),
      JSONValue.Member("side", side), JSONValue.Member("if", reference("expression")),
      JSONValue.Member("content", reference("content")),
    ], required: ["frame"])

  private static let section: JSONValue = {
    let string = JSONValue.object([
      JSONValue.Member("type", .array([.string("string"), .string("null")]))
    ])
    let shared: [JSONValue.Member] = [
      JSONValue.Member("master", string), JSONValue.Member("background", reference("color")),
      JSONValue.Member("starts-on", side),
      JSONValue.Member("if", reference("expression")),
    ]
    let frames = JSONValue.object([
      JSONValue.Member("type", .string("array")), JSONValue.Member("items", reference("frame")),
    ])
    let sections = JSONValue.object([
      JSONValue.Member("type", .string("array")), JSONValue.Member("items", reference("section")),
    ])
    let count = JSONValue.object([JSONValue.Member("type", .string("integer"))])
    return .object([
      JSONValue.Member(
        "oneOf",
        .array([
          closed(
            [JSONValue.Member("page", string), JSONValue.Member("frames", frames)] + shared,
            required: ["page"]),
          closed(
            [
              JSONValue.Member("flow", string), JSONValue.Member("content", reference("content")),
              JSONValue.Member("page-count", count),
            ] + shared,
            required: ["flow"]),
          closed(
            [
              JSONValue.Member("each", reference("expression")), JSONValue.Member("as", string),
              JSONValue.Member("where", reference("expression")),
              JSONValue.Member("if", reference("expression")), JSONValue.Member("pages", sections),
            ], required: ["each", "as"]),
        ])
      )
    ])
  }()

  private static let topLevel: [JSONValue.Member] = {
    let object = JSONValue.object([JSONValue.Member("type", .string("object"))])
    let string = JSONValue.object([JSONValue.Member("type", .string("string"))])
    let integer = JSONValue.object([JSONValue.Member("type", .string("integer"))])
    let frames = JSONValue.object([
      JSONValue.Member("type", .string("array")), JSONValue.Member("items", reference("frame")),
    ])
    let margins = closed(
      ["top", "bottom", "inner", "outer"].map { JSONValue.Member($0, reference("length")) },
      required: [])
    let size = JSONValue.object([
      JSONValue.Member(
        "anyOf",
        .array([
          .object([
            JSONValue.Member(
              "enum", .array(["A3", "A4", "A5", "A6", "letter"].map(JSONValue.string)))
          ]),
          closed(
            [
              JSONValue.Member("width", reference("length")),
              JSONValue.Member("height", reference("length")),
            ],
            required: ["width", "height"]),
        ])
      )
    ])
    let page = closed(
      [
        JSONValue.Member("size", size), JSONValue.Member("bleed", reference("length")),
        JSONValue.Member("margins", margins),
        JSONValue.Member("columns", integer), JSONValue.Member("gutter", reference("length")),
        JSONValue.Member("baseline", reference("length")),
        JSONValue.Member("facing", .object([JSONValue.Member("type", .string("boolean"))])),
      ], required: ["size"])
    let iteration = closed(
      [
        JSONValue.Member("each", type(.sortKeys)), JSONValue.Member("as", string),
        JSONValue.Member("where", reference("expression")),
      ],
      required: ["each", "as"])
    let component = closed(
      [
        JSONValue.Member("description", string),
        JSONValue.Member(
          "parameters",
          .object([
            JSONValue.Member("type", .string("object")),
            JSONValue.Member("additionalProperties", string),
          ])
        ), JSONValue.Member("content", reference("content")),
      ], required: ["content"])
    let master = closed(
      [
        JSONValue.Member("background", reference("color")), JSONValue.Member("text-area", area),
        JSONValue.Member("frames", frames),
      ], required: [])
    func named(_ value: JSONValue) -> JSONValue {
      .object([
        JSONValue.Member("type", .string("object")),
        JSONValue.Member("additionalProperties", value),
      ])
    }
    let formats = JSONValue.object([
      JSONValue.Member("type", .string("array")),
      JSONValue.Member(
        "items",
        .object([
          JSONValue.Member(
            "enum", .array(["pdf", "svg", "png", "md", "csv"].map(JSONValue.string)))
        ])
      ),
    ])
    return [
      JSONValue.Member("layout", string), JSONValue.Member("description", string),
      JSONValue.Member("theme", string), JSONValue.Member("title", reference("text")),
      JSONValue.Member("subject", reference("text")), JSONValue.Member("for", iteration),
      JSONValue.Member("output", reference("text")),
      JSONValue.Member("formats", formats), JSONValue.Member("png-width", integer),
      JSONValue.Member("page", page), JSONValue.Member("page-multiple", integer),
      JSONValue.Member("maximum-pages", integer), JSONValue.Member("styles", object),
      JSONValue.Member("labels", object),
      JSONValue.Member("components", named(component)), JSONValue.Member("masters", named(master)),
      JSONValue.Member(
        "pages",
        .object([
          JSONValue.Member("type", .string("array")),
          JSONValue.Member("items", reference("section")),
        ])),
    ]
  }()
}
