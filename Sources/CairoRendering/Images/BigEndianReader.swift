/// Reads numbers out of bytes, most significant first, and never past the end.
struct BigEndianReader {
  private let bytes: [UInt8]
  private(set) var offset: Int
  /// Where reading ends: the end of a segment or of the file.
  private let end: Int
  /// Least significant byte first instead, as Exif has it from some cameras.
  var isLittleEndian = false

  /// Reads from `offset` up to `end` or the last byte.
  init(_ bytes: [UInt8], at offset: Int = 0, end: Int? = nil) {
    self.bytes = bytes
    self.end = min(bytes.count, max(0, end ?? bytes.count))
    self.offset = max(0, offset)
  }

  /// An unsigned number of 1 to 4 bytes; nil at the end.
  mutating func integer(_ width: Int) -> Int? {
    guard offset <= end - width else { return nil }
    let part = bytes[offset..<offset + width]
    offset += width
    return isLittleEndian
      ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four bytes as letters; nil at the end.
  mutating func tag() -> String? {
    guard offset <= end - 4 else { return nil }
    defer { offset += 4 }
    return String(decoding: bytes[offset..<offset + 4], as: Unicode.ASCII.self)
  }

  /// Goes on by so many bytes; past the end, nothing more is read.
  mutating func skip(_ count: Int) { offset = min(end, offset + max(0, count)) }
}
