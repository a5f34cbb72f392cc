import CFontconfig

/// A set of fontconfig patterns of its own, filled from font files.
final class FontconfigFontSet {
  /// Owned; destroying it destroys its patterns.
  private let handle: UnsafeMutablePointer<FcFontSet>

  /// Makes an empty set; nil where memory is out.
  init?() {
    guard let handle = FcFontSetCreate() else { return nil }
    self.handle = handle
  }

  deinit { FcFontSetDestroy(handle) }

  /// Reads every face of a file and returns the patterns so far.
  func read(file: String) {
    var faces: Int32 = 0
    // An index of −1 stands for all faces and all instances of a variable font.
    _ = FcFreeTypeQueryAll(file, UInt32.max, nil, &faces, handle)
  }

  /// The patterns read so far; they live as long as the set.
  var patterns: [FontconfigPattern] { Self.patterns(of: handle) }

  /// The patterns of a set that somebody else owns.
  static func patterns(of set: UnsafeMutablePointer<FcFontSet>) -> [FontconfigPattern] {
    guard let fonts = set.pointee.fonts else { return [] }
    return (0..<Int(set.pointee.nfont)).compactMap { index in
      fonts[index].map { FontconfigPattern(handle: $0) }
    }
  }
}
