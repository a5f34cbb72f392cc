import Diagnostics
import Languages
import SourceFiles

/// How the columns of a CSV file make up a record: `name.de`, `place.latitude`, `links[1].url`.
///
/// A header is checked once against the record type; rows then only fill the shape that came of it. An
/// empty cell is a value that is not given, and a record inside the record of which all cells are empty
/// is not there. Several references or numbers stand in one cell with `|` between them.
struct CSVColumns {
  /// A step of a column's path.
  enum Step: Hashable {
    /// A field of a record, or a language of a text.
    case key(String)
    /// A place in a list, from 1.
    case index(Int)
  }

  /// What stands in the cells of a column.
  enum Cell {
    /// A value as it stands.
    case plain
    /// A number, which may have a decimal comma in a file with semicolons.
    case number
    /// Several values with `|` between them.
    case several
  }

  /// Values by column, in the shape of the record.
  indirect enum Shape {
    /// The value of one column.
    case cell(column: Int, Cell)
    /// A record or the languages of a text; keys stand where the header names them first.
    case mapping([(key: SourceNode, shape: Shape)])
    /// A list by place, sorted; places that no column names are passed over.
    case list([(index: Int, shape: Shape)])
  }

  /// The longest path, in steps, and the greatest place in a list.
  static let depthLimit = 16
  static let indexLimit = 1000

  private(set) var shape: Shape = .mapping([])
  /// The column that names a child row's parent.
  private(set) var parentColumn: Int?

  /// Takes the header apart, and tells of every column that fits no field.
  init(
    _ header: [CSVField], type: RecordType, isChildTable: Bool, decoder: inout RecordDecoder
  ) {
    for (column, field) in header.enumerated() {
      if isChildTable, field.text == "record" {
        parentColumn = column
        continue
      }
      guard let path = Self.path(field.text) else {
        decoder.tell(
          "model.bad-column", "“\(RecordDecoder.short(field.text))” cannot name a column",
          at: field.location, hints: ["write name.de, place.latitude or links[1].url"])
        continue
      }
      guard
        let cell = Self.cell(
          path[...], of: .record(type.name), field: field, decoder: &decoder)
      else { continue }
      guard Self.insert(path[...], column, cell, at: field.location, into: &shape) else {
        decoder.tell(
          "model.bad-column", "“\(field.text)” contradicts an earlier column", at: field.location)
        continue
      }
    }
  }

  /// `links[1].url` in steps.
  static func path(_ text: String) -> [Step]? {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else { return nil }
      steps.append(.key(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let index = Int(piece.dropLast()),
          (1...indexLimit).contains(index)
        else { return nil }
        steps.append(.index(index))
      }
    }
    return steps.count <= depthLimit ? steps : nil
  }

  /// Follows a path through the types to what its cells hold.
  private static func cell(
    _ path: ArraySlice<Step>, of type: FieldType, field: CSVField, decoder: inout RecordDecoder
  ) -> Cell? {
    // Tells of a column that leads nowhere; the other columns are still followed.
    func refuse(_ message: String, _ hints: [String], _ decoder: inout RecordDecoder) -> Cell? {
      decoder.tell("model.bad-column", message, at: field.location, hints: hints)
      return nil
    }
    guard let step = path.first else {
      switch type {
      case .number, .integer: return .number
      case .identifier, .text, .name, .boolean, .date, .address, .choice, .unit, .reference:
        return .plain
      case .list(let item):
        if case .cell = leaf(item) { return .several }
        return refuse(
          "the column “\(field.text)” cannot hold a list of records",
          ["name columns such as \(field.text)[1].…, or give the list a file under `lists:`"],
          &decoder)
      case .localizedText, .markdown:
        let columns = decoder.languages.map { "\(field.text).\($0)" }
        return refuse(
          "“\(field.text)” needs a column for each language",
          ["name them \(columns.joined(separator: ", "))"], &decoder)
      case .record, .image, .backReferences:
        return refuse(
          "the column “\(field.text)” cannot hold \(type.wanted(languages: decoder.languages))",
          ["name columns for its fields, such as \(field.text).…"], &decoder)
      }
    }
    let rest = path.dropFirst()
    switch (step, type) {
    case (.index, .list(let item)):
      return cell(rest, of: item, field: field, decoder: &decoder)
    case (.key(let name), .record(let typeName)):
      let fields = decoder.schema.type(typeName)?.fields.filter { !$0.type.isComputed } ?? []
      if let next = fields.first(where: { $0.name == name }) {
        return cell(rest, of: next.type, field: field, decoder: &decoder)
      }
      return refuse(
        "a \(typeName) has no field “\(name)”",
        Suggestion.hint(for: name, among: fields.map(\.name)), &decoder)
    case (.key(let name), .localizedText), (.key(let name), .markdown), (.key(let name), .name):
      if rest.isEmpty, let tag = LanguageTag(name), decoder.languages.accept(tag) {
        return .plain
      }
      return refuse(
        "“\(name)” is not a language of this workspace",
        ["its languages are \(decoder.languages.map(\.rawValue).joined(separator: ", "))"],
        &decoder)
    case (.key("alt"), .image):
      return cell(rest, of: .localizedText, field: field, decoder: &decoder)
    case (.key(let name), .image):
      if rest.isEmpty, ["file", "credit", "licence", "decorative"].contains(name) { return .plain }
      return refuse(
        "a picture has no field “\(name)”",
        Suggestion.hint(for: name, among: ["file", "alt", "credit", "licence", "decorative"]),
        &decoder)
    default:
      return refuse("“\(field.text)” goes on where there is nothing inside", [], &decoder)
    }
  }

  private enum Leaf { case cell, branch }

  /// Whether a value fits into one cell beside others.
  private static func leaf(_ type: FieldType) -> Leaf {
    switch type {
    case .text, .name, .number, .integer, .boolean, .date, .address, .choice, .unit, .reference,
      .identifier:
      .cell
    default: .branch
    }
  }

  /// Puts a column into the shape; false if something else is there already.
  private static func insert(
    _ path: ArraySlice<Step>, _ column: Int, _ cell: Cell, at place: SourceLocation,
    into shape: inout Shape
  ) -> Bool {
    guard let step = path.first else { return false }
    let rest = path.dropFirst()
    // What a new branch begins as: the next step decides.
    func fresh() -> Shape? {
      switch rest.first {
      case nil: .cell(column: column, cell)
      case .key: .mapping([])
      case .index: .list([])
      }
    }
    switch (step, shape) {
    case (.key(let name), .mapping(var entries)):
      let found = entries.firstIndex { $0.key.text == name }
      guard let found else {
        guard var inner = fresh() else { return false }
        if !rest.isEmpty, !insert(rest, column, cell, at: place, into: &inner) { return false }
        entries.append((SourceNode(.scalar(name, isQuoted: true), at: place), inner))
        shape = .mapping(entries)
        return true
      }
      guard insert(rest, column, cell, at: place, into: &entries[found].shape) else {
        return false
      }
      shape = .mapping(entries)
      return true
    case (.index(let index), .list(var entries)):
      let position = entries.firstIndex { $0.index >= index } ?? entries.count
      if position == entries.count || entries[position].index != index {
        guard var inner = fresh() else { return false }
        if !rest.isEmpty, !insert(rest, column, cell, at: place, into: &inner) { return false }
        entries.insert((index, inner), at: position)
      } else if !insert(rest, column, cell, at: place, into: &entries[position].shape) {
        return false
      }
      shape = .list(entries)
      return true
    default: return false
    }
  }
}
