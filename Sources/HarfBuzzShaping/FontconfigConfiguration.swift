import CFontconfig

/// A fontconfig configuration of its own with the fonts it lists, apart from the process-wide one.
final class FontconfigConfiguration {
  /// Owned; an `FcConfig`.
  private let handle: OpaquePointer

  /// Loads the system's configuration and lists its fonts; nil where there is no usable one.
  init?() {
    guard let handle = FcInitLoadConfigAndFonts() else { return nil }
    self.handle = handle
  }

  deinit { FcConfigDestroy(handle) }

  /// The patterns of all fonts; they live as long as the configuration.
  var patterns: [FontconfigPattern] {
    guard let set = FcConfigGetFonts(handle, FcSetSystem) else { return [] }
    return FontconfigFontSet.patterns(of: set)
  }
}
