/// The name of a link's target as it is written into the PDF.
enum DestinationName {
  /// The name in letters, digits and `-._`, all else as `~` and two hexadecimal digits a byte.
  ///
  /// Cairo 1.16 writes the same name in one encoding where it is defined and in another where it
  /// is used; in plain ASCII both are the same.
  static func encoded(_ name: String) -> String {
    var encoded = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "~\(digits.utf8.count < 2 ? "0" : "")\(digits)"
      }
    }
    return encoded
  }
}
