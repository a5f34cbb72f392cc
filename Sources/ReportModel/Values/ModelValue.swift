package import Languages

/// The value of a field.
package indirect enum ModelValue: Sendable, Hashable {
  /// Nothing is given.
  case missing
  /// A text that is the same in every language: also an identifier, choice, unit or address.
  case text(String)
  /// A text in each language; CommonMark where the field says so.
  case localized(Localized<String>)
  case number(DecimalNumber)
  case boolean(Bool)
  case date(PartialDate)
  case image(ImageReference)
  /// A record inside the record.
  case record(Record)
  case list([ModelValue])
  /// The name of another record; it exists in a model without problems.
  case reference(type: String, id: String)
}

extension ModelValue {
  /// Whether nothing is given.
  package var isMissing: Bool { self == .missing }

  /// The text of a plain text, identifier, choice, unit or address.
  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The texts by language.
  package var localized: Localized<String>? {
    guard case .localized(let values) = self else { return nil }
    return values
  }

  /// The number.
  package var number: DecimalNumber? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The record inside the record.
  package var record: Record? {
    guard case .record(let record) = self else { return nil }
    return record
  }

  /// The values of a list.
  package var list: [ModelValue]? {
    guard case .list(let items) = self else { return nil }
    return items
  }
}
