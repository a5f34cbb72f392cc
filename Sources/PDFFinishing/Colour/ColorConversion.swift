import CLCMS
import Design
package import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// From the colours of the screen to the inks of an output condition, by Little CMS: relative
/// colorimetric with black point compensation.
///
/// Owns C handles and belongs to one thread.
package final class ColorConversion {
  package let profile: OutputProfile
  /// Owned transforms, for single colours and for pixels.
  private let exact: cmsHTRANSFORM
  private let pixels: cmsHTRANSFORM
  /// The lightness of 0 to 100 % black ink alone, falling.
  private let blackRamp: [Double]
  private var known: [RGB: CMYK] = [:]

  /// Colours that are remembered: more than a publication has.
  private static let mostKnown = 10_000

  /// Makes the transforms of a profile; throws where the profile is broken.
  package init(_ profile: OutputProfile) throws(Diagnostic) {
    let flags = cmsUInt32Number(cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE)
    func transform(
      _ source: cmsHPROFILE?, _ from: cmsUInt32Number, _ target: cmsHPROFILE?, _ to: cmsUInt32Number
    ) -> cmsHTRANSFORM? {
      cmsCreateTransform(
        source, from, target, to, cmsUInt32Number(INTENT_RELATIVE_COLORIMETRIC), flags)
    }
    let screen = ScreenProfile.bytes.flatMap {
      cmsOpenProfileFromMem($0, cmsUInt32Number($0.count))
    }
    let output = cmsOpenProfileFromMem(profile.bytes, cmsUInt32Number(profile.bytes.count))
    let lab = cmsCreateLab4Profile(nil)
    defer { for handle in [screen, output, lab] where handle != nil { cmsCloseProfile(handle) } }
    guard let screen, let output, let lab,
      let exact = transform(screen, UMBRUCH_TYPE_RGB_16, output, UMBRUCH_TYPE_CMYK_16)
    else { throw Self.broken }
    guard let pixels = transform(screen, UMBRUCH_TYPE_RGB_8, output, UMBRUCH_TYPE_CMYK_8) else {
      cmsDeleteTransform(exact)
      throw Self.broken
    }
    guard let appearance = transform(output, UMBRUCH_TYPE_CMYK_16, lab, UMBRUCH_TYPE_Lab_DBL) else {
      cmsDeleteTransform(exact)
      cmsDeleteTransform(pixels)
      throw Self.broken
    }
    defer { cmsDeleteTransform(appearance) }
    var ramp: [Double] = []
    for percent in 0...100 {
      let inks: [UInt16] = [0, 0, 0, UInt16(percent * 65_535 / 100)]
      var color = cmsCIELab()
      cmsDoTransform(appearance, inks, &color, 1)
      // A ramp that rises somewhere could not be read backwards.
      ramp.append(min(ramp.last ?? .infinity, color.L))
    }
    self.profile = profile
    self.exact = exact
    self.pixels = pixels
    blackRamp = ramp
  }

  deinit {
    cmsDeleteTransform(exact)
    cmsDeleteTransform(pixels)
  }

  private static let broken = Diagnostic(
    "print.profile", "the colour profile of the printer cannot be used: it is broken",
    hints: ["get the profile anew"])

  /// The inks of one colour: greys get black alone, so that they stay grey and sharp on any press.
  func inks(of rgb: RGB) -> CMYK {
    if let found = known[rgb] { return found }
    let inks = rgb.isNeutral ? black(rgb) : processInks(rgb)
    if known.count >= Self.mostKnown { known.removeAll() }
    known[rgb] = inks
    return inks
  }

  /// Pixels of red, green and blue bytes as pixels of cyan, magenta, yellow and black ones.
  func convert(_ rgb: [UInt8]) -> [UInt8] {
    let count = rgb.count / 3
    return [UInt8](unsafeUninitializedCapacity: count * 4) { output, initialized in
      cmsDoTransform(pixels, rgb, output.baseAddress, cmsUInt32Number(count))
      initialized = count * 4
    }
  }

  private func processInks(_ rgb: RGB) -> CMYK {
    func word(_ share: Double) -> UInt16 { UInt16((max(0, min(1, share)) * 65_535).rounded()) }
    let source = [word(rgb.red), word(rgb.green), word(rgb.blue)]
    var inks = [UInt16](repeating: 0, count: 4)
    cmsDoTransform(exact, source, &inks, 1)
    let shares = inks.map { Double($0) / 65_535 }
    return CMYK(cyan: shares[0], magenta: shares[1], yellow: shares[2], black: shares[3])
  }

  /// As much black ink as is as light as a grey, between paper and full black.
  private func black(_ rgb: RGB) -> CMYK {
    // CIE 1976 lightness of the grey (ISO 11664-4).
    let luminance = rgb.luminance
    let lightness =
      luminance > 216.0 / 24389 ? 116 * cbrt(luminance) - 16 : luminance * 24389 / 27
    let (paper, full) = (blackRamp[0], blackRamp[100])
    let wanted = full + (paper - full) * lightness / 100
    let next = blackRamp.firstIndex { $0 <= wanted } ?? 100
    guard next > 0 else { return CMYK.black.tint(0) }
    let (above, below) = (blackRamp[next - 1], blackRamp[next])
    let part = above > below ? (above - wanted) / (above - below) : 0
    return CMYK.black.tint(min(1, (Double(next - 1) + part) / 100))
  }
}

extension RGB {
  /// Whether it is black, white or a grey, as exactly as bytes and Cairo's six digits tell.
  fileprivate var isNeutral: Bool {
    max(red, green, blue) - min(red, green, blue) < 0.000_01
  }
}
