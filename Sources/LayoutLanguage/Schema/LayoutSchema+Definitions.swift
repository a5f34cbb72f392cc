import Design
import Languages
import SourceFiles

/// The forms that a layout uses in many places.
extension LayoutSchema {
  static func sharedDefinitions(_ languages: [LanguageTag]) -> [JSONValue.Member] {
    [
      JSONValue.Member("text", text(languages)),
      JSONValue.Member("length", length("A distance of 0 or more: 12mm, 9.5pt, 2 lines.", "")),
      JSONValue.Member("offset", length("A distance; negative reaches into the bleed.", "-?")),
      JSONValue.Member(
        "color",
        .object([
          "type": "string", "description": "A palette entry with an optional tint: teal 30%.",
        ])),
      JSONValue.Member(
        "expression",
        .object([
          "type": ["string", "number", "boolean"], "description": "A path, comparison or call.",
        ])),
      JSONValue.Member(
        "name",
        .object([
          "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$",
          "description": "A name of your choice.",
        ])),
      JSONValue.Member(
        "content", .object(["type": ["array", "null"], "items": reference("block")])),
      JSONValue.Member("column", tableColumn), JSONValue.Member("table-cell", tableCell),
      JSONValue.Member("style", style),
      JSONValue.Member("labels", labels(languages)),
      JSONValue.Member("area", area),
      JSONValue.Member("frame", frame(languages)),
      JSONValue.Member("section", section(languages)),
    ]
  }

  private static let plain: JSONValue = .object(["type": ["string", "number", "boolean"]])

  private static func byLanguage(_ languages: [LanguageTag]) -> JSONValue {
    closed(
      languages.textKeys.map { JSONValue.Member($0.rawValue, plain) },
      required: languages.requiredTextKeys.map(\.rawValue))
  }

  private static func text(_ languages: [LanguageTag]) -> JSONValue {
    described(
      either(plain, byLanguage(languages)),
      "Text with values in braces, or one text for each language.")
  }

  private static func length(_ description: String, _ sign: String) -> JSONValue {
    described(
      either(
        .object([
          "type": "string",
          "pattern": .string("^\(sign)[0-9]+([.][0-9]+)? *(mm|cm|pt|px|lines?)$"),
        ]),
        .object(["const": 0])), description)
  }

  /// Labels by name; what is no text by language is a group of labels.
  private static func labels(_ languages: [LanguageTag]) -> JSONValue {
    .object([
      "type": "object",
      "propertyNames": .object(["not": choice(languages.textKeys.map(\.rawValue))]),
      "additionalProperties": either(plain, byLanguage(languages), reference("labels")),
    ])
  }

  private static let style = closed(styleKeys)

  private static let area = closed([
    JSONValue.Member(
      "columns",
      .object([
        "type": ["string", "integer"], "pattern": "^[0-9]+(-[0-9]+)?$",
        "description": "Columns of the grid, such as 3-12.",
      ])),
    JSONValue.Member("span", choice(["page", "bleed"])),
    JSONValue.Member("to-bleed-from", integer(1...100)),
    JSONValue.Member("from-bleed-to", integer(1...100)),
    JSONValue.Member("outer-edge", reference("length")),
    JSONValue.Member("top", reference("offset")),
    JSONValue.Member("bottom", reference("offset")),
    JSONValue.Member("height", reference("length")),
  ])

  static let side = choice(LayoutReading.sides)

  private static func language(_ languages: [LanguageTag]) -> JSONValue.Member {
    JSONValue.Member(
      "language",
      described(
        choice(languages.map(\.rawValue)),
        "The language of its content; an edition in another one leaves it out."))
  }

  /// One page master for all pages of a section, or others for its first page and for the sides.
  private static let master = described(
    either(
      simple("string"),
      closed(LayoutReading.masterKeys.map { JSONValue.Member($0, simple("string")) })),
    "The page master, or one each for the first page, left, right and all other pages.")

  private static func frame(_ languages: [LanguageTag]) -> JSONValue {
    closed(
      [
        language(languages), JSONValue.Member("frame", reference("area")),
        JSONValue.Member("align", choice(["top", "middle", "bottom"])),
        JSONValue.Member("side", side), JSONValue.Member("fit", copyfit),
        JSONValue.Member("if", reference("expression")),
        JSONValue.Member("content", reference("content")),
      ], required: ["frame"])
  }

  private static func section(_ languages: [LanguageTag]) -> JSONValue {
    let label = JSONValue.object(["type": ["string", "null"]])
    let shared: [JSONValue.Member] = [
      JSONValue.Member("master", master),
      JSONValue.Member("background", reference("color")),
      JSONValue.Member("starts-on", side), JSONValue.Member("if", reference("expression")),
    ]
    return .object([
      "oneOf": .array([
        closed(
          [
            JSONValue.Member("page", label), language(languages),
            JSONValue.Member("frames", list(of: reference("frame"))),
          ] + shared, required: ["page"]),
        closed(
          [
            JSONValue.Member("flow", label), JSONValue.Member("content", reference("content")),
            JSONValue.Member("page-count", integer(1...5000)),
          ] + shared, required: ["flow"]),
        closed(
          [
            JSONValue.Member("each", reference("expression")),
            JSONValue.Member("as", reference("name")),
            JSONValue.Member("where", reference("expression")),
            JSONValue.Member("if", reference("expression")),
            JSONValue.Member("pages", list(of: reference("section"))),
          ], required: ["each", "as", "pages"]),
      ])
    ])
  }
}
