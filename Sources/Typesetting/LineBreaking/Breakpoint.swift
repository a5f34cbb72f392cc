/// A place where a line can end, with what Knuth and Plass's algorithm has to know of it.
///
/// The sums run from the beginning of the text; those of the line from `a` to `b` are
/// `b.naturalEnd − a.naturalNext`, and likewise for spaces, stretch and shrink. Points.
struct Breakpoint {
  /// Where the line's text ends, and where the next line's begins, in bytes.
  var end: Int
  var next: Int
  var kind: BreakKind
  var penalty: Double
  var naturalEnd: Double
  var naturalNext: Double
  /// The widths of the spaces.
  var spacesEnd: Double
  var spacesNext: Double
  var stretchEnd: Double
  var stretchNext: Double
  var shrinkEnd: Double
  var shrinkNext: Double
  /// The piece that is divided here, or nil between pieces.
  var piece: Int?
  /// The natural sum at that piece's beginning.
  var pieceStart: Double = 0
  /// The widths of a divided word's parts come from shaping them, not from adding up glyphs.
  var isExact = true
}
