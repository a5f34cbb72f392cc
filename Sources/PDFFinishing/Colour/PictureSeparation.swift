import CTurboJPEG
import Diagnostics

/// Converts pictures of red, green and blue to inks; greys and soft masks stay.
enum PictureSeparation {
  /// JPEG files are packed anew at this quality, without thinning their colours out.
  private static let quality: Int32 = 95

  /// Converts the picture of an object, if it has colours of the screen.
  static func separate(
    _ index: Int, in file: inout PDFFile, conversion: ColorConversion
  ) throws(Diagnostic) {
    let value = file.objects[index].value
    guard let data = file.objects[index].data else { return }
    if value.firstRange(of: "/ColorSpace /DeviceCMYK") != nil,
      countsPaper(Array(file.bytes(of: data)))
    {
      file.objects[index].value.insert(contentsOf: " /Decode [ 1 0 1 0 1 0 1 0 ]".utf8, at: 2)
    }
    guard let space = value.firstRange(of: "/ColorSpace /DeviceRGB") else { return }
    guard let width = value.reference("/Width"), let height = value.reference("/Height"),
      value.reference("/BitsPerComponent") == 8
    else { throw broken }
    let bytes = file.bytes(of: data)
    file.objects[index].value.replaceSubrange(space, with: "/ColorSpace /DeviceCMYK".utf8)
    if value.firstRange(of: "/DCTDecode") != nil {
      let rgb = try decode(Array(bytes), width: width, height: height)
      file.setData(
        of: index, encoded: try encode(conversion.convert(rgb), width: width, height: height))
    } else {
      let rgb = try Deflate.inflate(bytes)
      guard rgb.count == width * height * 3 else { throw broken }
      try file.setData(of: index, packing: conversion.convert(rgb))
    }
  }

  private static let broken = Diagnostic(
    "render.failed", "a picture as Cairo wrote it cannot be separated into inks")

  /// Whether a JPEG file has Adobe's marker, and so counts paper where PDF counts ink.
  private static func countsPaper(_ bytes: [UInt8]) -> Bool {
    var offset = 2
    while offset + 9 < bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] != 0xDA {
      if bytes[offset + 1] == 0xEE, bytes.matches("Adobe", at: offset + 4) { return true }
      offset += 2 + (Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
    }
    return false
  }

  private static func decode(
    _ bytes: [UInt8], width: Int, height: Int
  ) throws(Diagnostic) -> [UInt8] {
    guard let decoder = tjInitDecompress() else { throw broken }
    defer { tjDestroy(decoder) }
    var status: Int32 = -1
    let rgb = [UInt8](unsafeUninitializedCapacity: width * height * 3) { pixels, count in
      status = tjDecompress2(
        decoder, bytes, UInt(bytes.count), pixels.baseAddress, Int32(width), 0, Int32(height),
        TJPF_RGB.rawValue, TJFLAG_LIMITSCANS)
      count = width * height * 3
    }
    // Whatever was wrong with the file has been told of when it was read.
    guard status == 0 || tjGetErrorCode(decoder) == TJERR_WARNING.rawValue else { throw broken }
    return rgb
  }

  private static func encode(
    _ cmyk: [UInt8], width: Int, height: Int
  ) throws(Diagnostic) -> [UInt8] {
    guard let encoder = tjInitCompress() else { throw broken }
    defer { tjDestroy(encoder) }
    var buffer: UnsafeMutablePointer<UInt8>?
    defer { tjFree(buffer) }
    var size: UInt = 0
    let status = tjCompress2(
      encoder, cmyk, Int32(width), 0, Int32(height), TJPF_CMYK.rawValue, &buffer, &size,
      Int32(TJSAMP_444.rawValue), quality, 0)
    guard status == 0, let buffer else { throw broken }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }
}
