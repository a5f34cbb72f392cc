import ReportModel

/// The static type of an expression: what checking a layout knows before there are values.
indirect enum ValueType: Sendable, Hashable {
  case text, localized, number, boolean, date, image, pageField
  /// A record of one of these types.
  case record(Set<String>)
  case list(ValueType)
  /// Not known, after an error that has been reported.
  case unknown

  /// The type of a field.
  init(_ field: FieldType, schema: ModelSchema) {
    switch field {
    case .identifier, .text, .address, .choice, .unit: self = .text
    case .localizedText, .name, .markdown: self = .localized
    case .number, .integer: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .image: self = .image
    case .record(let name), .reference(let name): self = .record([name])
    case .list(let item): self = .list(ValueType(item, schema: schema))
    case .backReferences(let type, _): self = .list(.record([type]))
    }
  }

  /// What it is called in messages.
  var inWords: String {
    switch self {
    case .text, .localized: "text"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .image: "an image"
    case .pageField: "a page number"
    case .record(let names): "a record (\(names.sorted().joined(separator: " or ")))"
    case .list(let item): "a list of \(item.inWords)"
    case .unknown: "something unknown"
    }
  }

  /// The type of a list with items of both.
  func union(_ other: ValueType) -> ValueType {
    switch (self, other) {
    case (.record(let a), .record(let b)): .record(a.union(b))
    case (.list(let a), .list(let b)): .list(a.union(b))
    case (.unknown, let t), (let t, .unknown): t
    default: self == other ? self : .unknown
    }
  }

  /// Whether a value of this type can stand where `wanted` is asked for.
  func fits(_ wanted: ValueType) -> Bool {
    switch (self, wanted) {
    case (.unknown, _), (_, .unknown): true
    case (.record(let a), .record(let b)): !a.isDisjoint(with: b)
    case (.list(let a), .list(let b)): a.fits(b)
    case (.text, .localized), (.localized, .text): true
    default: self == wanted
    }
  }
}
