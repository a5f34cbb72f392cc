import ReportModel

/// What binding one publication read of the model.
///
/// A class for the same reason as the register of citations: expressions are worked out by value,
/// and all of them add to the one log.
final class ReadLog {
  /// The records that expressions gave, by identifier; the first of two types with one identifier.
  private(set) var records: [String: Record] = [:]
  /// Something was read that has errors, or that a file that could not be read may have more of.
  private(set) var readFaulty = false
  private let incompleteTypes: Set<String>

  init(model: WorkspaceModel) { incompleteTypes = model.incompleteTypes }

  /// Notes a value and the records in it.
  func note(_ value: BoundValue) {
    switch value {
    case .record(let record):
      if !record.isSound { readFaulty = true }
      if !record.id.isEmpty, records[record.id] == nil { records[record.id] = record }
    case .list(let items):
      for item in items { note(item) }
    default: break
    }
  }

  /// Notes that all records of a type were asked for.
  func note(allOf type: String?) {
    if let type, incompleteTypes.contains(type) { readFaulty = true }
  }
}
