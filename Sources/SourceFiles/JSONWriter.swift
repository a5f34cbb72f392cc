/// Writes JSON text, indented by two spaces and ended by a line feed.
package struct JSONWriter {
  /// The text so far, as UTF-8.
  private var bytes: [UInt8] = []

  /// The text of a value.
  package static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, indent: 0)
    writer.bytes.append(10)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes a value; `indent` counts levels.
  private mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: put("null")
    case .boolean(let value): put(value ? "true" : "false")
    case .integer(let value): put(String(value))
    case .number(let text): put(text)
    case .string(let text): quote(text)
    case .array(let items):
      list("[", "]", items, indent: indent) { $0.write($1, indent: indent + 1) }
    case .object(let members):
      list("{", "}", members, indent: indent) { writer, member in
        writer.quote(member.name)
        writer.put(": ")
        writer.write(member.value, indent: indent + 1)
      }
    }
  }

  /// Writes brackets with one item a line between them, or nothing at all.
  private mutating func list<Item>(
    _ opening: String, _ closing: String, _ items: [Item], indent: Int,
    _ write: (inout JSONWriter, Item) -> Void
  ) {
    put(opening)
    for (index, item) in items.enumerated() {
      put(index == 0 ? "\n" : ",\n")
      put(String(repeating: "  ", count: indent + 1))
      write(&self, item)
    }
    if !items.isEmpty { put("\n" + String(repeating: "  ", count: indent)) }
    put(closing)
  }

  /// Appends bytes: a string that grows by characters would be slower by far.
  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A string in quotes with the escapes that RFC 8259, section 7 asks for.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: put("\\n")
      case 13: put("\\r")
      case 9: put("\\t")
      case 0..<0x20:
        let code = String(byte, radix: 16)
        put("\\u00" + (code.count == 1 ? "0" : "") + code)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
