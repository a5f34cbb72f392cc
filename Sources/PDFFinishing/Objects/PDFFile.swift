import Diagnostics

/// A PDF as Cairo 1.16 writes it (a classic cross-reference table, no object streams), taken apart
/// so that its objects can be changed, left out and added to.
struct PDFFile {
  /// An indirect object.
  struct Object {
    var number: Int
    /// The value: of a stream, its dictionary.
    var value: [UInt8]
    /// The data of a stream; nil for what is none.
    var data: Data?
  }

  /// The data of a stream, encoded as its dictionary says.
  enum Data {
    /// A range of the file that was taken apart.
    case original(Range<Int>)
    case new([UInt8])
  }

  /// The objects in the order of the file.
  var objects: [Object]
  /// The number that the next new object gets.
  private(set) var nextNumber: Int
  private let original: [UInt8]

  /// Takes a file apart.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    original = bytes
    guard let table = Self.crossReferences(of: bytes) else {
      throw Diagnostic("render.failed", "the PDF as Cairo wrote it cannot be read again")
    }
    nextNumber = table.offsets.count
    // Cairo lists objects that it never wrote (ISO 32000-1, 7.5.4 wants them free).
    var places: [(number: Int, value: Int)] = []
    for (number, offset) in table.offsets.enumerated().dropFirst()
    where bytes.matches("\(number) 0 obj\n", at: offset) {
      places.append((number, offset + "\(number) 0 obj\n".utf8.count))
    }
    places.sort { $0.value < $1.value }
    objects = []
    objects.reserveCapacity(places.count)
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1].value : table.start
      let body = place.value..<next
      if let keyword = bytes.firstRange(of: "\nstream\n", in: body) {
        guard let end = bytes.lastRange(of: "\nendstream", in: body)?.lowerBound,
          end >= keyword.upperBound
        else { throw Diagnostic("render.failed", "a stream as Cairo wrote it has no end") }
        objects.append(
          Object(
            number: place.number, value: Array(bytes[place.value..<keyword.lowerBound]),
            data: .original(keyword.upperBound..<end)))
      } else if let end = bytes.lastRange(of: "endobj", in: body)?.lowerBound {
        objects.append(
          Object(number: place.number, value: Array(bytes[place.value..<end]), data: nil))
      }
    }
    makeLengthsDirect()
  }

  /// A number for an object that is added later.
  mutating func reserveNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }

  /// Adds an object.
  mutating func add(_ value: PDFText, number: Int) {
    objects.append(Object(number: number, value: value.bytes, data: nil))
  }

  /// Adds a stream: the entries of its dictionary without the length, and its data.
  mutating func add(_ entries: PDFText, data: [UInt8], number: Int) {
    objects.append(Object(number: number, value: Self.dictionary(entries, data), data: .new(data)))
  }

  /// Replaces a stream by another one under its number.
  mutating func replace(_ index: Int, entries: PDFText, data: [UInt8]) {
    objects[index].value = Self.dictionary(entries, data)
    objects[index].data = .new(data)
  }

  /// Gives a stream other data, packed, and keeps the rest of its dictionary.
  mutating func setData(of index: Int, packing plain: [UInt8]) throws(Diagnostic) {
    setData(of: index, encoded: try Deflate.deflate(plain))
    if objects[index].value.firstRange(of: "/FlateDecode") == nil {
      objects[index].value.insert(contentsOf: " /Filter /FlateDecode".utf8, at: 2)
    }
  }

  /// Gives a stream other data, encoded as its dictionary says.
  mutating func setData(of index: Int, encoded data: [UInt8]) {
    if let key = objects[index].value.firstRange(of: "/Length ") {
      let digits = objects[index].value[key.upperBound...].prefix { (0x30...0x39).contains($0) }
      objects[index].value.replaceSubrange(digits.indices, with: "\(data.count)".utf8)
    }
    objects[index].data = .new(data)
  }

  /// The bytes of a stream.
  func bytes(of data: Data) -> ArraySlice<UInt8> {
    switch data {
    case .original(let range): original[range]
    case .new(let bytes): bytes[...]
    }
  }

  /// Where the objects stand in `objects`, by number.
  var places: [Int: Int] {
    var places: [Int: Int] = [:]
    for (index, object) in objects.enumerated() { places[object.number] = index }
    return places
  }

  // MARK: Reading

  /// Cairo writes the length of each stream as an object of its own behind it.
  private mutating func makeLengthsDirect() {
    var lengths = Set<Int>()
    for index in objects.indices {
      guard case .original(let range) = objects[index].data,
        let key = objects[index].value.firstRange(of: "/Length "),
        let number = objects[index].value.number(at: key.upperBound)
      else { continue }
      let reference = "\(number) 0 R"
      guard objects[index].value.matches(reference, at: key.upperBound) else { continue }
      lengths.insert(number)
      objects[index].value.replaceSubrange(
        key.upperBound..<key.upperBound + reference.utf8.count, with: "\(range.count)".utf8)
    }
    objects.removeAll { lengths.contains($0.number) }
  }

  private static func dictionary(_ entries: PDFText, _ data: [UInt8]) -> [UInt8] {
    var value: PDFText = "<< "
    value.add(entries)
    value.add("/Length \(data.count) >>")
    return value.bytes
  }

  /// The table's offsets by object number, and where it begins.
  private static func crossReferences(of bytes: [UInt8]) -> (offsets: [Int], start: Int)? {
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
    return bytes.matches("trailer", at: first + size * 20) ? (offsets, start) : nil
  }
}
