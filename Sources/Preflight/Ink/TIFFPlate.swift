import Foundation

/// One separation as Ghostscript writes it: grey of 8 bits, not packed, 255 where there is no ink
/// (TIFF 6.0, sections 2 to 4).
struct TIFFPlate {
  let columns: Int
  let rows: Int
  /// Row by row from the top.
  let pixels: Data

  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    self.init(data)
  }

  /// nil for anything else than such a picture.
  init?(_ data: Data) {
    func value(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= data.count else { return nil }
      return (0..<count).reversed().reduce(0) { $0 << 8 | Int(data[data.startIndex + offset + $1]) }
    }
    guard data.starts(with: [0x49, 0x49, 42, 0]), let directory = value(4, 4),
      let count = value(directory, 2), count < 1000
    else { return nil }
    var fields: [Int: (count: Int, value: Int)] = [:]
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = value(entry, 2), let type = value(entry + 2, 2),
        let many = value(entry + 4, 4),
        let content = value(entry + 8, type == 3 && many == 1 ? 2 : 4)
      else { return nil }
      fields[tag] = (many, content)
    }
    guard let columns = fields[256]?.value, let rows = fields[257]?.value,
      (1...100_000).contains(columns), (1...100_000).contains(rows), fields[258]?.value == 8,
      fields[259]?.value == 1, fields[277]?.value ?? 1 == 1, let strips = fields[273]
    else { return nil }
    self.columns = columns
    self.rows = rows
    guard strips.count > 1 else {
      guard strips.value + columns * rows <= data.count else { return nil }
      pixels = data.subdata(
        in: (data.startIndex + strips.value)..<(data.startIndex + strips.value + columns * rows))
      return
    }
    var all = Data(capacity: columns * rows)
    let perStrip = fields[278]?.value ?? rows
    guard perStrip > 0 else { return nil }
    for index in 0..<min(strips.count, rows) {
      let size = columns * min(perStrip, rows - index * perStrip)
      guard size >= 0, let start = value(strips.value + 4 * index, 4), start + size <= data.count
      else { return nil }
      all.append(data.subdata(in: (data.startIndex + start)..<(data.startIndex + start + size)))
    }
    guard all.count == columns * rows else { return nil }
    pixels = all
  }
}
