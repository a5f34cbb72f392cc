import CCairo

/// The bytes that a Cairo surface writes.
final class ByteStream {
  private(set) var bytes: [UInt8] = []

  /// The largest output, in bytes; a publication of this size is a mistake.
  private static let largest = 1 << 30

  /// What Cairo calls with each piece; `closure` is the stream, unretained.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
    guard stream.bytes.count + Int(length) <= ByteStream.largest else {
      return CAIRO_STATUS_WRITE_ERROR
    }
    stream.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
