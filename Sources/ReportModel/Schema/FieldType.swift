/// What a field of a record holds.
package indirect enum FieldType: Sendable, Hashable {
  /// The name by which references find a record.
  case identifier
  /// One text, the same in every language.
  case text
  /// A text in each language of the workspace.
  case localizedText
  /// A text in each language, or one for all, such as a name.
  case name
  /// CommonMark in each language.
  case markdown
  /// An exact decimal number.
  case number
  /// A whole number, such as a year.
  case integer
  case boolean
  /// A date to the day, the month or the year.
  case date
  /// An http or https address.
  case address
  /// A picture with its alternative text, credit and licence.
  case image
  /// One of these words.
  case choice([String])
  /// The identifier of a unit.
  case unit
  /// A record of this type inside the record.
  case record(String)
  /// Several values of one type, in order.
  case list(FieldType)
  /// The identifier of a record of this type, in any of its collections.
  case reference(String)
  /// The records of a type whose reference `field` names this record; never written into files.
  case backReferences(type: String, field: String)
}

extension FieldType {
  /// Whether it has a value for each language.
  package var isLocalized: Bool {
    switch self {
    case .localizedText, .name, .markdown: true
    default: false
    }
  }

  /// Whether it is computed from other records and never written into files.
  package var isComputed: Bool {
    if case .backReferences = self { return true }
    return false
  }

  /// Whether it names other records: a reference, or a list of them.
  package var holdsReferences: Bool {
    switch self {
    case .reference, .list(.reference): true
    default: false
    }
  }

  /// The name that schema files and messages give the type.
  package var name: String {
    switch self {
    case .identifier: "identifier"
    case .text: "text"
    case .localizedText: "localized-text"
    case .name: "name"
    case .markdown: "markdown"
    case .number: "number"
    case .integer: "integer"
    case .boolean: "boolean"
    case .date: "date"
    case .address: "address"
    case .image: "image"
    case .choice: "choice"
    case .unit: "unit"
    case .record: "record"
    case .list: "list"
    case .reference: "reference"
    case .backReferences: "back-references"
    }
  }
}
