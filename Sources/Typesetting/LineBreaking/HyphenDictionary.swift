import CHyphen
import Glibc

/// A dictionary that libhyphen has loaded.
///
/// Loading is slow (the German one takes seconds of processor time) and done once; see
/// `LoadedDictionaries`. Several threads may divide words with it at once: after loading,
/// `hnj_hyphen_hyphenate2` follows the state machine and writes only into buffers of its own and
/// into those passed in, and libhyphen (2.8.8, hyphen.c) keeps no global state.
final class HyphenDictionary: Sendable {
  /// Never written to between `init` and `deinit`.
  private nonisolated(unsafe) let handle: UnsafeMutablePointer<HyphenDict>
  private let charset: HyphenCharset

  /// Loads a file in a character set; nil where it cannot be opened.
  init?(file path: String, charset: HyphenCharset) {
    guard let handle = hnj_hyphen_load(path) else { return nil }
    self.handle = handle
    self.charset = charset
  }

  deinit { hnj_hyphen_free(handle) }

  /// How many scalars of a lower-case word stand before each division, the dictionary's minima
  /// kept; none where the word has a character outside the dictionary's set.
  func divisions(of word: [Unicode.Scalar]) -> [Int] {
    guard !word.isEmpty, let encoded = charset.encode(word) else { return [] }
    // libhyphen reads up to the zero as well as up to the size.
    let bytes = (encoded + [0]).map { CChar(bitPattern: $0) }
    // The room that hyphen.h asks for.
    var marks = [CChar](repeating: 0, count: encoded.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    let status = hnj_hyphen_hyphenate2(
      handle, bytes, CInt(encoded.count), &marks, nil, &replacements, &positions, &cuts)
    defer {
      if let replacements {
        for index in encoded.indices { free(replacements[index]) }
      }
      free(replacements)
      free(positions)
      free(cuts)
    }
    guard status == 0 else { return [] }
    // An odd mark stands at the character before the division; characters are bytes where libhyphen
    // does not take the dictionary for UTF-8.
    let countsBytes = handle.pointee.utf8 == 0 && charset == .utf8
    var divisions: [Int] = []
    var end = 0
    for index in 0..<word.count - 1 {
      end += countsBytes ? word[index].utf8.count : 1
      // A replacement changes the spelling (“Zuk-ker”), which the German of today does without.
      if marks[end - 1] & 1 == 1, replacements?[end - 1] == nil { divisions.append(index + 1) }
    }
    return divisions
  }
}
