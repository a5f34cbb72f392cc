extension ModelSchema {
  /// What frames a publication: who publishes it and what it says at the beginning.
  static let publicationTypes = [
    RecordType(
      "organisation", "Who publishes, and what the publication says about itself.",
      fields: [
        SharedFields.name,
        FieldDefinition("city", .localizedText, "The city or place."),
        FieldDefinition("tagline", .localizedText, "A line below the name."),
        SharedFields.lead,
        FieldDefinition("about", .markdown, "What this publication is."),
        FieldDefinition("how_to_read", .markdown, "What signs and marks mean."),
        FieldDefinition("imprint", .markdown, "Who made it, and under which licence."),
        SharedFields.links, SharedFields.image,
      ]),
    RecordType(
      "introduction", "The text that leads into a publication.",
      fields: [
        FieldDefinition("heading", .localizedText, isRequired: true, "The heading."),
        SharedFields.lead, SharedFields.text,
        FieldDefinition("actors", .list(.record("actor")), "Who takes part."),
        SharedFields.image,
      ]),
    RecordType(
      // Who meets around the programmes in the picture of the whole model.
      "actor", "Someone who takes part, such as science or business.",
      fields: [
        SharedFields.name, FieldDefinition("role", .localizedText, "What they do."),
        SharedFields.icon,
      ]),
    RecordType(
      "quotation", "The words of a person.",
      fields: [
        FieldDefinition("text", .localizedText, isRequired: true, "The words, without marks."),
        FieldDefinition("translated", .boolean, "Whether one language is a translation."),
        FieldDefinition("language", .text, "The language of the original words."),
        FieldDefinition("speaker", .text, isRequired: true, "Who said it."),
        FieldDefinition("role", .localizedText, "The speaker’s office."),
        SharedFields.programme, SharedFields.image,
      ] + SharedFields.evidence),
    RecordType(
      // Titles of pages stay in their own language, so one text may serve for all.
      "source", "Where facts and figures come from.",
      fields: [
        FieldDefinition("title", .name, isRequired: true, "Publisher and title."),
        FieldDefinition("url", .address, "The address of the page."),
      ]),
  ]
}
