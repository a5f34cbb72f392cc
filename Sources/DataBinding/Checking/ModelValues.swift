import ReportModel

/// The texts that the fields of a model's records have, gathered when a layout asks for them.
///
/// A class, so that the checker, which is copied, gathers each field once. It belongs to one check.
final class ModelValues {
  private struct Key: Hashable {
    var type: String
    var field: Int
  }

  private let model: WorkspaceModel
  private var gathered: [Key: Set<String>] = [:]

  init(_ model: WorkspaceModel) { self.model = model }

  /// The texts of a field in all records of a type, also of those inside others; empty where the
  /// model has no such record.
  func texts(of field: Int, in type: String) -> Set<String> {
    let key = Key(type: type, field: field)
    if let known = gathered[key] { return known }
    var texts: Set<String> = []
    for root in model.schema.collections {
      for record in model.records(in: root.name) { gather(.record(record), key, into: &texts) }
    }
    for root in model.schema.singletons {
      if let record = model.singleton(root.name) { gather(.record(record), key, into: &texts) }
    }
    gathered[key] = texts
    return texts
  }

  private func gather(_ value: ModelValue, _ key: Key, into texts: inout Set<String>) {
    switch value {
    case .record(let record):
      if record.type == key.type, record.values.indices.contains(key.field),
        let text = record.values[key.field].text
      {
        texts.insert(text)
      }
      for inner in record.values { gather(inner, key, into: &texts) }
    case .list(let items): for item in items { gather(item, key, into: &texts) }
    default: break
    }
  }
}
