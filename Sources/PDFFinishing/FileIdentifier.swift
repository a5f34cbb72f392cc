/// The identifier of a file (ISO 32000-1, 14.4): equal for equal content, and only then.
enum FileIdentifier {
  /// The FNV-1a hash of 128 bits: it tells files apart, and guards nothing.
  static func bytes(of file: PDFFile) -> [UInt8] {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    func add(_ bytes: some Collection<UInt8>) {
      // 2^88 + 2^8 + 0x3b
      for byte in bytes {
        hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
      }
    }
    for object in file.objects {
      add(object.value)
      if let data = object.data { add(file.bytes(of: data)) }
    }
    return (0..<16).map { UInt8(truncatingIfNeeded: hash >> (120 - 8 * $0)) }
  }
}
