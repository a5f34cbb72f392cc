package import Diagnostics
package import Languages

/// Everything that a workspace's model files say, checked.
package struct WorkspaceModel: Sendable {
  /// The record types, and the names at the root.
  package let schema: ModelSchema
  /// The languages that every text has, in the workspace's order.
  package let languages: [LanguageTag]
  package let metadata: PublicationMetadata
  package let units: UnitTable
  /// The paths of the files that were read, relative to the workspace, each once.
  package let files: [String]
  /// What is done to typed text, and which gender sign the house has chosen.
  package var typography = TypographyChoice()
  /// Where each gender sign comes first in the texts of the records.
  package var genderSigns: [GenderSign: SourceLocation] = [:]
  /// Record types of which a file could not be read: some of their records are missing.
  package let incompleteTypes: Set<String>
  /// The records by the name of their collection.
  private let collections: [String: [Record]]
  /// The single records by name.
  private let singletons: [String: Record]
  /// Where a record of a type and identifier stands.
  private let places: [RecordKey: Place]
  /// The records that name another one, by the field that does.
  private let referrers: [ReferrerKey: [Place]]

  /// What a reference names.
  private struct RecordKey: Hashable {
    var type: String
    var id: String
  }

  /// What is named, through which field of which type.
  private struct ReferrerKey: Hashable {
    var type: String
    var field: String
    var id: String
  }

  /// Where a record stands; cheaper to keep twice than the record.
  private struct Place {
    var collection: String
    var index: Int
  }

  /// A model of records that were checked against the schema.
  package init(
    schema: ModelSchema, languages: [LanguageTag], metadata: PublicationMetadata,
    units: UnitTable, files: [String], collections: [String: [Record]],
    singletons: [String: Record], incompleteTypes: Set<String> = []
  ) {
    self.incompleteTypes = incompleteTypes
    self.schema = schema
    self.languages = languages
    self.metadata = metadata
    self.units = units
    self.files = files
    self.collections = collections
    self.singletons = singletons
    var places: [RecordKey: Place] = [:]
    var referrers: [ReferrerKey: [Place]] = [:]
    // Both indices are made once: looking records up by search would cost the square of their number.
    let referenceFields = schema.backReferenceFields
    for root in schema.collections {
      let fields = referenceFields[root.type] ?? []
      for (index, record) in (collections[root.name] ?? []).enumerated() {
        let place = Place(collection: root.name, index: index)
        let key = RecordKey(type: root.type, id: record.id)
        if places[key] == nil { places[key] = place }
        for field in fields {
          for target in Set(record.values[field.index].referencedIdentifiers) {
            let key = ReferrerKey(type: root.type, field: field.name, id: target)
            referrers[key, default: []].append(place)
          }
        }
      }
    }
    self.places = places
    self.referrers = referrers
  }

  /// The records of a collection, in their files' order.
  package func records(in collection: String) -> [Record] { collections[collection] ?? [] }

  /// A single record at the model's root.
  package func singleton(_ name: String) -> Record? { singletons[name] }

  /// The record that a reference names.
  package func record(type: String, id: String) -> Record? {
    places[RecordKey(type: type, id: id)].map(record(at:))
  }

  /// The records of `type` whose reference `field` names `id`, in their collections' order.
  package func backReferences(type: String, field: String, to id: String) -> [Record] {
    (referrers[ReferrerKey(type: type, field: field, id: id)] ?? []).map(record(at:))
  }

  /// The value of a record's field; back references come as a list of records.
  package func value(_ field: String, of record: Record) -> ModelValue {
    guard let type = schema.type(record.type), let index = type.index(of: field) else {
      return .missing
    }
    if case .backReferences(let source, let sourceField) = type.fields[index].type {
      return .list(
        backReferences(type: source, field: sourceField, to: record.id).map { .record($0) })
    }
    return record.values.indices.contains(index) ? record.values[index] : .missing
  }

  /// The figure of a record that has fields `value`, and perhaps `unit` and `comparator`.
  package func quantity(of record: Record) -> Quantity? {
    guard let number = value("value", of: record).number else { return nil }
    return Quantity(
      value: number,
      comparator: value("comparator", of: record).text.flatMap(Comparator.init) ?? .equal,
      unit: value("unit", of: record).text)
  }

  private func record(at place: Place) -> Record {
    (collections[place.collection] ?? [])[place.index]
  }
}

extension ModelValue {
  /// The identifiers that a reference or a list of references names.
  var referencedIdentifiers: [String] {
    switch self {
    case .reference(_, let id): [id]
    case .list(let items): items.flatMap(\.referencedIdentifiers)
    default: []
    }
  }
}

extension ModelSchema {
  /// For each record type, its fields by which other types find it back.
  var backReferenceFields: [String: [(name: String, index: Int)]] {
    var fields: [String: [(name: String, index: Int)]] = [:]
    for type in types {
      for case .backReferences(let source, let name) in type.fields.map(\.type) {
        guard let index = self.type(source)?.index(of: name),
          !(fields[source] ?? []).contains(where: { $0.index == index })
        else { continue }
        fields[source, default: []].append((name, index))
      }
    }
    return fields
  }
}
