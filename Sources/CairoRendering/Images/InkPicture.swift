import CLCMS
import CTurboJPEG
import Diagnostics

/// A JPEG picture in printing inks, as it looks on screen.
///
/// A press gets the file as it is; everything else gets this.
enum InkPicture {
  /// JPEG files are packed anew at this quality, without thinning their colours out.
  private static let quality: Int32 = 95

  /// The same picture in sRGB, again as a JPEG file.
  ///
  /// The inks are those of the profile in the file, or else of `profile`; throws where there is none.
  static func screenJPEG(
    of bytes: [UInt8], header: RasterHeader, profile: [UInt8]?, name: String
  ) throws(Diagnostic) -> [UInt8] {
    guard let profile = JPEGProfile.inks(of: bytes) ?? profile else {
      throw Diagnostic(
        "image.inks", "the JPEG file is in printing inks (CMYK) and does not say in which",
        at: SourceLocation(file: name),
        hints: ["convert it to sRGB, or let `make setup` bring the colour profile of a press"])
    }
    var inks = try JPEGDecoder(name: name).decodeInks(bytes, header)
    // Files with Adobe's marker count paper where others count ink.
    if header.inksAreInverted { for index in inks.indices { inks[index] = 255 - inks[index] } }
    let colors = try convert(inks, profile: profile, name: name)
    return try encode(colors, header, name: name)
  }

  private static func convert(
    _ inks: [UInt8], profile: [UInt8], name: String
  ) throws(Diagnostic) -> [UInt8] {
    let source = cmsOpenProfileFromMem(profile, cmsUInt32Number(profile.count))
    let screen = cmsCreate_sRGBProfile()
    defer { for handle in [source, screen] where handle != nil { cmsCloseProfile(handle) } }
    guard source != nil, screen != nil,
      let transform = cmsCreateTransform(
        source, UMBRUCH_TYPE_CMYK_8, screen, UMBRUCH_TYPE_RGB_8,
        cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC),
        cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION))
    else {
      throw Diagnostic(
        "image.profile", "the colour profile of the JPEG file is not one of printing inks",
        at: SourceLocation(file: name), hints: ["save the picture again with a sound profile"])
    }
    defer { cmsDeleteTransform(transform) }
    let count = inks.count / 4
    return [UInt8](unsafeUninitializedCapacity: count * 3) { output, initialized in
      cmsDoTransform(transform, inks, output.baseAddress, cmsUInt32Number(count))
      initialized = count * 3
    }
  }

  private static func encode(
    _ colors: [UInt8], _ header: RasterHeader, name: String
  ) throws(Diagnostic) -> [UInt8] {
    let encoder = tjInitCompress()
    var buffer: UnsafeMutablePointer<UInt8>?
    defer {
      if encoder != nil { tjDestroy(encoder) }
      tjFree(buffer)
    }
    var size: UInt = 0
    guard encoder != nil,
      tjCompress2(
        encoder, colors, Int32(header.width), 0, Int32(header.height), TJPF_RGB.rawValue, &buffer,
        &size, Int32(TJSAMP_444.rawValue), quality, 0) == 0, let buffer
    else {
      throw Diagnostic(
        "image.failed", "the picture could not be converted: memory is out",
        at: SourceLocation(file: name))
    }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }
}
