/// One level of hyphenation patterns (Liang, “Word Hy-phen-a-tion by Com-put-er”, 1983).
///
/// A pattern is letters with digits between them. Reading a word letter by letter, libhyphen keeps
/// the longest ending of what it has read that begins some pattern; where that ending is a whole
/// pattern, its digits raise the values of the places between the letters. The word may be divided
/// where a value is odd. (Shorter patterns that end at the same letter do not count as in TeX:
/// dictionaries have their digits worked into the longer ones.)
///
/// The patterns stay in the dictionary's bytes. A hash table holds all their beginnings.
struct HyphenPatterns {
  /// A slot of the hash table, with open addressing.
  private struct Slot {
    /// The hash's lower half; 0 where the slot is empty.
    var tag: UInt32 = 0
    /// One more than the pattern's place in the file; 0 for what only begins patterns.
    var place: UInt32 = 0
  }

  private let file: [UInt8]
  private var slots: [Slot] = []
  private var used = 0
  private var mask: Int { slots.count - 1 }

  /// Takes the patterns on these lines of a dictionary, each without its line end.
  init(_ lines: [Range<Int>], of file: [UInt8]) {
    self.file = file
    var capacity = 64
    while capacity < lines.reduce(0, { $0 + $1.count }) / 2 { capacity *= 2 }
    repeat {
      slots = Array(repeating: Slot(), count: capacity)
      used = 0
      capacity *= 2
    } while !insert(lines)
  }

  /// The values between the bytes of `word`: the one at index `i` stands before byte `i`.
  func values(for word: ArraySlice<UInt8>) -> [UInt8] {
    let dotted = [0x2E] + word + [0x2E]
    var values = [UInt8](repeating: 0, count: dotted.count + 1)
    // The hashes of `dotted[start...end]` for each start that can still begin a pattern.
    var hashes = [UInt64](repeating: Self.seed, count: dotted.count)
    var longest = 0
    for end in dotted.indices {
      for start in longest...end { hashes[start] = Self.hash(hashes[start], dotted[end]) }
      while longest <= end {
        if let slot = slot(for: hashes[longest]) {
          if slot.place > 0 { raise(&values, from: longest, by: Int(slot.place) - 1) }
          break
        }
        longest += 1
      }
    }
    return Array(values[1..<word.count + 2])
  }

  // MARK: - Beginnings of patterns

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a.
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The tag and the first slot to look into, from independent halves of a hash.
  private func address(_ hash: UInt64) -> (tag: UInt32, index: Int) {
    let mixed = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return (UInt32(truncatingIfNeeded: mixed) | 1, Int(mixed >> 36) & mask)
  }

  private func slot(for hash: UInt64) -> Slot? {
    var (tag, index) = address(hash)
    while slots[index].tag != 0 {
      if slots[index].tag == tag { return slots[index] }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Fills the table; false where it is too small.
  private mutating func insert(_ lines: [Range<Int>]) -> Bool {
    // Dictionaries are sorted: what a pattern shares with the one before is in the table already.
    var letters: [UInt8] = []
    var hashes: [UInt64] = []
    for line in lines {
      var count = 0
      var isShared = true
      for place in line where !Self.isDigit(file[place]) {
        defer { count += 1 }
        if isShared, count < letters.count, letters[count] == file[place] { continue }
        if isShared {
          isShared = false
          letters.removeSubrange(count...)
          hashes.removeSubrange(count...)
        }
        letters.append(file[place])
        hashes.append(Self.hash(hashes.last ?? Self.seed, file[place]))
        _ = index(of: hashes[count])
        if used > slots.count * 3 / 4 { return false }
      }
      if count == 0 { continue }
      letters.removeSubrange(count...)
      hashes.removeSubrange(count...)
      // Of two patterns with the same letters the later one counts.
      slots[index(of: hashes[count - 1])].place = UInt32(line.lowerBound + 1)
    }
    return true
  }

  /// The index of a beginning's slot, made now where it is new.
  private mutating func index(of hash: UInt64) -> Int {
    var (tag, index) = address(hash)
    while slots[index].tag != 0, slots[index].tag != tag { index = (index + 1) & mask }
    if slots[index].tag == 0 {
      slots[index].tag = tag
      used += 1
    }
    return index
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Raises the values where the pattern at `place`, found at `start`, has larger ones.
  private func raise(_ values: inout [UInt8], from start: Int, by place: Int) {
    var index = start
    var place = place
    while place < file.count, file[place] > 0x20 {
      if Self.isDigit(file[place]) {
        values[index] = max(values[index], file[place] - 0x30)
      } else {
        index += 1
      }
      place += 1
    }
  }
}
