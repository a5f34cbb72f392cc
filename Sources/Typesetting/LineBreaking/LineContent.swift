import Design
import TextShaping

/// The words and spaces of one line, with what they measure together.
struct LineContent {
  /// A line as total fit found it: bytes of the text, and why it ends.
  struct Line {
    var range: Range<Int>
    var end: BreakKind
  }

  /// A word, a part of one, or a space.
  struct Part {
    var word: ShapedWord
    /// The index of its run.
    var run: Int
    var look: RunAttributes
    var isSpace: Bool
  }

  private(set) var parts: [Part] = []
  /// The space at which the line ends; nil within a word and at the paragraph's end.
  private(set) var endingSpace: ShapedWord?
  /// The width at natural spaces, in points.
  private(set) var naturalWidth = 0.0
  private var material = Adjustment.Material()
  private let elasticity: Elasticity

  init(_ line: Line, of measured: MeasuredText) {
    elasticity = measured.elasticity
    var index = measured.pieceIndex(at: line.range.lowerBound)
    if index > 0, measured.text.pieces[index - 1].range.upperBound > line.range.lowerBound {
      index -= 1
    }
    while index < measured.text.pieces.count {
      let piece = measured.text.pieces[index]
      guard piece.range.lowerBound < line.range.upperBound else { break }
      let range = piece.range.clamped(to: line.range)
      let isDivided = range.upperBound == line.range.upperBound && line.end.insertsHyphen
      let word =
        range == piece.range && !isDivided
        ? measured.words[index] : measured.shape(range, isDivided ? line.end : .none, in: piece)
      let look = measured.look(of: piece)
      parts.append(Part(word: word, run: piece.run, look: look, isSpace: piece.isSpace))
      naturalWidth += word.width
      if piece.isSpace {
        material.spaces += word.width
      } else {
        material.letters += Double(word.letters) * look.size
        material.glyphs += word.width - Double(word.letters) * look.tracking
      }
      index += 1
    }
    endingSpace = measured.space(at: line.range.upperBound, beforePiece: index, line.end)
    // The room after the last glyph is nothing that anybody sees.
    if let last = parts.last {
      naturalWidth -= last.look.tracking
      material.letters = max(0, material.letters - last.look.size)
    }
  }

  /// By how much the line can become shorter where it is justified.
  var shrink: Double {
    material.letters * elasticity.letterShrink + material.spaces * Elasticity.spaceShrink
      + material.glyphs * elasticity.glyphScaling
  }

  /// What fills so much room, or saves it where it is negative.
  func adjustment(toFill room: Double) -> Adjustment {
    Adjustment(toFill: room, of: material, elasticity)
  }

  /// What leaves the line as it is.
  var unadjusted: Adjustment { Adjustment(none: elasticity) }

  /// How far the line's first or last character hangs out at an even edge, in points.
  func hang(at edge: OpticalMargins.Edge) -> Double {
    guard let part = edge == .left ? parts.first : parts.last, !part.isSpace else { return 0 }
    return part.word.hang(at: edge, part.look)
  }

  /// The characters that the faces lack, each with its family.
  var missing: [(scalar: Unicode.Scalar, family: String)] {
    parts.flatMap { part in
      part.word.missing.map { ($0, part.look.face.descriptor.family) }
    }
  }
}
