/// One field of a record type.
package struct FieldDefinition: Sendable, Hashable {
  /// The key in files: small letters, digits and `_`.
  package var name: String
  /// What the field holds.
  package var type: FieldType
  /// Whether every record must have it.
  package var isRequired: Bool
  /// One sentence for the JSON Schema and for hints.
  package var documentation: String

  package init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, _ documentation: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.documentation = documentation
  }
}

/// A kind of record: its name and fields; built-in ones and a workspace's own are alike.
package struct RecordType: Sendable, Hashable {
  /// The name in the singular, such as `project`.
  package let name: String
  /// The fields in order; the first one is always `id`.
  package private(set) var fields: [FieldDefinition]
  /// One sentence for the JSON Schema.
  package var documentation: String
  /// The position of each field by name.
  private var indices: [String: Int] = [:]

  /// A type whose fields follow its identifier; of two fields with one name the first counts.
  package init(_ name: String, _ documentation: String, fields: [FieldDefinition]) {
    self.name = name
    self.documentation = documentation
    self.fields = [
      FieldDefinition("id", .identifier, "The name by which references find the record.")
    ]
    indices = ["id": 0]
    for field in fields { add(field) }
  }

  /// Adds a field unless the type has one of this name; says whether it did.
  @discardableResult
  package mutating func add(_ field: FieldDefinition) -> Bool {
    guard indices[field.name] == nil else { return false }
    indices[field.name] = fields.count
    fields.append(field)
    return true
  }

  /// The position of a field.
  package func index(of field: String) -> Int? { indices[field] }

  /// The field of this name.
  package subscript(field: String) -> FieldDefinition? { indices[field].map { fields[$0] } }
}
