import Diagnostics

/// Puts a file together: streams as they are, all other objects packed into streams of objects, and
/// a stream of cross-references (ISO 32000-1, 7.5.7 and 7.5.8).
///
/// Packed, a structure tree takes a tenth of its room.
struct PDFFileWriter {
  private var bytes: [UInt8]
  /// For each object where it stands.
  private var entries: [Entry]

  private enum Entry {
    case free
    case offset(Int)
    /// The number of a stream of objects, and the place within it.
    case packed(in: Int, at: Int)
  }

  /// Objects in one stream: few enough for a reader that needs one of them.
  private static let mostPacked = 500

  /// The bytes of a file; `trailer` are the entries of its trailer dictionary without the size.
  static func write(
    _ file: PDFFile, version: String, trailer: PDFText
  ) throws(Diagnostic) -> [UInt8] {
    var writer = PDFFileWriter(file, version: version)
    var next = file.nextNumber
    for object in file.objects {
      if let data = object.data { writer.add(object, file.bytes(of: data)) }
    }
    let plain = file.objects.filter { $0.data == nil }
    for start in stride(from: 0, to: plain.count, by: Self.mostPacked) {
      let part = plain[start..<min(start + Self.mostPacked, plain.count)]
      try writer.pack(part, number: next)
      next += 1
    }
    try writer.addReferences(trailer, number: next)
    return writer.bytes
  }

  private init(_ file: PDFFile, version: String) {
    // The second line tells programs that the file is binary (7.5.2).
    bytes = Array("%PDF-\(version)\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
    entries = Array(repeating: .free, count: file.nextNumber)
  }

  /// Writes a stream.
  private mutating func add(_ object: PDFFile.Object, _ data: ArraySlice<UInt8>) {
    if object.number >= entries.count {
      entries += Array(repeating: .free, count: object.number + 1 - entries.count)
    }
    entries[object.number] = .offset(bytes.count)
    bytes += "\(object.number) 0 obj\n".utf8
    var value = object.value
    var padding = 0
    // A line feed behind a carriage return would make one end of line of both, and the data would
    // seem to be a byte shorter: a space behind the data, which no filter reads, parts them.
    if data.last == 0x0D, let length = value.lastRange(of: "/Length \(data.count)") {
      padding = 1
      value.replaceSubrange(length, with: "/Length \(data.count + 1)".utf8)
    }
    bytes += value
    bytes += "\nstream\n".utf8
    bytes += data
    if padding > 0 { bytes.append(0x20) }
    bytes += "\nendstream\nendobj\n".utf8
  }

  /// Writes objects as one stream: their numbers and places first, then their values.
  private mutating func pack(
    _ objects: ArraySlice<PDFFile.Object>, number: Int
  ) throws(Diagnostic) {
    var table: PDFText = ""
    var values: [UInt8] = []
    for (place, object) in objects.enumerated() {
      table.add("\(object.number) \(values.count) ")
      values += object.value
      values.append(0x0A)
      entries[object.number] = .packed(in: number, at: place)
    }
    let data = try Deflate.deflate(table.bytes + values)
    let value =
      "<< /Type /ObjStm /N \(objects.count) /First \(table.bytes.count) "
      + "/Filter /FlateDecode /Length \(data.count) >>"
    add(PDFFile.Object(number: number, value: Array(value.utf8), data: .new(data)), data[...])
  }

  /// Writes where everything stands, and where the file's reading begins.
  private mutating func addReferences(_ trailer: PDFText, number: Int) throws(Diagnostic) {
    let start = bytes.count
    entries.append(.offset(start))
    // A byte for the kind, four for an offset or a stream's number, two for a place within it; each
    // row is the difference to the one above (filter 2 of PNG), which packs well.
    var rows: [UInt8] = []
    var above = [UInt8](repeating: 0, count: 7)
    for entry in entries {
      let (kind, second, third): (UInt8, Int, Int) =
        switch entry {
        case .free: (0, 0, 0xFFFF)
        case .offset(let offset): (1, offset, 0)
        case .packed(let stream, let place): (2, stream, place)
        }
      var row = [kind]
      for shift in [24, 16, 8, 0] { row.append(UInt8(truncatingIfNeeded: second >> shift)) }
      for shift in [8, 0] { row.append(UInt8(truncatingIfNeeded: third >> shift)) }
      rows.append(2)
      for column in 0..<7 { rows.append(row[column] &- above[column]) }
      above = row
    }
    let data = try Deflate.deflate(rows)
    var value: PDFText = "<< /Type /XRef /Size \(entries.count) /W [ 1 4 2 ] "
    value.add(trailer)
    value.add("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >> ")
    value.add("/Length \(data.count) >>")
    add(PDFFile.Object(number: number, value: value.bytes, data: .new(data)), data[...])
    bytes += "startxref\n\(start)\n%%EOF\n".utf8
  }
}
