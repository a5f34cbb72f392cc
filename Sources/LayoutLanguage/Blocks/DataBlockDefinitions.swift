/// Blocks made of data: figures, tables, charts, pictures.
extension BlockDefinitions {
  static let dataBlocks: [BlockDefinition] = [
    BlockDefinition(
      .metric, "A card with one figure.",
      ParameterDefinition("metric", .value, "The metric.", required: true),
      [
        ParameterDefinition(
          "figure-style", .style, "The style of the number.", otherwise: "metric-figure"),
        ParameterDefinition(
          "unit-style", .style, "The style of its unit.", otherwise: "metric-unit"),
        ParameterDefinition(
          "label-style", .style, "The style of the label.", otherwise: "metric-label"),
        ParameterDefinition(
          "note-style", .style, "The style of the note.", otherwise: "metric-note"),
        ParameterDefinition("note", .runningText, "A line below the label."),
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
        content,
        ParameterDefinition(
          "term-style", .style, "The style of the terms.", otherwise: "label"),
        style("The style of the texts.", otherwise: "body"),
        ParameterDefinition(
          "term-width", .length, "The terms' column; above the text if left out."),
        ParameterDefinition("gap", .length, "Between term and text."),
        ParameterDefinition("spacing", .length, "Between entries."),
        ParameterDefinition("rule", .color, "A hairline between entries."),
      ]),
    BlockDefinition(
      .definition, "One entry of definitions.",
      ParameterDefinition("definition", .runningText, "The term.", required: true),
      [ParameterDefinition("text", .markedText, "What is said of it.", required: true)],
      onlyInside: [.definitions]),
    BlockDefinition(
      .table, "A table; its header is repeated on every page.",
      ParameterDefinition("table", .tableColumns, "Its columns.", required: true),
      [
        content, style("The style of the cells.", otherwise: "table-cell"),
        ParameterDefinition(
          "header-style", .style, "The style of the header.", otherwise: "table-header"),
        ParameterDefinition("padding", .length, "Above and below the text of a cell."),
        ParameterDefinition("gap", .length, "Between columns."),
        ParameterDefinition("rule", .color, "The colour of the hairlines."),
      ] + tableParameters),
    BlockDefinition(
      .tableRow, "One row of a table.",
      ParameterDefinition(
        "table-row", .tableCells,
        "The cells: a text each, or { text: …, span: 2, rows: 3 } for one that reaches further.",
        required: true),
      [
        style("The style of this row's cells."),
        ParameterDefinition("background", .color, "The ground of this row."),
      ], onlyInside: [.table]),
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
      .figure, "Pictures, charts or a table with a caption that stays with them.",
      ParameterDefinition("figure", .nothing, ""),
      [
        content,
        ParameterDefinition(
          "caption", .runningText, "What is to be seen; “Abb. 3” stands before it."),
        ParameterDefinition(
          "caption-style", .style, "The style of the caption.", otherwise: "caption"),
        ParameterDefinition(
          "caption-position", .choice(["above", "below"]),
          "Where the caption stands; above tables and below others if left out."),
        ParameterDefinition(
          "credit", .template, "Whose work it is; that of a picture if left out."),
        ParameterDefinition("number", .flag, "Numbered; true where there is a caption."),
        ParameterDefinition(
          "kind", .template,
          "What is counted together: figure or table by the content, or a word of your own."),
        ParameterDefinition("gap", .length, "Between content and caption."),
      ]),
    BlockDefinition(
      .image, "A picture of the model.",
      ParameterDefinition("image", .value, "The image.", required: true),
      [
        ParameterDefinition("caption", .runningText, "A line below."),
        ParameterDefinition("caption-style", .style, "The style of the caption."),
      ] + pictureParameters),
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
        ParameterDefinition(
          "of", .choice(["headings", "figures", "tables"]), "What is listed; headings if left out."),
        ParameterDefinition(
          "indent", .length,
          "How far each level stands to the right of its parent; if left out, as far as "
            + "“first-line-indent” of its style says, or else 1.5 times the size of the first."),
        ParameterDefinition("levels", .integer(1...6), "How many levels are listed."),
        ParameterDefinition("styles", .styles, "The styles of the levels."),
        ParameterDefinition("number-style", .style, "The style of the page numbers."),
        ParameterDefinition("gap", .length, "Between lines."),
        ParameterDefinition("rule", .color, "A hairline between lines."),
      ]),
  ]

  private static let chartStyles: [ParameterDefinition] = [
    ParameterDefinition(
      "label-style", .style, "The style of labels.", otherwise: "chart-label"),
    ParameterDefinition(
      "value-style", .style, "The style of values and dates.", otherwise: "chart-value"),
    ParameterDefinition(
      "note-style", .style, "The style of smaller lines.", otherwise: "chart-note"),
    ParameterDefinition("line-color", .color, "Axes and hairlines."),
    ParameterDefinition("height", .length, "The height it takes."),
  ]
}
