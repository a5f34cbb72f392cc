import Glibc

/// A dictionary of libhyphen, read by the program itself.
///
/// libhyphen 2.8 needs two and a half seconds to load the German dictionary, more than all else
/// that a document takes; reading its file directly takes milliseconds. The format is described in
/// libhyphen's `README.hyphen`: character set, minima, patterns, and after `NEXTLEVEL` the patterns
/// for the parts of compounds. A test compares the divisions with libhyphen's.
struct HyphenDictionary {
  /// Why a file cannot be used.
  enum Failure: Error {
    case missing
    case charset(String)
  }

  /// Larger files are not dictionaries.
  private static let maximumSize = 32 << 20

  private let charset: HyphenCharset
  /// The patterns that divide compounds, then those that divide their parts; one level at least.
  private var levels: [HyphenPatterns] = []
  /// The fewest letters before and after a division that the file asks for.
  private(set) var minimumPrefix = 0
  private(set) var minimumSuffix = 0
  private var minimumCompoundPrefix = 0
  private var minimumCompoundSuffix = 0

  /// Reads a file.
  init(file path: String) throws(Failure) {
    guard let bytes = Self.contents(of: path) else { throw .missing }
    var lines = Lines(bytes)
    let name = lines.next().map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    guard let charset = HyphenCharset(dictionaryName: name) else { throw .charset(name) }
    self.charset = charset
    var patterns: [Range<Int>] = []
    while let line = lines.next() {
      // Comments begin with a percent sign or a hash.
      let first = bytes[line.lowerBound]
      if first == 0x25 || first == 0x23 { continue }
      if first >= 0x41, first <= 0x5A {
        let keyword = String(decoding: bytes[line], as: UTF8.self)
        if keyword == "NEXTLEVEL" {
          levels.append(HyphenPatterns(patterns, of: bytes))
          patterns = []
          continue
        }
        if readMinimum(keyword, bytes[line.upperBound...].prefix { $0 >= 0x20 }) { continue }
      }
      // A slash changes the spelling (“Zuk-ker”), which the German of today does without.
      if !bytes[line].contains(0x2F) { patterns.append(line) }
    }
    levels.append(HyphenPatterns(patterns, of: bytes))
  }

  /// The first words of a file's lines, as ranges of its bytes; lines without one are left out.
  private struct Lines {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Range<Int>? {
      while place < bytes.count {
        let start = place
        while place < bytes.count, bytes[place] > 0x20 { place += 1 }
        let end = place
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        place += 1
        if end > start { return start..<end }
      }
      return nil
    }
  }

  /// Reads a line such as `LEFTHYPHENMIN 2`; false for a line that is something else.
  private mutating func readMinimum(_ keyword: String, _ rest: ArraySlice<UInt8>) -> Bool {
    let digits = rest.filter { $0 >= 0x30 && $0 <= 0x39 }
    let value = min(99, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    switch keyword {
    case "LEFTHYPHENMIN": minimumPrefix = value
    case "RIGHTHYPHENMIN": minimumSuffix = value
    case "COMPOUNDLEFTHYPHENMIN": minimumCompoundPrefix = value
    case "COMPOUNDRIGHTHYPHENMIN": minimumCompoundSuffix = value
    case "NOHYPHEN": break  // Lists marks; only letters are asked for.
    default: return false
    }
    return true
  }

  /// How many scalars of a lower-case word stand before each division; none where the word has a
  /// character outside the dictionary's set.
  func divisions(of word: [Unicode.Scalar]) -> [Int] {
    guard let bytes = charset.encode(word) else { return [] }
    var starts: [Int] = []
    var offset = 0
    for scalar in word {
      starts.append(offset)
      offset += charset == .utf8 ? scalar.utf8.count : 1
    }
    starts.append(offset)
    return divisions(of: bytes, starts, 0..<word.count, level: 0)
  }

  /// Divides a part of a word: a compound into its parts, and each part in the same way again; what
  /// a level cannot divide goes to the next.
  private func divisions(
    of bytes: [UInt8], _ starts: [Int], _ part: Range<Int>, level: Int
  ) -> [Int] {
    let slice = bytes[starts[part.lowerBound]..<starts[part.upperBound]]
    let values = levels[level].values(for: slice)
    let found = part.dropFirst().filter {
      values[starts[$0] - starts[part.lowerBound]] & 1 == 1
    }
    guard level + 1 < levels.count else {
      if level == 0 { return found }
      return found.filter {
        (part.lowerBound == 0 || $0 - part.lowerBound >= minimumCompoundPrefix)
          && (part.upperBound == starts.count - 1 || part.upperBound - $0 >= minimumCompoundSuffix)
      }
    }
    if found.isEmpty { return divisions(of: bytes, starts, part, level: level + 1) }
    var result: [Int] = []
    var start = part.lowerBound
    for end in found + [part.upperBound] {
      if end - start > 1 { result += divisions(of: bytes, starts, start..<end, level: level) }
      if end < part.upperBound { result.append(end) }
      start = end
    }
    return result
  }

  /// The bytes of a file; nil where it cannot be read or is too large to be a dictionary.
  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size >= 0, size <= maximumSize, fseek(file, 0, SEEK_SET) == 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }
}
