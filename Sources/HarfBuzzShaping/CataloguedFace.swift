/// One face of a font file, as its names and its design say, before anything is opened for shaping.
package struct CataloguedFace: Sendable, Hashable {
  /// The font file's absolute path.
  package var file: String
  /// The face within a collection file, from 0.
  package var index: Int
  /// Every name of its family: the typographic one and the style-linked one, in all languages.
  package var families: [String]
  /// The CSS weight, 1 to 1000.
  package var weight: Int
  /// Italic or oblique.
  package var italic: Bool
  /// The CSS width in percent; 100 is normal.
  package var width: Int
  /// The name that a PDF gives the font.
  package var postScriptName: String

  /// The order of the catalogue: by path in bytes, then by index, so that it never depends on the
  /// order in which a file system lists its files.
  static func precedes(_ a: CataloguedFace, _ b: CataloguedFace) -> Bool {
    if a.file == b.file { return a.index < b.index }
    return a.file.utf8.lexicographicallyPrecedes(b.file.utf8)
  }
}
