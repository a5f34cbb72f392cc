import CHyphen
import Glibc

/// libhyphen itself, to compare with; it takes seconds to load the German dictionary.
final class LibHyphenOracle {
  private let dictionary: UnsafeMutablePointer<HyphenDict>

  init?(file: String) {
    guard let dictionary = hnj_hyphen_load(file) else { return nil }
    self.dictionary = dictionary
  }

  deinit { hnj_hyphen_free(dictionary) }

  /// The characters before each division of a word in the dictionary's bytes.
  func divisions(of bytes: [UInt8], letters: Int) -> [Int] {
    var marks = [CChar](repeating: 0, count: bytes.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    _ = bytes.withUnsafeBytes { buffer in
      hnj_hyphen_hyphenate2(
        dictionary, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count),
        &marks, nil, &replacements, &positions, &cuts)
    }
    free(positions)
    free(cuts)
    if let replacements {
      for index in bytes.indices { free(replacements[index]) }
      free(replacements)
    }
    return (1..<max(1, letters)).filter { marks[$0 - 1] & 1 == 1 }
  }
}
