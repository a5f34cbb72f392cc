import Diagnostics

/// Looks through an SVG file for what librsvg would leave out, or take from elsewhere, unsaid.
///
/// A tokenizer of tags and nothing more; librsvg's parser judges whether the XML is sound.
struct SVGInspection {
  /// More elements than any icon or illustration has; also bounds the depth of their nesting.
  private static let mostElements = 200_000

  private let bytes: [UInt8]
  private let name: String
  private var offset = 0
  private var elements = 0

  private init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// Whether the bytes look like an SVG file: text whose first element is `svg`.
  static func matches(_ bytes: [UInt8]) -> Bool {
    var inspection = SVGInspection(bytes, name: "")
    return inspection.nextTag()?.element == "svg"
  }

  /// Throws at the first thing that would not be drawn as the file shows it.
  static func check(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    var inspection = SVGInspection(bytes, name: name)
    while let tag = inspection.nextTag() { try inspection.check(tag) }
  }

  /// An opening tag.
  private struct Tag {
    var element: String
    var start: Int
    /// The bytes between the element's name and the closing bracket.
    var attributes: Range<Int>
  }

  /// Throws where the tag is one whose meaning would be lost.
  private mutating func check(_ tag: Tag) throws(Diagnostic) {
    elements += 1
    if elements > Self.mostElements {
      throw problem("the SVG file has more than \(Self.mostElements) elements", tag, "simplify it")
    }
    switch tag.element {
    case "text", "tspan", "flowRoot":
      throw problem(
        "the SVG file holds text, which would be set in whatever font is at hand", tag,
        "convert its text to outlines, or set the text in the layout, in both languages")
    case "foreignObject", "script", "animate", "animateTransform", "animateMotion", "set":
      throw problem(
        "the SVG file holds <\(tag.element)>, which cannot be printed", tag, "remove it")
    case "a": break
    default:
      let address = Self.reference(in: bytes[tag.attributes])
      if let address, !address.starts(with: "#".utf8), !address.starts(with: "data:".utf8) {
        let shown = String(decoding: address.prefix(60), as: UTF8.self)
        throw problem(
          "the SVG file refers to another file, “\(shown)”", tag,
          "embed the picture in the SVG file, or place it in the layout")
      }
    }
  }

  /// A diagnostic at the line and column (in bytes) where the tag begins.
  private func problem(_ message: String, _ tag: Tag, _ hint: String) -> Diagnostic {
    let before = bytes[..<tag.start]
    let line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Diagnostic(
      "image.unsuitable", message,
      at: SourceLocation(file: name, line: line, column: tag.start - lineStart + 1), hints: [hint])
  }

  /// The value of the first `href` attribute, with or without a prefix.
  private static func reference(in attributes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let name = Array("href".utf8)
    var start = attributes.startIndex
    while start + name.count < attributes.endIndex {
      guard attributes[start...].starts(with: name) else {
        start += 1
        continue
      }
      var rest = attributes[(start + name.count)...].drop(while: isSpace)
      start += name.count
      guard rest.popFirst() == UInt8(ascii: "=") else { continue }
      rest = rest.drop(while: isSpace)
      guard let quote = rest.popFirst() else { return nil }
      return rest.prefix { $0 != quote }.drop(while: isSpace)
    }
    return nil
  }

  /// XML 1.0, 2.3, S; vertical tab and form feed do no harm.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The next opening tag, past comments, declarations and character data.
  private mutating func nextTag() -> Tag? {
    while let bracket = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = bracket + 1
      if skips("!--", until: "-->") || skips("![CDATA[", until: "]]>") || skips("?", until: "?>") {
        continue
      }
      if skipsDeclaration() { continue }
      let end = endOfTag()
      defer { offset = min(bytes.count, end + 1) }
      let nameEnd =
        bytes[offset..<end].firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: "/") } ?? end
      guard nameEnd > offset else { continue }
      // Names of other vocabularies (metadata of drawing programs) keep their prefix.
      let name = String(decoding: bytes[offset..<nameEnd], as: UTF8.self)
      return Tag(
        element: name.hasPrefix("svg:") ? String(name.dropFirst(4)) : name, start: bracket,
        attributes: nameEnd..<end)
    }
    offset = bytes.count
    return nil
  }

  /// Where the tag closes; brackets within quotation marks do not count.
  private func endOfTag() -> Int {
    var quote: UInt8?
    for index in offset..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return bytes.count
  }

  /// Goes past a piece that begins and ends as given; false where it does not begin here.
  private mutating func skips(_ begin: String, until end: String) -> Bool {
    guard bytes[offset...].starts(with: begin.utf8) else { return false }
    let mark = Array(end.utf8)
    offset += begin.utf8.count
    while offset < bytes.count, !bytes[offset...].starts(with: mark) { offset += 1 }
    offset = min(bytes.count, offset + mark.count)
    return true
  }

  /// Goes past a document type declaration with its internal subset.
  private mutating func skipsDeclaration() -> Bool {
    guard bytes[offset...].first == UInt8(ascii: "!") else { return false }
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        offset += 1
        return true
      default: break
      }
      offset += 1
    }
    return true
  }
}
