import Diagnostics

/// A PDF as Cairo 1.16 writes it (a classic cross-reference table, no object streams), taken apart
/// so that its dictionaries can be changed and put together again.
struct PDFObjects {
  /// An indirect object.
  struct Object {
    var number: Int
    /// From `n 0 obj` to the end, or to the data of a stream.
    var head: [UInt8]
    /// The rest, in the original bytes.
    var rest: Range<Int>
  }

  /// The objects in the order of the file.
  var objects: [Object]
  private let original: [UInt8]
  /// What stands before the first object.
  private let header: Range<Int>
  /// The trailer dictionary with its keyword.
  private let trailer: Range<Int>
  /// One more than the highest object number.
  private let size: Int

  /// Takes a file apart.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    original = bytes
    guard let table = Self.crossReferences(of: bytes),
      let trailerEnd = bytes.lastRange(of: "startxref")?.lowerBound
    else { throw Diagnostic("render.failed", "the PDF as Cairo wrote it cannot be read again") }
    size = table.offsets.count
    trailer = table.end..<trailerEnd
    // Cairo lists objects that it never wrote (ISO 32000-1, 7.5.4 wants them free).
    var places: [(number: Int, offset: Int)] = []
    for (number, offset) in table.offsets.enumerated().dropFirst()
    where bytes.matches("\(number) 0 obj", at: offset) {
      places.append((number, offset))
    }
    places.sort { $0.offset < $1.offset }
    header = 0..<(places.first?.offset ?? table.start)
    objects = places.indices.map { index in
      let start = places[index].offset
      let end = index + 1 < places.count ? places[index + 1].offset : table.start
      let split = bytes.firstRange(of: "\nstream\n", in: start..<end)?.lowerBound ?? end
      return Object(
        number: places[index].number, head: Array(bytes[start..<split]), rest: split..<end)
    }
  }

  /// The file with the objects as they are now and a table that fits them.
  var bytes: [UInt8] {
    var file = Array(original[header])
    file.reserveCapacity(original.count + 1_024)
    var offsets = [Int?](repeating: nil, count: size)
    for object in objects {
      offsets[object.number] = file.count
      file += object.head
      file += original[object.rest]
    }
    let start = file.count
    file += "xref\n0 \(size)\n".utf8
    for offset in offsets {
      let digits = String(offset ?? 0)
      file += String(repeating: "0", count: max(0, 10 - digits.utf8.count)).utf8
      file += digits.utf8
      file += (offset == nil ? " 65535 f \n" : " 00000 n \n").utf8
    }
    file += original[trailer]
    file += "startxref\n\(start)\n%%EOF\n".utf8
    return file
  }

  /// The table's offsets by object number, and where it begins and ends.
  private static func crossReferences(
    of bytes: [UInt8]
  ) -> (offsets: [Int], start: Int, end: Int)? {
    guard let keyword = bytes.lastRange(of: "startxref"),
      let start = bytes.number(at: keyword.upperBound + 1), bytes.matches("xref\n0 ", at: start),
      let size = bytes.number(at: start + 7), size < bytes.count / 20,
      let lineEnd = bytes[(start + 7)...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    // Each entry has 20 bytes, of which the first ten are the offset.
    let first = lineEnd + 1
    var offsets: [Int] = []
    for index in 0..<size {
      guard let offset = bytes.number(at: first + index * 20) else { return nil }
      offsets.append(offset)
    }
    let end = first + size * 20
    return bytes.matches("trailer", at: end) ? (offsets, start, end) : nil
  }
}
