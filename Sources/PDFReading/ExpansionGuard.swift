internal import CZlib
import Diagnostics

/// Looks how much compressed data would unpack to, before qpdf does it without a limit.
struct ExpansionGuard {
  /// The most that a byte can become under each filter.
  static let factors: [String: Double] = [
    "FlateDecode": 1032, "Fl": 1032, "LZWDecode": 2731, "LZW": 2731, "RunLengthDecode": 64,
    "RL": 64, "ASCII85Decode": 4, "A85": 4,
  ]

  /// The most decoded bytes.
  let limit: Int

  /// The number of bytes that data unpack to; nil for more than the limit.
  ///
  /// Damaged data count up to the damage.
  func inflatedSize(of data: UnsafeRawBufferPointer) -> Int? {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return 0
    }
    defer { inflateEnd(&stream) }
    guard let start = data.baseAddress else { return 0 }
    stream.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: Bytef.self))
    stream.avail_in = uInt(clamping: data.count)
    var total = 0
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { output in
      while true {
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        let code = CZlib.inflate(&stream, Z_NO_FLUSH)
        total += output.count - Int(stream.avail_out)
        if total > limit { return nil }
        if code != Z_OK || stream.avail_out == uInt(output.count) { return total }
      }
    }
  }

  /// What is wrong with the streams that qpdf unpacks while it opens a file: those of objects and
  /// of cross-references (ISO 32000-1, 7.5.7, 7.5.8).
  func problem(in file: UnsafeMutableBufferPointer<UInt8>, name: String) -> Diagnostic? {
    let bytes = UnsafeRawBufferPointer(file)
    let bomb = Diagnostic(
      "pdf.bomb", "“\(name)” unpacks to more than any real file",
      hints: ["have it written anew by the program that made it"])
    if hasHugeColumns(bytes) { return bomb }
    // Together they may unpack to four times the limit.
    var left = 4 * limit
    for start in streams(in: bytes) {
      guard let size = inflatedSize(of: UnsafeRawBufferPointer(rebasing: bytes[start...])) else {
        return bomb
      }
      left -= size
      if left < 0 { return bomb }
    }
    return nil
  }

  /// Where the data of streams begin whose dictionaries name a type that qpdf unpacks at once.
  private func streams(in bytes: UnsafeRawBufferPointer) -> [Int] {
    var starts: [Int] = []
    for place in positions(of: "stream", in: bytes) {
      let head = bytes[max(0, place - 600)..<place]
      guard !head.suffix(3).elementsEqual("end".utf8) else { continue }
      let dictionary = UnsafeRawBufferPointer(rebasing: head)
      // A name may be written with escapes.
      guard
        ["ObjStm", "XRef", "#"].contains(where: { !positions(of: $0, in: dictionary).isEmpty })
      else { continue }
      var start = place + 6
      while start < bytes.count, [0x0D, 0x0A, 0x20].contains(bytes[start]) { start += 1 }
      if start < bytes.count { starts.append(start) }
    }
    return starts
  }

  /// Whether a predictor names rows of millions of bytes, for which qpdf would take memory.
  private func hasHugeColumns(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for word in ["/Columns", "/Colors", "/BitsPerComponent"] {
      for place in positions(of: word, in: bytes) {
        let digits = bytes[(place + word.utf8.count)...].prefix(40).drop {
          $0 <= 0x20 || $0 == 0x2B
        }
        .prefix { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
        if digits.count > 7 { return true }
      }
    }
    return false
  }

  private func positions(of word: String, in bytes: UnsafeRawBufferPointer) -> [Int] {
    let pattern = Array(word.utf8)
    guard bytes.count >= pattern.count, let first = pattern.first else { return [] }
    var found: [Int] = []
    for index in 0...(bytes.count - pattern.count) where bytes[index] == first {
      if bytes[index..<(index + pattern.count)].elementsEqual(pattern) { found.append(index) }
    }
    return found
  }
}
