/// Puts a PDF together from the texts of its objects.
package struct PDFAssembler: Sendable {
  /// The objects in the order of their numbers, from 1: a body, and data for a stream.
  package struct Object: Sendable {
    package var body: String
    package var data: [UInt8]?

    package init(_ body: String, data: [UInt8]? = nil) {
      self.body = body
      self.data = data
    }
  }

  package var header = "%PDF-1.6\n%\u{E4}\u{F6}\u{FC}\u{DF}\n"
  package var objects: [Object] = []
  /// The entries of the trailer, without /Size.
  package var trailer = "/Root 1 0 R"

  package init() {}

  /// Replaces the first occurrence in any body, data, the header or the trailer; whether there was one.
  package mutating func replace(_ old: String, _ new: String) -> Bool {
    if replace(old, new, in: &header) || replace(old, new, in: &trailer) { return true }
    for index in objects.indices {
      if replace(old, new, in: &objects[index].body) { return true }
      guard let data = objects[index].data, data.count < 100_000 else { continue }
      let scalars = data.map { Character(UnicodeScalar($0)) }
      var text = String(scalars)
      if replace(old, new, in: &text) {
        objects[index].data = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        return true
      }
    }
    return false
  }

  private func replace(_ old: String, _ new: String, in text: inout String) -> Bool {
    guard let range = text.firstRange(of: old) else { return false }
    text.replaceSubrange(range, with: new)
    return true
  }

  /// The file, with a cross-reference table.
  package var bytes: [UInt8] {
    var file = header.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += "\(index + 1) 0 obj\n".utf8
      guard let data = object.data else {
        file += "\(object.body)\nendobj\n".utf8
        continue
      }
      file += "<< \(object.body) /Length \(data.count) >>\nstream\n".utf8
      file += data
      file += "\nendstream\nendobj\n".utf8
    }
    let start = file.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8
    for offset in offsets {
      let digits = "\(offset)"
      file +=
        (String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n").utf8
    }
    file +=
      "trailer\n<< /Size \(objects.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8
    return file
  }
}
