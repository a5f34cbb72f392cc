import PDFReading

/// Which characters the codes of a font stand for: a `ToUnicode` CMap (ISO 32000-1, 9.10.3).
struct CharacterMap {
  /// How many bytes a code has, where the map says so.
  private(set) var codeLength: Int?
  private var characters: [Int: String] = [:]
  /// No font has more characters than this.
  private static let limit = 200_000

  /// Reads a map; what makes no sense in it is left out.
  init(_ bytes: [UInt8]) {
    for operation in ContentReader(bytes) {
      let operands = operation.operands
      switch operation.name {
      case "endcodespacerange":
        codeLength = operands.first?.string.map { min(max($0.count, 1), 4) } ?? codeLength
      case "endbfchar":
        for index in stride(from: 0, to: operands.count - 1, by: 2) {
          add(Self.code(operands[index]), Self.units(operands[index + 1]))
        }
      case "endbfrange":
        for index in stride(from: 0, to: operands.count - 2, by: 3) {
          addRange(operands[index], operands[index + 1], operands[index + 2])
        }
      default: break
      }
    }
  }

  subscript(code: Int) -> String? { characters[code] }

  private mutating func add(_ code: Int?, _ units: [UInt16]) {
    guard let code, !units.isEmpty, characters.count < Self.limit else { return }
    characters[code] = String(decoding: units, as: UTF16.self)
  }

  /// A range goes on from one character, or names each of them.
  private mutating func addRange(_ low: PDFObject, _ high: PDFObject, _ target: PDFObject) {
    guard let low = Self.code(low), let high = Self.code(high), low <= high, high - low < 65_536
    else { return }
    if let members = target.array {
      for (offset, member) in members.prefix(high - low + 1).enumerated() {
        add(low + offset, Self.units(member))
      }
      return
    }
    var units = Self.units(target)
    guard let last = units.popLast() else { return }
    for offset in 0...high - low { add(low + offset, units + [last &+ UInt16(offset)]) }
  }

  private static func code(_ object: PDFObject) -> Int? {
    guard let bytes = object.string, (1...4).contains(bytes.count) else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func units(_ object: PDFObject) -> [UInt16] {
    guard let bytes = object.string, bytes.count <= 512 else { return [] }
    if bytes.count == 1 { return [UInt16(bytes[0])] }
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }
}
