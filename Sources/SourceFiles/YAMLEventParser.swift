import CYAML
import Diagnostics

/// Owns a libyaml parser over bytes that stay alive as long as it.
///
/// libyaml is written in C and allocates what it hands out; here every event is copied and freed at
/// once, so that nothing of it outlives this class.
final class YAMLEventParser {
  /// On the heap, because libyaml keeps pointers into its parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// A copy of the file, because libyaml keeps a pointer to its input, too.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  /// The line of the last text block; blocks come in the file's order.
  private var lines = LineCursor()

  /// A parser for UTF-8 text without a byte order mark; nil if memory runs out.
  init?(_ bytes: ArraySlice<UInt8>, file: String) {
    self.file = file
    input = .allocate(capacity: max(1, bytes.count))
    _ = input.initialize(from: bytes)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// What the reader needs to know of an event; libyaml's own memory is freed at once.
  struct Event {
    /// What begins, ends or stands here.
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd, alias
      case scalar(String, isQuoted: Bool, ScalarStyle)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    var kind: Kind
    var location: SourceLocation
    /// The anchor or alias name.
    var anchor: String?
    /// A tag that was written out; nil for the type that follows from the form.
    var tag: String?
  }

  /// The next event, or the syntax error that stands in its way.
  func next() throws(Diagnostic) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLProblem.diagnostic(for: parser.pointee, file: file)
    }
    defer { yaml_event_delete(&event) }
    // libyaml counts lines and columns from 0, columns in characters.
    let mark = event.start_mark
    let place = SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    switch event.type {
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, location: place)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, location: place)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, location: place)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, location: place)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, location: place)
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias, location: place, anchor: text(event.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return Event(
        kind: .scalar(
          String(decoding: bytes, as: UTF8.self),
          isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, style(of: event)),
        location: place, anchor: text(scalar.anchor), tag: text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return Event(
        kind: .sequenceStart, location: place, anchor: text(start.anchor), tag: text(start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return Event(
        kind: .mappingStart, location: place, anchor: text(start.anchor), tag: text(start.tag))
    default: return Event(kind: .streamEnd, location: place)
    }
  }

  /// How a scalar is written.
  private func style(of event: yaml_event_t) -> ScalarStyle {
    let style = event.data.scalar.style
    if style == YAML_LITERAL_SCALAR_STYLE {
      let spaces = lines.indentation(
        below: Int(event.start_mark.line), in: UnsafeBufferPointer(input))
      return .literal(indent: UInt16(clamping: spaces))
    }
    guard event.start_mark.line == event.end_mark.line else { return .folded }
    if style == YAML_SINGLE_QUOTED_SCALAR_STYLE { return .singleQuoted }
    return style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? .doubleQuoted : .plain
  }

  /// A C string of libyaml, which is UTF-8 because its input was checked to be.
  private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
