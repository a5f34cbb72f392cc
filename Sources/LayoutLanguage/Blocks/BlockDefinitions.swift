/// All kinds of block with their arguments.
package enum BlockDefinitions {
  /// The definition of each kind.
  package static let all: [BlockKind: BlockDefinition] = Dictionary(
    (textBlocks + dataBlocks + containerBlocks + artBlocks + controlBlocks).map { ($0.kind, $0) }
  ) { first, _ in first }

  /// Arguments that every block takes.
  package static let shared: [ParameterDefinition] = [
    ParameterDefinition("if", .condition, "Leaves the block out where this is false."),
    ParameterDefinition("space-before", .length, "Room above, none at the top of a region."),
    ParameterDefinition("space-after", .length, "Room below, none at the foot of a region."),
    ParameterDefinition("keep-together", .flag, "Never broken over two regions."),
    ParameterDefinition("keep-with-next", .flag, "Stays with the beginning of what follows."),
    ParameterDefinition("anchor", .template, "A name that links and page numbers can lead to."),
    ParameterDefinition(
      "decorative", .flag, "Left out of Markdown, CSV and the reading order."),
  ]

  private static let content = ParameterDefinition(
    "content", .content, "The blocks inside.", required: true)
  private static func style(_ text: String = "The text style.") -> ParameterDefinition {
    ParameterDefinition("style", .style, text)
  }
  private static let color = ParameterDefinition("color", .color, "Overrides the style's colour.")

  private static let textBlocks: [BlockDefinition] = [
    BlockDefinition(
      .heading, "A heading; it goes into the outline and the contents.",
      ParameterDefinition("heading", .template, "The heading's text.", required: true),
      [
        ParameterDefinition("level", .integer, "1 to 6; 1 if it is left out."), style(), color,
        ParameterDefinition("contents", .flag, "Listed in the contents; true if left out."),
      ]),
    BlockDefinition(
      .paragraph, "One paragraph; emphasis and links as in CommonMark.",
      ParameterDefinition("paragraph", .template, "The text.", required: true),
      [
        style(), color,
        ParameterDefinition(
          "role", .choice(["body", "label", "caption", "note", "quotation", "attribution"]),
          "What it is."),
        ParameterDefinition(
          "link", .template, "Where the whole paragraph leads: an address or #anchor."),
        ParameterDefinition(
          "language", .template, "The language of the text, where it is another."),
      ]),
    BlockDefinition(
      .text, "CommonMark text with paragraphs, lists and headings.",
      ParameterDefinition("text", .template, "The text, or a path to it.", required: true),
      [
        style("The style of its paragraphs."), color,
        ParameterDefinition(
          "first-style", .style, "The style of the first paragraph, where it is another."),
        ParameterDefinition("heading-styles", .styles, "The styles of its headings, by level."),
        ParameterDefinition("level", .integer, "The outline level of its first headings."),
        ParameterDefinition("indent", .length, "How far lists are indented."),
      ]),
  ]

  private static let dataBlocks: [BlockDefinition] = [
    BlockDefinition(
      .metric, "A card with one figure.",
      ParameterDefinition("metric", .value, "The metric.", required: true),
      [
        ParameterDefinition("figure-style", .style, "The style of the number."),
        ParameterDefinition("unit-style", .style, "The style of its unit."),
        ParameterDefinition("label-style", .style, "The style of the label."),
        ParameterDefinition("note-style", .style, "The style of the note."),
        ParameterDefinition("note", .template, "A line below the label."),
        ParameterDefinition("accent", .color, "A stroke above the card."),
        ParameterDefinition("figure-color", .color, "The colour of the number."),
        ParameterDefinition("text-color", .color, "The colour of label and note."),
        ParameterDefinition("icon", .template, "The name of an icon above the number."),
        ParameterDefinition("icon-size", .length, "The icon's edge length."),
      ]),
    BlockDefinition(
      .definitions, "Terms with what is said of each.",
      ParameterDefinition("definitions", .nothing, ""),
      [
        content, ParameterDefinition("term-style", .style, "The style of the terms."),
        style("The style of the texts."),
        ParameterDefinition(
          "term-width", .length, "The terms' column; above the text if left out."),
        ParameterDefinition("gap", .length, "Between term and text."),
        ParameterDefinition("spacing", .length, "Between entries."),
        ParameterDefinition("rule", .color, "A hairline between entries."),
      ]),
    BlockDefinition(
      .definition, "One entry of definitions.",
      ParameterDefinition("definition", .template, "The term.", required: true),
      [ParameterDefinition("text", .template, "What is said of it.", required: true)],
      onlyInside: [.definitions]),
    BlockDefinition(
      .table, "A table; its header is repeated on every page.",
      ParameterDefinition("table", .tableColumns, "Its columns.", required: true),
      [
        content, style("The style of the cells."),
        ParameterDefinition("header-style", .style, "The style of the header."),
        ParameterDefinition("padding", .length, "Above and below the text of a cell."),
        ParameterDefinition("gap", .length, "Between columns."),
        ParameterDefinition("rule", .color, "The hairlines."),
      ]),
    BlockDefinition(
      .tableRow, "One row of a table.",
      ParameterDefinition("table-row", .templates, "The cells.", required: true),
      [style("The style of this row's cells.")], onlyInside: [.table]),
    BlockDefinition(
      .bars, "Bars from a zero baseline, with their values.",
      ParameterDefinition(
        "bars", .template, "What the chart says, for readers who do not see it.", required: true),
      [content] + chartStyles),
    BlockDefinition(
      .bar, "One bar.", ParameterDefinition("bar", .template, "Its label.", required: true),
      [
        ParameterDefinition("value", .value, "A metric or a number.", required: true),
        ParameterDefinition("color", .color, "Its colour."),
      ], onlyInside: [.bars]),
    BlockDefinition(
      .timeline, "Events in the order of their dates.",
      ParameterDefinition(
        "timeline", .template, "What the chart says, for readers who do not see it.", required: true
      ),
      [
        content,
        ParameterDefinition(
          "axis", .choice(["horizontal", "vertical"]), "How time runs; by the width if left out."),
      ] + chartStyles),
    BlockDefinition(
      .event, "One event of a timeline.",
      ParameterDefinition("event", .template, "Its title.", required: true),
      [
        ParameterDefinition("date", .value, "A date or a year.", required: true),
        ParameterDefinition("end", .value, "The date on which it ends."),
        ParameterDefinition("detail", .template, "A further line."),
        ParameterDefinition("color", .color, "The colour of its mark."),
        ParameterDefinition("award", .condition, "Whether it is an award: a filled mark."),
      ], onlyInside: [.timeline]),
    BlockDefinition(
      .diagram, "The model: actors around its programmes.",
      ParameterDefinition(
        "diagram", .template, "What the diagram says, for readers who do not see it.",
        required: true),
      [content] + chartStyles),
    BlockDefinition(
      .actor, "One actor of the diagram.",
      ParameterDefinition("actor", .template, "Its name.", required: true),
      [
        ParameterDefinition("detail", .template, "What it brings."),
        ParameterDefinition("color", .color, "Its colour."),
      ], onlyInside: [.diagram]),
    BlockDefinition(
      .programme, "One programme of the diagram.",
      ParameterDefinition("programme", .template, "Its name.", required: true),
      [
        ParameterDefinition("detail", .template, "A line below the name."),
        ParameterDefinition("color", .color, "Its colour."),
        ParameterDefinition("texture", .template, "Its texture."),
      ], onlyInside: [.diagram]),
    BlockDefinition(
      .locator, "A place among other known places.",
      ParameterDefinition("locator", .value, "The place.", required: true),
      [
        ParameterDefinition("others", .list, "Records with places that show as dots."),
        ParameterDefinition("name", .template, "The place's name."),
        ParameterDefinition("alt", .template, "What it shows, in words.", required: true),
        ParameterDefinition("color", .color, "The colour of its mark."),
      ] + chartStyles),
    BlockDefinition(
      .image, "A picture of the model.",
      ParameterDefinition("image", .value, "The image.", required: true),
      [
        ParameterDefinition("height", .length, "Crops the picture to this height."),
        ParameterDefinition("caption", .template, "A line below."),
        ParameterDefinition("caption-style", .style, "The style of the caption."),
      ]),
    BlockDefinition(
      .icon, "A small line drawing from Assets/icons.",
      ParameterDefinition("icon", .template, "Its name.", required: true),
      [
        ParameterDefinition("size", .length, "Its edge length."),
        ParameterDefinition("color", .color, "Its colour."),
      ]),
    BlockDefinition(
      .qrCode, "A QR code of an address.",
      ParameterDefinition("qr-code", .template, "The address.", required: true),
      [
        ParameterDefinition("size", .length, "Its edge length."),
        ParameterDefinition("color", .color, "Its colour."),
        ParameterDefinition("alt", .template, "What it is, in words.", required: true),
      ]),
    BlockDefinition(
      .contents, "The headings with their pages.", ParameterDefinition("contents", .nothing, ""),
      [
        ParameterDefinition("levels", .integer, "How many levels are listed."),
        ParameterDefinition("styles", .styles, "The styles of the levels."),
        ParameterDefinition("number-style", .style, "The style of the page numbers."),
        ParameterDefinition("gap", .length, "Between lines."),
        ParameterDefinition("rule", .color, "A hairline between lines."),
      ]),
  ]

  private static let chartStyles: [ParameterDefinition] = [
    ParameterDefinition("label-style", .style, "The style of labels."),
    ParameterDefinition("value-style", .style, "The style of values and dates."),
    ParameterDefinition("note-style", .style, "The style of smaller lines."),
    ParameterDefinition("line-color", .color, "Axes and hairlines."),
    ParameterDefinition("height", .length, "The height it takes."),
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
      ParameterDefinition("cell", .integer, "Columns of the row's grid.", required: true),
      [content], onlyInside: [.row]),
    BlockDefinition(
      .grid, "Blocks in equal cells, row by row.",
      ParameterDefinition("grid", .integer, "How many stand beside each other.", required: true),
      [
        content, ParameterDefinition("gutter", .length, "Between columns."),
        ParameterDefinition("row-gap", .length, "Between rows."),
      ]),
    BlockDefinition(
      .columns, "Blocks that flow through columns of equal width.",
      ParameterDefinition("columns", .integer, "How many.", required: true),
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
      .space, "Empty room.", ParameterDefinition("space", .length, "Its height.", required: true)),
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
        ParameterDefinition("limit", .integer, "At most so many."),
        ParameterDefinition("offset", .integer, "Leaves out so many first."),
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
