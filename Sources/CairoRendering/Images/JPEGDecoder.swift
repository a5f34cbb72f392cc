import CTurboJPEG
import Diagnostics

/// TurboJPEG's decompressor, which reports errors where libjpeg's own interface ends the process.
final class JPEGDecoder {
  /// Owned; TurboJPEG keeps its error message in it, too.
  private let handle: tjhandle
  /// What diagnostics call the file.
  private let name: String

  /// Makes a decoder for the file of a name.
  init(name: String) throws(Diagnostic) {
    guard let handle = tjInitDecompress() else {
      throw Diagnostic("image.failed", "the JPEG decoder could not be started: memory is out")
    }
    self.handle = handle
    self.name = name
  }

  deinit { tjDestroy(handle) }

  /// Goes through the whole file at an eighth of its size, and throws if it is cut or broken.
  func verify(_ bytes: [UInt8], _ header: RasterHeader) throws(Diagnostic) {
    let (width, height) = ((header.width + 7) / 8, (header.height + 7) / 8)
    let pixels = UnsafeMutablePointer<UInt8>.allocate(capacity: width * height * 4)
    defer { pixels.deallocate() }
    try decode(bytes, into: pixels, width: width, height: height, stride: width * 4)
  }

  /// Decodes into rows of blue, green, red and a spare byte.
  func decode(
    _ bytes: [UInt8], into pixels: UnsafeMutablePointer<UInt8>, width: Int, height: Int,
    stride: Int
  ) throws(Diagnostic) {
    var (fullWidth, fullHeight, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard
      tjDecompressHeader3(
        handle, bytes, UInt(bytes.count), &fullWidth, &fullHeight, &sampling, &space) == 0
    else { throw broken() }
    // A progressive file may have thousands of scans over the whole picture, to keep us busy.
    let flags = TJFLAG_LIMITSCANS
    let status = tjDecompress2(
      handle, bytes, UInt(bytes.count), pixels, Int32(width), Int32(stride), Int32(height),
      TJPF_BGRX.rawValue, flags)
    if status != 0, isFatal { throw broken() }
  }

  /// Decodes a picture in printing inks: cyan, magenta, yellow, black as the file counts them.
  func decodeInks(_ bytes: [UInt8], _ header: RasterHeader) throws(Diagnostic) -> [UInt8] {
    let count = header.width * header.height * 4
    var status: Int32 = -1
    let inks = [UInt8](unsafeUninitializedCapacity: count) { pixels, initialized in
      // What a broken file leaves out is no secret of the memory.
      pixels.initialize(repeating: 0)
      status = tjDecompress2(
        handle, bytes, UInt(bytes.count), pixels.baseAddress, Int32(header.width), 0,
        Int32(header.height), TJPF_CMYK.rawValue, TJFLAG_LIMITSCANS)
      initialized = count
    }
    if status != 0, isFatal { throw broken() }
    return inks
  }

  /// What TurboJPEG says of its last failure.
  private var reason: String {
    tjGetErrorStr2(handle).map { String(cString: $0) } ?? "unknown"
  }

  /// Whether the last failure spoils the picture: an error, or a warning that data is missing.
  private var isFatal: Bool {
    tjGetErrorCode(handle) != TJERR_WARNING.rawValue
      || reason.lowercased().contains("premature end")
  }

  /// Says that the file is broken, in the words of the decoder.
  private func broken() -> Diagnostic {
    Diagnostic(
      "image.broken", "the JPEG file is cut short or broken (\(reason))",
      at: SourceLocation(file: name), hints: ["get the picture anew, or save it again"])
  }
}
