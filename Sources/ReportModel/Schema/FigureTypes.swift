import Languages

extension ModelSchema {
  /// Figures and awards.
  static let figureTypes = [
    RecordType(
      // `value`, `unit` and `comparator` make a quantity; any type that has them can be printed so.
      "metric", "A figure: value, sign, unit, year and source; never a formatted text.",
      fields: [
        SharedFields.programme,
        FieldDefinition("series", .text, "A name for figures that belong together."),
        FieldDefinition("label", .localizedText, isRequired: true, "What is counted."),
        FieldDefinition("value", .number, isRequired: true, "The bare number."),
        FieldDefinition("unit", .unit, "The unit."),
        FieldDefinition(
          "comparator", .choice(Comparator.allCases.map(\.rawValue)),
          "How the number stands to the true value; left out if equal."),
        FieldDefinition("year", .integer, "The year that the figure is true of."),
        FieldDefinition(
          "nature", .choice(["planned", "expected", "announced", "applied-for", "approved"]),
          "What kind of figure it is if not simply measured."),
        SharedFields.icon,
        FieldDefinition("note", .localizedText, "What else must be said of it."),
      ] + SharedFields.evidence),
    RecordType(
      "award", "An award, or something else that was given, held or said.",
      fields: [
        FieldDefinition(
          "kind", .choice(["award", "event", "claim", "status"]), isRequired: true,
          "What it is."),
        SharedFields.programme,
        FieldDefinition("year", .integer, "The year."),
        SharedFields.name,
        FieldDefinition("awarded_by", .localizedText, "Who gave it."),
        SharedFields.text,
      ] + SharedFields.evidence),
  ]

  /// The small records inside others.
  static let sharedTypes = [
    RecordType(
      "status", "What became of something, and when that was true.",
      fields: [
        FieldDefinition("year", .integer, "The year it is true of."),
        FieldDefinition("text", .localizedText, isRequired: true, "What became of it."),
      ]),
    RecordType(
      "milestone", "A dated event or a span of time.",
      fields: [
        FieldDefinition("date", .date, isRequired: true, "When it was or began."),
        FieldDefinition("end", .date, "When it ended."),
        FieldDefinition("text", .localizedText, isRequired: true, "What happened."),
      ] + SharedFields.evidence),
    RecordType(
      "fact", "A short fact.",
      fields: [
        FieldDefinition(
          "kind", .choice(["partner", "funding", "period", "place", "owner", "note"]),
          isRequired: true, "What it tells."),
        FieldDefinition("text", .localizedText, isRequired: true, "The fact."),
      ] + SharedFields.evidence),
    RecordType(
      // Coordinates are decimal degrees, as maps on the web give them.
      "place", "A place on the map.",
      fields: [
        SharedFields.name,
        FieldDefinition("address", .text, "Street and number."),
        FieldDefinition("latitude", .number, "Degrees north (WGS 84)."),
        FieldDefinition("longitude", .number, "Degrees east (WGS 84)."),
        FieldDefinition("precision", .number, "How far the true place may be, in kilometres."),
      ] + SharedFields.evidence),
    RecordType(
      "link", "An address to read on.",
      fields: [
        FieldDefinition("url", .address, isRequired: true, "The address."),
        FieldDefinition("label", .localizedText, isRequired: true, "What is found there."),
      ] + SharedFields.evidence),
  ]
}
