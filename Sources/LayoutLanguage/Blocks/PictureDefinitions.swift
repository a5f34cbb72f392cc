/// Pictures that fill frames, text on them, and quotations made large.
extension BlockDefinitions {
  /// How a picture stands in the room it has.
  static let pictureParameters: [ParameterDefinition] = [
    ParameterDefinition("height", .length, "Crops the picture to this height."),
    ParameterDefinition(
      "fit", .choice(["natural", "cover", "contain"]),
      "The picture's own proportions, cropped to cover its room, or all of it within its room. "
        + "Without a height the last two fill the height that a frame has left."),
    ParameterDefinition(
      "focus", .focus,
      "What a crop keeps in view, in shares from the left and the top (30% 20%); overrides that "
        + "of the picture's record."),
    ParameterDefinition(
      "credit", .choice(["below", "apart"]),
      "Where its credit is printed: below it, or elsewhere by the layout."),
  ]

  static let pictureBlocks: [BlockDefinition] = [
    BlockDefinition(
      .overlay, "Blocks on a picture; whether they can be read is measured on its colours.",
      ParameterDefinition("overlay", .value, "The image.", required: true),
      [
        content,
        ParameterDefinition(
          "scrim", .color, "A veil between picture and text, and how much it hides: ink 60%."),
        ParameterDefinition("padding", .edges, "Room inside."),
        ParameterDefinition(
          "align", .choice(["top", "middle", "bottom"]),
          "Where the blocks stand; bottom if left out."),
      ] + pictureParameters),
    BlockDefinition(
      .pullQuote, "A quotation made large; its marks are those of the language, and hang.",
      ParameterDefinition("pull-quote", .runningText, "What is quoted.", required: true),
      [
        style(otherwise: "pull-quote"), color,
        ParameterDefinition("attribution", .runningText, "Who said it."),
        ParameterDefinition(
          "attribution-style", .style, "The style of name and source.",
          otherwise: "pull-quote-attribution"),
        ParameterDefinition("source", .runningText, "Where it was said."),
        ParameterDefinition("marks", .flag, "Quotation marks; true if left out."),
        ParameterDefinition("rule", .color, "A stroke above and below."),
        ParameterDefinition("rule-weight", .length, "Its weight; 0.75 points if left out."),
        ParameterDefinition("gap", .length, "Between strokes, quotation and name."),
        ParameterDefinition(
          "repeats", .flag,
          "It stands in the running text as well: left out of Markdown, CSV and the reading order."),
      ]),
  ]
}
