import Diagnostics
import Languages
import SourceFiles

/// Turns nodes into records of a type, and tells of everything that does not fit.
///
/// A value that does not fit is missing from the record, so that the rest is still checked.
struct RecordDecoder {
  /// What a record may refer to is known only when all files are read.
  struct PendingReference {
    /// What is named.
    var type: String
    var id: String
    /// Where the name stands, and in which field.
    var location: SourceLocation
    var field: String
    /// The record at the model's root that holds it, and the name that it is found under there.
    var record: String?
    var root: String
  }

  /// How many values a list may have.
  static let listLimit = 100_000
  /// How many characters a text may have.
  static let textLimit = 200_000

  /// The record types that fields may name.
  let schema: ModelSchema
  /// The rules of languages, for their names in messages.
  let catalogue: LanguageCatalogue
  /// The languages that every localised text must have.
  let languages: [LanguageTag]
  /// The units that figures may have.
  let units: UnitTable
  /// Where the files of pictures must be.
  let workspace: Workspace
  /// The folder that image files are named in, relative to the workspace.
  let folder: String
  var problems = Problems()
  var references: [PendingReference] = []
  /// Where each gender sign comes first in the texts read so far.
  var genderSigns: [GenderSign: SourceLocation] = [:]
  /// The field being read holds somebody else's words: a quotation, the title of a source.
  var isWordedByOthers = false
  /// The name at the model's root whose records are being read.
  var currentRoot = ""

  /// The record that a node holds.
  mutating func record(
    _ node: SourceNode, as type: RecordType, needsIdentifier: Bool = false
  ) -> Record {
    var record = Record(
      type: type.name, values: Array(repeating: .missing, count: type.fields.count),
      location: node.location,
      fieldLocations: Array(repeating: nil, count: type.fields.count))
    guard let entries = node.mapping else {
      tell(
        "model.wrong-type",
        "a \(type.name) is made of keys and values, and this is \(node.shapeInWords)",
        at: node.location, hints: ["its keys are \(Self.keys(of: type))"])
      return record
    }
    for entry in entries {
      guard let index = type.index(of: entry.name) else {
        tell(
          "model.unknown-key", "a \(type.name) has no field “\(entry.name)”",
          at: entry.key.location,
          hints: Suggestion.hint(
            for: entry.name, among: type.fields.filter { !$0.type.isComputed }.map(\.name)))
        continue
      }
      // `lead:` with nothing behind it is as good as left out.
      guard !entry.value.isNull, entry.value.text != "" else { continue }
      record.fieldLocations[index] = entry.value.location
      let field = type.fields[index]
      isWordedByOthers =
        ["quotation.text", "source.title"].contains("\(type.name).\(field.name)")
      record.values[index] = value(entry.value, as: field.type, in: field.name)
      isWordedByOthers = false
      if field.type == .markdown {
        record.textPlaces += textPlaces(of: entry.value, field: index)
      }
    }
    for (index, field) in type.fields.enumerated()
    where (field.isRequired || (index == 0 && needsIdentifier))
      && record.fieldLocations[index] == nil
    {
      let name = record.id.isEmpty ? "a \(type.name)" : "the \(type.name) “\(record.id)”"
      tell(
        "model.missing-field", "\(name) has no “\(field.name)”", at: node.location,
        hints: [field.documentation.isEmpty ? "add it" : "add it: \(field.documentation)"])
    }
    return record
  }

  /// Where the text of each language stands.
  private func textPlaces(of node: SourceNode, field: Int) -> [TextPlace] {
    (node.mapping ?? []).compactMap { entry in
      LanguageTag(entry.name).map {
        TextPlace(
          field: field, language: $0, location: entry.value.location, style: entry.value.style)
      }
    }
  }

  /// The value of a field or of a list's entry.
  mutating func value(_ node: SourceNode, as type: FieldType, in field: String) -> ModelValue {
    switch type {
    case .localizedText, .name, .markdown: return localized(node, as: type, in: field)
    case .image: return image(node, in: field)
    case .list(let item): return list(node, of: item, in: field)
    case .record(let name):
      guard let recordType = schema.type(name) else { return .missing }
      return .record(record(node, as: recordType))
    case .backReferences(let source, let sourceField):
      tell(
        "model.computed-field", "“\(field)” is gathered from the records that name this one",
        at: node.location, hints: ["write `\(sourceField): …` into each \(source) instead"])
      return .missing
    default:
      guard let text = node.text, !node.isNull else {
        return wrongType(node, type, in: field)
      }
      return scalar(text, node, as: type, in: field)
    }
  }

  /// A list; records in it that have identifiers must have different ones.
  private mutating func list(
    _ node: SourceNode, of item: FieldType, in field: String
  ) -> ModelValue {
    guard let items = node.sequence else { return wrongType(node, .list(item), in: field) }
    guard items.count <= Self.listLimit else {
      tell(
        "model.list-too-long",
        "“\(field)” has \(items.count) entries, and \(Self.listLimit) are the most",
        at: node.location)
      return .missing
    }
    var values: [ModelValue] = []
    values.reserveCapacity(items.count)
    var places: [String: SourceLocation] = [:]
    for node in items {
      let value = value(node, as: item, in: field)
      guard !value.isMissing else { continue }
      if let id = value.record?.id, !id.isEmpty {
        if let before = places[id] {
          tell(
            "model.duplicate-id", "the identifier “\(id)” comes twice in “\(field)”",
            at: node.location, hints: ["it stands before in \(before)"])
        }
        places[id] = node.location
      }
      values.append(value)
    }
    return .list(values)
  }

  /// Tells that a node has another shape than its field wants.
  mutating func wrongType(
    _ node: SourceNode, _ type: FieldType, in field: String
  ) -> ModelValue {
    tell(
      "model.wrong-type",
      "“\(field)” wants \(type.wanted(languages: languages)), and this is \(node.shapeInWords)",
      at: node.location, hints: type.example(languages: languages).map { [$0] } ?? [])
    return .missing
  }

  /// Adds a problem of the record that is being read.
  mutating func tell(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String] = [],
    language: LanguageTag? = nil
  ) {
    var problem = Diagnostic(identifier, message, at: location, hints: hints)
    problem.language = language?.rawValue
    problems.add(problem)
  }

  /// The keys that may be written, in order.
  private static func keys(of type: RecordType) -> String {
    type.fields.filter { !$0.type.isComputed }.map(\.name).joined(separator: ", ")
  }
}
