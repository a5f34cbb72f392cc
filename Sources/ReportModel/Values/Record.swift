package import Diagnostics

/// A record: its type, and a value for each of the type's fields.
package struct Record: Sendable {
  /// The name of its type.
  package let type: String
  /// The values in the order of the type's fields.
  package var values: [ModelValue]
  /// Where the record begins.
  package var location: SourceLocation
  /// Where each value stands; nil where it is missing.
  package var fieldLocations: [SourceLocation?]
  /// Where the CommonMark texts stand in each language.
  package var textPlaces: [TextPlace] = []
  /// Whether nothing was wrong with it when it was read; an unsound record lacks values.
  package var isSound = true

  package init(
    type: String, values: [ModelValue], location: SourceLocation,
    fieldLocations: [SourceLocation?]
  ) {
    self.type = type
    self.values = values
    self.location = location
    self.fieldLocations = fieldLocations
  }

  /// The identifier; empty for a record inside another one that has none.
  package var id: String { values.first?.text ?? "" }
}

/// Records are equal if they say the same, wherever they were read from.
extension Record: Hashable {
  package static func == (a: Record, b: Record) -> Bool {
    a.type == b.type && a.values == b.values
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(id)
  }
}
