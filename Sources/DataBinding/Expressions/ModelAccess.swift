import Diagnostics
import Languages
import ReportModel

/// Steps into the model for evaluation.
extension WorkspaceModel {
  /// What stands at the top under a name: a record or a list of records.
  func root(_ name: String) -> BoundValue {
    if let record = singleton(name) { return .record(record) }
    guard schema.type(ofCollection: name) != nil else { return .missing }
    return .list(records(in: name).map(BoundValue.record))
  }

  /// The value of a field of a record, references followed.
  func field(_ name: String, of record: Record) -> BoundValue {
    guard let type = schema.type(record.type) else { return .missing }
    if name == "id" { return .text(record.id) }
    guard let index = type.index(of: name) else { return .missing }
    let definition = type.fields[index]
    if case .backReferences(let type, let field) = definition.type {
      return .list(
        backReferences(type: type, field: field, to: record.id).map(BoundValue.record))
    }
    guard record.values.indices.contains(index) else { return .missing }
    let place = record.fieldLocations.indices.contains(index) ? record.fieldLocations[index] : nil
    var origin = ValueOrigin(
      record: record.id, path: "\(record.type).\(name)", location: place ?? record.location)
    if definition.type == .markdown {
      origin.textPlaces = record.textPlaces.filter { $0.field == index }
    }
    return bound(record.values[index], type: definition.type, origin: origin)
  }

  private func bound(_ value: ModelValue, type: FieldType, origin: ValueOrigin) -> BoundValue {
    switch value {
    case .missing: return .missing
    case .text(let text): return .text(text)
    case .localized(let values):
      return .localized(.init(values: values, isMarked: type == .markdown, origin: origin))
    case .number(let number): return .number(number, isGrouped: type != .integer)
    case .boolean(let flag): return .boolean(flag)
    case .date(let date): return .date(date)
    case .record(let record): return .record(record)
    case .reference(let type, let id):
      return self.record(type: type, id: id).map(BoundValue.record) ?? .missing
    case .image(let image):
      return .image(
        image,
        .init(values: image.alternativeText ?? Localized([:]), isMarked: false, origin: origin))
    case .list(let items):
      guard case .list(let itemType) = type else { return .missing }
      return .list(
        items.enumerated().map { position, item in
          var origin = origin
          origin.path += ".\(position)"
          return bound(item, type: itemType, origin: origin)
        })
    }
  }

  /// All sources that a value names anywhere inside, each once, in reading order.
  func sources(in value: BoundValue) -> [Record] {
    var found: [Record] = []
    var seen = Set<String>()
    collectSources(value, depth: 0, into: &found, seen: &seen)
    return found
  }

  private func collectSources(
    _ value: BoundValue, depth: Int, into found: inout [Record], seen: inout Set<String>
  ) {
    guard depth < 12 else { return }
    switch value {
    case .list(let items):
      for item in items { collectSources(item, depth: depth + 1, into: &found, seen: &seen) }
    case .record(let record) where record.type == "source":
      if seen.insert(record.id).inserted { found.append(record) }
    case .record(let record):
      guard let type = schema.type(record.type) else { return }
      for field in type.fields {
        switch field.type {
        case .record, .list:
          collectSources(
            self.field(field.name, of: record), depth: depth + 1, into: &found, seen: &seen)
        default: continue
        }
      }
    default: return
    }
  }
}
