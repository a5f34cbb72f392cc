/// Renames what Cairo numbers by a counter of the whole process.
enum SVGIdentifiers {
  /// What Cairo 1.16 numbers so; clips, patterns and glyphs it counts anew in each file.
  private static let prefixes = ["surface", "image"].map { Array($0.utf8) }

  /// The file with `surfaceN` and `imageN` numbered from 1 in the order in which they come.
  static func renumbered(_ bytes: [UInt8]) -> [UInt8] {
    var numbers: [[UInt8]: Int] = [:]
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    // A name follows `id="` or a hash sign; neither can come within base64 or a path.
    for start in bytes.indices.dropFirst() {
      let before = bytes[start - 1]
      guard before == UInt8(ascii: "#") || before == UInt8(ascii: "\""), start >= copied,
        let prefix = prefixes.first(where: { bytes[start...].starts(with: $0) })
      else { continue }
      let digits = bytes[(start + prefix.count)...].prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { continue }
      let name = prefix + digits
      let number = numbers[name] ?? numbers.count + 1
      numbers[name] = number
      output += bytes[copied..<start]
      output += prefix
      output += String(number).utf8
      copied = digits.endIndex
    }
    return output + bytes[copied...]
  }
}
