extension ModelSchema {
  /// A programme: what gathers projects, figures and awards.
  static let programme = RecordType(
    "programme", "A programme that gathers projects, figures and awards.",
    fields: [
      FieldDefinition("number", .integer, "Its place in the order of programmes."),
      SharedFields.name,
      FieldDefinition("theme", .localizedText, "Its field, in a word or two."),
      FieldDefinition("tagline", .localizedText, "A line below the name."),
      SharedFields.lead, SharedFields.text,
      FieldDefinition("message", .localizedText, "The one thing to remember."),
      FieldDefinition("hero", .reference("metric"), "The figure that stands for it."),
      // Names of the theme; whether the palette has them is for the layout to say.
      FieldDefinition("colour", .text, "The name of its colour in the palette."),
      FieldDefinition("texture", .text, "The name of its texture."),
      SharedFields.icon, SharedFields.image, SharedFields.links, SharedFields.facts,
      SharedFields.milestones, SharedFields.place,
      FieldDefinition(
        // What names the programme is found from the other side, and so never out of step.
        "metrics", .backReferences(type: "metric", field: "programme"),
        "The figures that name this programme."),
      FieldDefinition(
        "awards", .backReferences(type: "award", field: "programme"),
        "The awards that name this programme."),
      FieldDefinition(
        "projects", .backReferences(type: "project", field: "programme"),
        "The projects that name this programme."),
      FieldDefinition(
        "quotations", .backReferences(type: "quotation", field: "programme"),
        "The quotations that name this programme."),
    ])

  /// A project of a programme, or one that stands for itself.
  static let project = RecordType(
    "project", "A project.",
    fields: [
      FieldDefinition("number", .integer, "Its number in the list of projects."),
      SharedFields.name,
      FieldDefinition("themes", .localizedText, "Its fields, separated by commas."),
      SharedFields.programme,
      FieldDefinition("summary", .localizedText, "One line for a list."),
      SharedFields.lead, SharedFields.text,
      FieldDefinition("status", .record("status"), "What became of it."),
      // A project keeps its figures inside itself; those of programmes are a collection.
      FieldDefinition("metrics", .list(.record("metric")), "Its figures."),
      SharedFields.milestones, SharedFields.facts, SharedFields.place, SharedFields.links,
      SharedFields.image,
      FieldDefinition("caveat", .localizedText, "What is not certain about it."),
      FieldDefinition("gap", .localizedText, "That nothing more than the name is known."),
    ])
}
