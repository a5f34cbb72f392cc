import CDeflate
import Diagnostics

/// The Flate filter (ISO 32000-1, 7.4.4), by libdeflate: Cairo packs with zlib, which takes longer
/// than all else that finishing does.
enum Deflate {
  /// libdeflate's level; 6 is its usual one.
  private static let level: Int32 = 6
  /// Longer streams than any page has, in bytes: a guard against bombs.
  private static let longest = 1 << 29

  /// The data of a stream.
  static func inflate(_ data: ArraySlice<UInt8>) throws(Diagnostic) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw outOfMemory }
    defer { libdeflate_free_decompressor(decompressor) }
    var capacity = max(4_096, data.count * 5)
    while capacity <= longest {
      var status = LIBDEFLATE_BAD_DATA
      let plain = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
        status = data.withUnsafeBytes { input in
          guard let start = input.baseAddress, let target = output.baseAddress else {
            return LIBDEFLATE_BAD_DATA
          }
          return libdeflate_zlib_decompress(
            decompressor, start, input.count, target, capacity, &count)
        }
        if status != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return plain }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE else { break }
      capacity *= 2
    }
    throw Diagnostic("render.failed", "the content of a page cannot be read again")
  }

  /// Data for a stream.
  static func deflate(_ data: [UInt8]) throws(Diagnostic) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else { throw outOfMemory }
    defer { libdeflate_free_compressor(compressor) }
    let capacity = libdeflate_zlib_compress_bound(compressor, data.count)
    let packed = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      count = data.withUnsafeBytes { input in
        guard let target = output.baseAddress else { return 0 }
        return libdeflate_zlib_compress(
          compressor, input.baseAddress ?? UnsafeRawPointer(target), input.count, target, capacity)
      }
    }
    guard !packed.isEmpty else { throw outOfMemory }
    return packed
  }

  private static let outOfMemory = Diagnostic(
    "render.failed", "a page could not be packed or unpacked: memory is out")
}
