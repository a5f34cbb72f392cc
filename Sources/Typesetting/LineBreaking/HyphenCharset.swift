/// The character sets of libhyphen dictionaries that the program can write words in.
enum HyphenCharset {
  /// German dictionaries come in ISO 8859-1, English ones in UTF-8.
  case utf8
  case latin1
  case latin9
  case windowsCyrillic

  /// The set that a dictionary's first line names; nil for one that is not known.
  init?(dictionaryName name: String) {
    switch name.uppercased().filter({ $0 != "-" && $0 != "_" }) {
    case "UTF8": self = .utf8
    case "ISO88591": self = .latin1
    case "ISO885915": self = .latin9
    case "MICROSOFTCP1251", "CP1251", "WINDOWS1251": self = .windowsCyrillic
    default: return nil
    }
  }

  /// The scalars in this set; nil where one of them is not in it.
  func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for scalar in scalars {
      switch self {
      case .utf8: bytes.append(contentsOf: scalar.utf8)
      case .latin1:
        guard scalar.value < 0x100 else { return nil }
        bytes.append(UInt8(scalar.value))
      case .latin9:
        guard let byte = Self.latin9Byte(scalar.value) else { return nil }
        bytes.append(byte)
      case .windowsCyrillic:
        guard let byte = Self.cyrillicByte(scalar.value) else { return nil }
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// ISO 8859-15 differs from ISO 8859-1 in eight places.
  private static func latin9Byte(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x20AC: 0xA4
    case 0x160: 0xA6
    case 0x161: 0xA8
    case 0x17D: 0xB4
    case 0x17E: 0xB8
    case 0x152: 0xBC
    case 0x153: 0xBD
    case 0x178: 0xBE
    case 0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE: nil
    case 0..<0x100: UInt8(value)
    default: nil
    }
  }

  /// The letters of Windows code page 1251; its signs do not stand in words.
  private static func cyrillicByte(_ value: UInt32) -> UInt8? {
    switch value {
    case 0..<0x80: UInt8(value)
    case 0x410...0x44F: UInt8(value - 0x410 + 0xC0)
    case 0x401: 0xA8
    case 0x451: 0xB8
    case 0x404: 0xAA
    case 0x454: 0xBA
    case 0x406: 0xB2
    case 0x456: 0xB3
    case 0x407: 0xAF
    case 0x457: 0xBF
    case 0x40E: 0xA1
    case 0x45E: 0xA2
    case 0x490: 0xA5
    case 0x491: 0xB4
    default: nil
    }
  }
}
