import SourceFiles

/// What a table takes beside its columns and rows.
extension BlockDefinitions {
  static let tableParameters: [ParameterDefinition] = [
    ParameterDefinition(
      "header", .content, "Rows above the columns' titles, for titles over several columns."),
    ParameterDefinition("footer", .content, "Rows at the table's end only, such as sums."),
    ParameterDefinition(
      "footer-style", .style, "The style of the footer; that of the cells if left out."),
    ParameterDefinition(
      "rules", .choice(["rows", "none", "all"]),
      "Hairlines below each row (if left out), none, or around each cell."),
    ParameterDefinition("zebra", .color, "The ground of every second row."),
    ParameterDefinition("header-background", .color, "The ground of the header."),
    ParameterDefinition(
      "position", .choice(LayoutReading.cellPositions),
      "How cells stand in the height of their row; baseline if left out."),
    ParameterDefinition(
      "width", .choice(["full", "natural"]),
      "Whether columns found from their content fill the width; full if left out."),
    ParameterDefinition(
      "missing", .template, "What stands in a cell of a decimal column that has no value: –"),
  ]
}

extension LayoutSchema {
  /// A column of a table.
  static let tableColumn = closed(
    [
      JSONValue.Member("title", reference("text")),
      JSONValue.Member(
        "width",
        described(
          either(
            .object(["const": "auto"]), number(0...1000),
            .object(["type": "string", "pattern": "^[0-9]+([.][0-9]+)? *(mm|cm|pt|px|lines?)$"])),
          "Found from the cells (auto, also if left out), a distance, or a share of the rest.")),
      JSONValue.Member("align", choice(CellAlignment.allCases.map(\.rawValue))),
      JSONValue.Member(
        "header", described(simple("boolean"), "Its cells name what their rows tell of.")),
      JSONValue.Member(
        "merge", described(simple("boolean"), "Equal cells below each other become one.")),
    ], required: ["title"])

  /// A cell with keys of its own.
  static let tableCell = closed(
    [
      JSONValue.Member("text", reference("text")),
      JSONValue.Member(
        "span",
        described(
          either(.object(["const": "all"]), reference("expression")),
          "How many columns it reaches over, or all that are left.")),
      JSONValue.Member(
        "rows", described(reference("expression"), "How many rows it reaches over.")),
      JSONValue.Member("align", choice(CellAlignment.allCases.map(\.rawValue))),
      JSONValue.Member("position", choice(LayoutReading.cellPositions)),
      JSONValue.Member("style", simple("string")),
      JSONValue.Member("background", reference("color")),
      JSONValue.Member(
        "header", described(simple("boolean"), "It names what its row tells of.")),
    ], required: ["text"])
}
