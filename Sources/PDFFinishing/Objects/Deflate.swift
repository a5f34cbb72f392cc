import CZlib
import Diagnostics

/// The Flate filter (ISO 32000-1, 7.4.4).
enum Deflate {
  /// zlib's level: 6 is its usual one; lower ones save little time on marked text.
  private static let level: Int32 = 6
  /// Longer streams than any page has, in bytes: a guard against bombs.
  private static let longest = 1 << 29

  /// The data of a stream.
  static func inflate(_ data: ArraySlice<UInt8>) throws(Diagnostic) -> [UInt8] {
    var capacity = max(4_096, data.count * 5)
    while capacity <= longest {
      var length = UInt(capacity)
      var status = Z_OK
      let plain = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
        status = data.withUnsafeBufferPointer {
          uncompress(output.baseAddress, &length, $0.baseAddress, UInt($0.count))
        }
        count = status == Z_OK ? Int(length) : 0
      }
      if status == Z_OK { return plain }
      guard status == Z_BUF_ERROR else { break }
      capacity *= 2
    }
    throw Diagnostic("render.failed", "the content of a page cannot be read again")
  }

  /// Data for a stream.
  static func deflate(_ data: [UInt8]) throws(Diagnostic) -> [UInt8] {
    var length = compressBound(UInt(data.count))
    var status = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: Int(length)) { output, count in
      status = compress2(output.baseAddress, &length, data, UInt(data.count), level)
      count = status == Z_OK ? Int(length) : 0
    }
    guard status == Z_OK else {
      throw Diagnostic("render.failed", "a page could not be compressed: memory is out")
    }
    return packed
  }
}
