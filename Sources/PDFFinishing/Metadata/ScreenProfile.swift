import CLCMS

/// The colour profile of what is seen on screen: sRGB (IEC 61966-2-1), made by Little CMS.
enum ScreenProfile {
  /// The profile as ICC bytes, the same in every run; nil where there is no memory for it.
  static let bytes: [UInt8]? = {
    guard let profile = cmsCreate_sRGBProfile() else { return nil }
    defer { cmsCloseProfile(profile) }
    // PDF/A-2 knows profiles up to ICC.1:2004, which is version 4.2.
    cmsSetProfileVersion(profile, 4.2)
    var length: cmsUInt32Number = 0
    guard cmsSaveProfileToMem(profile, nil, &length) != 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard cmsSaveProfileToMem(profile, &bytes, &length) != 0, bytes.count >= 128 else {
      return nil
    }
    // ICC.1:2010, 7.2.8: the header holds the clock's date and time, six 16-bit numbers from
    // byte 24; here it is the first day of the profile's own standard.
    bytes.replaceSubrange(24..<36, with: [0x07, 0xCF, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0])
    // 7.2.18: a checksum that is not computed is zero.
    bytes.replaceSubrange(84..<100, with: [UInt8](repeating: 0, count: 16))
    return bytes
  }()
}
