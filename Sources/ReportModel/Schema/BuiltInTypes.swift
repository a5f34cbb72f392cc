extension ModelSchema {
  /// The record types that every workspace has.
  package static let builtIn = ModelSchema(
    types: publicationTypes + [programme, project] + figureTypes + sharedTypes)
}

/// The fields that many types have in common.
enum SharedFields {
  static let name = FieldDefinition("name", .localizedText, isRequired: true, "The name.")
  static let lead = FieldDefinition("lead", .localizedText, "One sentence: what it is.")
  static let text = FieldDefinition("text", .markdown, "The running text, as CommonMark.")
  static let programme = FieldDefinition(
    "programme", .reference("programme"), "The programme that it belongs to.")
  static let icon = FieldDefinition("icon", .text, "The name of an icon, such as people.")
  static let image = FieldDefinition("image", .image, "A picture.")
  static let place = FieldDefinition("place", .record("place"), "Where it is.")
  static let links = FieldDefinition("links", .list(.record("link")), "Where to read on.")
  static let facts = FieldDefinition(
    "facts", .list(.record("fact")), "Short facts for a definition list.")
  static let milestones = FieldDefinition(
    "milestones", .list(.record("milestone")), "Dated events.")
  /// Where something is known from, and how well.
  static let evidence = [
    FieldDefinition("source", .list(.reference("source")), "Where this is known from."),
    FieldDefinition(
      "grade", .choice(["seed", "sourced", "general"]),
      "How well it is known: from the publisher itself, read at the source, or generally."),
  ]
}
