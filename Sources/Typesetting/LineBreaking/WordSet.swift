/// The words of a language, known by their hashes: a word is looked up while it is put together.
///
/// Two different words of 64-bit hashes are taken for one about once in fifty million lists, and
/// would then cost a hyphen at a worse place.
final class WordSet: Sendable {
  /// FNV-1a of 64 bits over the UTF-8 of a word, letter by letter.
  struct Hash {
    fileprivate(set) var value: UInt64 = 14_695_981_039_346_656_037

    mutating func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }
    }

    /// The hash with further letters.
    func adding(_ text: String) -> Hash {
      var longer = self
      longer.add(text.utf8)
      return longer
    }
  }

  /// Open addressing, at most half full; 0 is an empty place.
  private let places: [UInt64]

  /// The words of a text, one a line.
  init(lines text: [UInt8]) {
    var places: [UInt64] = [0]
    text.withUnsafeBufferPointer { text in
      var count = 1
      for byte in text where byte == 0x0A { count += 1 }
      var capacity = 2
      while capacity < 2 * count { capacity *= 2 }
      places = [UInt64](repeating: 0, count: capacity)
      places.withUnsafeMutableBufferPointer { places in
        var hash = Hash()
        var isEmpty = true
        for index in 0...text.count {
          let byte = index < text.count ? text[index] : 0x0A
          if byte == 0x0D { continue }
          if byte != 0x0A {
            hash.value = (hash.value ^ UInt64(byte)) &* 1_099_511_628_211
            isEmpty = false
            continue
          }
          if !isEmpty {
            places[Self.place(of: hash.value, in: UnsafeBufferPointer(places))] = hash.value
          }
          hash = Hash()
          isEmpty = true
        }
      }
    }
    self.places = places
  }

  /// Whether a word is in the list as it is spelt.
  func contains(_ hash: Hash) -> Bool {
    places.withUnsafeBufferPointer { $0[Self.place(of: hash.value, in: $0)] == hash.value }
  }

  /// Where a hash stands, or would.
  private static func place(of hash: UInt64, in places: UnsafeBufferPointer<UInt64>) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }
}
