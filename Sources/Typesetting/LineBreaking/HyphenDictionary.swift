import CHyphen
import Glibc

/// Owns a dictionary that libhyphen has loaded (Liang's patterns, as TeX and LibreOffice use them).
final class HyphenDictionary {
  private let handle: UnsafeMutablePointer<HyphenDict>
  private let charset: HyphenCharset

  /// Why a file cannot be used.
  enum Failure: Error {
    case missing
    case charset(String)
  }

  /// Loads a file.
  init(file: String) throws(Failure) {
    guard let handle = hnj_hyphen_load(file) else { throw .missing }
    let name = withUnsafeBytes(of: handle.pointee.cset) { buffer in
      String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let charset = HyphenCharset(dictionaryName: name) else {
      hnj_hyphen_free(handle)
      throw .charset(name)
    }
    self.handle = handle
    self.charset = charset
  }

  deinit { hnj_hyphen_free(handle) }

  /// How many scalars of a lower-case word stand before each division; none where the word has a
  /// character outside the dictionary's set.
  func divisions(of word: [Unicode.Scalar]) -> [Int] {
    guard let bytes = charset.encode(word) else { return [] }
    // libhyphen wants five bytes more than the word has.
    var marks = [CChar](repeating: 0, count: bytes.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    let status = bytes.withUnsafeBytes { buffer in
      hnj_hyphen_hyphenate2(
        handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), &marks,
        nil, &replacements, &positions, &cuts)
    }
    defer {
      if let replacements {
        for index in bytes.indices { free(replacements[index]) }
        free(replacements)
      }
      free(positions)
      free(cuts)
    }
    guard status == 0 else { return [] }
    // The marks count characters, in UTF-8 too. A division that would change the spelling (“Zuk-ker”)
    // is not taken.
    return word.indices.dropLast().compactMap { index in
      marks[index] & 1 == 1 && replacements?[index] == nil ? index + 1 : nil
    }
  }
}
