extension WorkspaceModel {
  /// The value at a path such as `programmes.nordwaerts.metrics.1.label`; nil if there is no such place.
  ///
  /// A collection or a list is entered by identifier or by number (from 1), a reference by going on.
  package subscript(path: String) -> ModelValue? {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
    guard let root = parts.popFirst() else { return nil }
    var current: ModelValue
    if let record = singleton(root) {
      current = .record(record)
    } else if schema.collections.contains(where: { $0.name == root }) {
      current = .list(records(in: root).map { .record($0) })
    } else {
      return nil
    }
    for part in parts {
      guard let next = step(part, from: current) else { return nil }
      current = next
    }
    return current
  }

  /// One step of a path; a name is tried as an identifier before it is taken for a number.
  private func step(_ name: String, from value: ModelValue) -> ModelValue? {
    switch value {
    case .record(let record):
      guard schema.type(record.type)?.index(of: name) != nil else { return nil }
      return self.value(name, of: record)
    case .reference(let type, let id):
      return record(type: type, id: id).flatMap { step(name, from: .record($0)) }
    case .list(let items):
      if let found = items.first(where: { $0.record?.id == name }) { return found }
      guard let number = Int(name), items.indices.contains(number - 1) else { return nil }
      return items[number - 1]
    default:
      return nil
    }
  }
}
