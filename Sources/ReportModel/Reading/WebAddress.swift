/// Checks addresses as RFC 3986 writes them, of the schemes that a reader can follow.
enum WebAddress {
  /// Whether it is an http or https address with a host and without spaces, quotes or brackets.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2000 else { return false }
    let lowered = bytes.prefix(8).map { $0 | 0x20 }
    let start: Int
    if lowered.starts(with: Array("https://".utf8)) {
      start = 8
    } else if lowered.starts(with: Array("http:".utf8)), bytes.dropFirst(5).starts(with: [47, 47]) {
      start = 7
    } else {
      return false
    }
    let host = bytes[start...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    guard let first = host.first, first != 0x2E, first != 0x3A else { return false }
    let refused = Set(" \"<>\\^`{|}".utf8)
    return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !refused.contains($0) }
  }
}
