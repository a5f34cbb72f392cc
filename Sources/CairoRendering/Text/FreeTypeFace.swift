import Design
import CCairo
import CFreeType
import Diagnostics
import TextShaping

/// A face opened by FreeType, in a library of its own.
///
/// Cairo keeps fonts that nobody uses any more in a cache of the whole process and drops them on
/// whatever thread is drawing then. A FreeType library shared by several faces would then be
/// changed by two threads at once; a library for each face cannot be.
final class FreeTypeFace {
  /// Owned, and used by this face alone.
  private let library: FT_Library
  /// Owned; freed before the library.
  let handle: FT_Face

  init(_ face: FontFace) throws(Diagnostic) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw Diagnostic("font.failed", "FreeType could not be started: memory is out")
    }
    var handle: FT_Face?
    guard FT_New_Face(library, face.file, FT_Long(face.index), &handle) == 0, let handle else {
      FT_Done_FreeType(library)
      throw Diagnostic(
        "font.broken", "the font file of “\(face.descriptor.family)” is broken or unreadable",
        at: SourceLocation(file: face.file), hints: ["install the font anew"])
    }
    self.library = library
    self.handle = handle
  }

  deinit {
    FT_Done_Face(handle)
    FT_Done_FreeType(library)
  }
}
