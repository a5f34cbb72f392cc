package import Diagnostics

/// All kinds of block with their arguments.
package enum BlockDefinitions {
  /// The definition of each kind.
  package static let all: [BlockKind: BlockDefinition] = Dictionary(
    (textBlocks + dataBlocks + pictureBlocks + containerBlocks + artBlocks + controlBlocks).map {
      ($0.kind, $0)
    }
  ) { first, _ in first }

  /// The argument that every block takes, loops and parts of others too.
  package static let condition = ParameterDefinition(
    "if", .condition, "Leaves the block out where this is false.")

  /// The kinds that certain blocks hold, and nothing else: a row its cells.
  package static let parts: [BlockKind: Set<BlockKind>] = {
    var parts: [BlockKind: Set<BlockKind>] = [:]
    for definition in all.values {
      for home in definition.onlyInside { parts[home, default: []].insert(definition.kind) }
    }
    return parts
  }()

  /// What is wrong with a block inside another one, if anything.
  ///
  /// A bar stands only in bars, and bars hold nothing else. Loops, conditions and components may
  /// stand anywhere, because what they hold stands in their place.
  package static func misplaced(
    _ kind: BlockKind, inside parent: BlockKind?, at location: SourceLocation
  ) -> Diagnostic? {
    guard let parent, let definition = all[kind], ![.each, .when, .use].contains(kind) else {
      return nil
    }
    func names(_ kinds: Set<BlockKind>) -> String {
      kinds.map { "“\($0.rawValue)”" }.sorted().joined(separator: " and ")
    }
    if !definition.onlyInside.isEmpty, !definition.onlyInside.contains(parent) {
      return Diagnostic(
        "layout.misplaced-block",
        "“\(kind.rawValue)” stands only inside \(names(definition.onlyInside))", at: location,
        hints: ["move it there"])
    }
    if let held = parts[parent], !held.contains(kind) {
      return Diagnostic(
        "layout.misplaced-block", "“\(parent.rawValue)” holds only \(names(held))", at: location,
        hints: [
          parent == .row
            ? "write “- cell: 4” with “content”" : "move it out of “\(parent.rawValue)”"
        ])
    }
    return nil
  }

  /// Arguments that every block on the page takes.
  package static let shared: [ParameterDefinition] = [
    condition,
    ParameterDefinition("space-before", .length, "Room above, none at the top of a region."),
    ParameterDefinition("space-after", .length, "Room below, none at the foot of a region."),
    ParameterDefinition("keep-together", .flag, "Never broken over two regions."),
    ParameterDefinition("keep-with-next", .flag, "Stays with the beginning of what follows."),
    ParameterDefinition("anchor", .template, "A name that links and page numbers can lead to."),
    ParameterDefinition(
      "decorative", .flag, "Left out of Markdown, CSV and the reading order."),
    ParameterDefinition(
      "shared", .flag, "Stands once over all columns where languages stand side by side."),
  ]

  static let content = ParameterDefinition(
    "content", .content, "The blocks inside.", required: true)
  static func style(
    _ text: String = "The text style.", otherwise defaultStyle: String? = nil
  ) -> ParameterDefinition {
    ParameterDefinition("style", .style, text, otherwise: defaultStyle)
  }
  static let color = ParameterDefinition("color", .color, "Overrides the style's colour.")
  private static let initial = [
    ParameterDefinition(
      "drop-cap", .integer(2...20), "The first letter of the text spans so many lines."),
    ParameterDefinition("drop-cap-style", .style, "The typeface and colour of that letter."),
  ]

  private static let textBlocks: [BlockDefinition] = [
    BlockDefinition(
      .heading, "A heading; it goes into the outline and the contents.",
      ParameterDefinition("heading", .runningText, "The heading's text.", required: true),
      [
        ParameterDefinition("level", .integer(1...6), "The level; 1 if it is left out."), style(),
        color,
        ParameterDefinition("contents", .flag, "Listed in the contents; true if left out."),
      ]),
    BlockDefinition(
      .paragraph, "One paragraph; emphasis and links as in CommonMark.",
      ParameterDefinition("paragraph", .runningText, "The text.", required: true),
      [
        style(otherwise: "body"), color,
        ParameterDefinition(
          "role", .choice(["body", "label", "caption", "note", "quotation", "attribution"]),
          "What it is."),
        ParameterDefinition(
          "link", .template, "Where the whole paragraph leads: an address or #anchor."),
        ParameterDefinition(
          "language", .template, "The language of the text, where it is another."),
      ] + initial),
    BlockDefinition(
      .text, "CommonMark text with paragraphs, lists and headings.",
      ParameterDefinition("text", .markedText, "The text, or a path to it.", required: true),
      [
        style("The style of its paragraphs.", otherwise: "body"), color,
        ParameterDefinition(
          "first-style", .style, "The style of the first paragraph, where it is another."),
        ParameterDefinition("heading-styles", .styles, "The styles of its headings, by level."),
        ParameterDefinition("level", .integer(1...6), "The outline level of its first headings."),
        ParameterDefinition("indent", .length, "How far lists are indented."),
        ParameterDefinition(
          "table-style", .style, "The style of its tables; table-cell if left out."),
        ParameterDefinition(
          "table-header-style", .style,
          "The style of its tables' titles; table-header if left out."),
      ] + initial),
  ]

  private static let containerBlocks: [BlockDefinition] = [
    BlockDefinition(
      .stack, "Blocks below each other.",
      ParameterDefinition("stack", .content, "The blocks.", required: true)),
    BlockDefinition(
      .keep, "Blocks that stay together.",
      ParameterDefinition("keep", .content, "The blocks.", required: true)),
    BlockDefinition(
      .row, "Cells beside each other.",
      ParameterDefinition("row", .content, "Cells.", required: true),
      [
        ParameterDefinition("gutter", .length, "Between cells; the page's gutter if left out."),
        ParameterDefinition("align", .choice(["top", "middle", "bottom"]), "How cells stand."),
      ]),
    BlockDefinition(
      .cell, "A part of a row.",
      ParameterDefinition("cell", .integer(1...100), "Columns of the row's grid.", required: true),
      [content], onlyInside: [.row]),
    BlockDefinition(
      .grid, "Blocks in equal cells, row by row.",
      ParameterDefinition(
        "grid", .integer(1...100), "How many stand beside each other.", required: true),
      [
        content, ParameterDefinition("gutter", .length, "Between columns."),
        ParameterDefinition("row-gap", .length, "Between rows."),
      ]),
    BlockDefinition(
      .columns, "Blocks that flow through columns of equal width.",
      ParameterDefinition("columns", .integer(1...20), "How many.", required: true),
      [
        content, ParameterDefinition("gutter", .length, "Between columns."),
        ParameterDefinition("balance", .flag, "Equally long where they end; true if left out."),
      ]),
    BlockDefinition(
      .box, "Blocks on a ground.",
      ParameterDefinition("box", .content, "The blocks.", required: true),
      [
        ParameterDefinition("background", .color, "The ground."),
        ParameterDefinition("padding", .edges, "Room inside."),
        ParameterDefinition("border-top", .length, "The weight of a stroke along the top."),
        ParameterDefinition("border-left", .length, "The weight of a stroke along the left."),
        ParameterDefinition("border-color", .color, "Its colour."),
        ParameterDefinition("min-height", .length, "At least so high."),
      ]),
    BlockDefinition(
      .parallel,
      "Blocks in all languages side by side, counterparts level; one language in its own edition.",
      ParameterDefinition("parallel", .content, "The blocks.", required: true),
      [
        ParameterDefinition(
          "gutter", .length, "Between the languages; that of “languages” if left out."),
        ParameterDefinition("rule", .color, "A hairline between the languages."),
      ]),
  ]

  private static let artBlocks: [BlockDefinition] = [
    BlockDefinition(
      .ornament, "Vector art made from the data; never read aloud.",
      ParameterDefinition(
        "ornament", .choice(["strata", "texture", "fill"]), "What is drawn.", required: true),
      [
        ParameterDefinition("content", .content, "The strata."),
        ParameterDefinition("background", .color, "The ground."),
        ParameterDefinition("seed", .template, "The same seed draws the same art."),
        ParameterDefinition("height", .length, "Its height; fills the region if left out."),
      ]),
    BlockDefinition(
      .stratum, "One band.",
      ParameterDefinition(
        "stratum", .value, "The figure that makes its thickness.", required: true),
      [
        ParameterDefinition("color", .color, "Its colour.", required: true),
        ParameterDefinition("texture", .template, "traces, orbits, wafer, strokes or plain."),
      ], onlyInside: [.ornament]),
    BlockDefinition(
      .rule, "A straight line.",
      ParameterDefinition("rule", .length, "Its weight.", required: true),
      [
        ParameterDefinition("color", .color, "Its colour."),
        ParameterDefinition("length", .length, "Its length; the region's width if left out."),
      ]),
    BlockDefinition(
      .space, "Empty room; not at a page's head, but behind a break.",
      ParameterDefinition("space", .length, "Its height.", required: true)),
    BlockDefinition(
      .regionBreak, "What follows starts in the next column or on the next page.",
      ParameterDefinition("break", .choice(["column", "page"]), "How far.", required: true)),
  ]

  private static let controlBlocks: [BlockDefinition] = [
    BlockDefinition(
      .each, "Its content once for every item of a list.",
      ParameterDefinition("each", .list, "The list.", required: true),
      [
        ParameterDefinition("as", .name, "What an item is called.", required: true), content,
        ParameterDefinition("where", .condition, "Only items for which this is true."),
        ParameterDefinition("sort", .sortKeys, "Fields to sort by."),
        ParameterDefinition("limit", .integer(0...1_000_000), "At most so many."),
        ParameterDefinition("offset", .integer(0...1_000_000), "Leaves out so many first."),
        ParameterDefinition("otherwise", .content, "What stands where there are no items."),
      ]),
    BlockDefinition(
      .when, "Its content only where a condition is true.",
      ParameterDefinition("when", .condition, "The condition.", required: true),
      [
        content,
        ParameterDefinition("otherwise", .content, "What stands where it is false."),
      ]),
    BlockDefinition(
      .use, "A component of the layout.",
      ParameterDefinition("use", .component, "Its name.", required: true),
      [ParameterDefinition("with", .bindings, "Its arguments.")]),
  ]
}
