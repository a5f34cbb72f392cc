/// Finds lines in bytes from the last one that was found on, so that a file is walked once.
struct LineCursor {
  /// The line, from 0, and where it begins.
  private var line = 0
  private var offset = 0

  /// How many spaces stand before the first line below `target` that is not blank.
  mutating func indentation(below target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    while line <= target, offset < bytes.count { skipLine(in: bytes) }
    // The cursor stays; blank lines are looked over without it.
    var ahead = offset
    var spaces = 0
    while ahead < bytes.count {
      switch bytes[ahead] {
      case UInt8(ascii: " "): spaces += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): spaces = 0
      default: return spaces
      }
      ahead += 1
    }
    return 0
  }

  private mutating func skipLine(in bytes: UnsafeBufferPointer<UInt8>) {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"),
      bytes[offset] != UInt8(ascii: "\r")
    {
      offset += 1
    }
    if offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\r"),
      bytes[offset + 1] == UInt8(ascii: "\n")
    {
      offset += 1
    }
    offset += 1
    line += 1
  }
}
