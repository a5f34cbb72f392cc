import Diagnostics

/// The address of a link out of the document, as a PDF may hold it.
enum LinkAddress {
  /// What a printed matter may lead to: pages, mailboxes and telephones, never scripts or files.
  private static let schemes = ["http", "https", "mailto", "tel"]
  /// RFC 3986's characters without those that end or escape a string in PDF or in Cairo's
  /// attributes: `( ) ' \`.
  private static let plain = Set("-._~:/?#[]@!$&*+,;=".utf8)

  /// The address with everything else percent-encoded; throws where it is none.
  static func encoded(_ address: String) throws(Diagnostic) -> String {
    let bytes = Array(address.utf8)
    let isSound = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && (1...2_000).contains(bytes.count)
    guard isSound, isAllowed(address) else {
      throw Diagnostic(
        "link.address", "“\(address.prefix(60).filter(\.isPrintable))” cannot be a link",
        hints: ["use an address that begins with https://, http://, mailto: or tel:"])
    }
    var encoded = ""
    for (index, byte) in bytes.enumerated() {
      if isLetterOrDigit(byte) || plain.contains(byte) || isEscape(bytes, index) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%\(digits.utf8.count < 2 ? "0" : "")\(digits)"
      }
    }
    return encoded
  }

  /// Whether the scheme is one that leads to a page, a mailbox or a telephone, or there is none.
  private static func isAllowed(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return true }
    let scheme = address[..<colon]
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return schemes.contains(scheme.lowercased())
  }

  /// Whether a percent sign with two hexadecimal digits stands here already.
  private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
      && bytes[(index + 1)...(index + 2)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension Character {
  fileprivate var isPrintable: Bool {
    unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}
