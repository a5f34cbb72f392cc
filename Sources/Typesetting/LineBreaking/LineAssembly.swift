import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import TextShaping

/// Puts the glyphs of one line in their places and makes as few runs of them as possible.
struct LineAssembly {
  /// A line as total fit found it: bytes of the text, and why it ends.
  struct Line {
    var range: Range<Int>
    var end: BreakKind
  }

  /// A word or a space of the line.
  private struct Part {
    var word: ShapedWord
    var run: Int
    var isStretchable: Bool
  }

  private let measured: MeasuredText
  private let text: StyledText
  private let mark: ContentMark
  private let setter: ParagraphSetter

  private var parts: [Part] = []
  private(set) var naturalWidth = 0.0
  private(set) var stretch = 0.0
  private(set) var shrink = 0.0

  init(
    _ line: Line, of measured: MeasuredText, _ text: StyledText, mark: ContentMark,
    setter: ParagraphSetter
  ) {
    self.measured = measured
    self.text = text
    self.mark = mark
    self.setter = setter
    var index = measured.pieceIndex(at: line.range.lowerBound)
    if index > 0, measured.text.pieces[index - 1].range.upperBound > line.range.lowerBound {
      index -= 1
    }
    while index < measured.text.pieces.count {
      let piece = measured.text.pieces[index]
      guard piece.range.lowerBound < line.range.upperBound else { break }
      let range = piece.range.clamped(to: line.range)
      let isCutHere = range.upperBound == line.range.upperBound && line.end.insertsHyphen
      let word =
        range == piece.range && !isCutHere
        ? measured.words[index] : measured.shape(range, isCutHere ? line.end : .none, in: piece)
      parts.append(Part(word: word, run: piece.run, isStretchable: piece.isSpace))
      naturalWidth += word.width
      if piece.isSpace {
        stretch += word.width * MeasuredText.spaceStretch
        shrink += word.width * MeasuredText.spaceShrink
      }
      index += 1
    }
    // The tracking after the last glyph is room that nobody sees.
    if let last = parts.last {
      naturalWidth -= setter.attributes[measured.runs[last.run].attributes].tracking
    }
  }

  /// The characters that the faces lack, each with its family.
  var missing: [(scalar: Unicode.Scalar, family: String)] {
    parts.flatMap { part in
      part.word.missing.map {
        ($0, setter.attributes[measured.runs[part.run].attributes].face.descriptor.family)
      }
    }
  }

  /// The line's runs and links, beginning at `x`, its spaces set at `ratio`.
  func items(at x: Double, ratio: Double, endsInHyphen: Bool) -> ([DisplayItem], [LinkArea]) {
    var items: [DisplayItem] = []
    var links: [LinkArea] = []
    var run: GlyphRun?
    var runIndex = -1
    var cursor = x
    func finish() {
      if let finished = run { items.append(DisplayItem(.glyphs(finished), mark: mark)) }
      run = nil
    }
    var linkStart = x
    var link: Int?
    for part in parts {
      let styled = measured.runs[part.run]
      let look = setter.attributes[styled.attributes]
      if styled.link != link {
        if let link { links.append(area(of: link, from: linkStart, to: cursor, look)) }
        linkStart = cursor
        link = styled.link
      }
      if runIndex < 0 || run == nil || !looksAlike(runIndex, part.run) {
        finish()
        run = GlyphRun(
          face: look.face, size: look.size, color: look.color, origin: Point(x: cursor, y: 0),
          glyphs: [], text: "", language: look.language)
        runIndex = part.run
      }
      let base = run?.text.utf8.count ?? 0
      let origin = run?.origin.x ?? cursor
      for glyph in part.word.glyphs {
        run?.glyphs.append(
          PositionedGlyph(
            identifier: glyph.identifier, x: cursor - origin + glyph.xOffset * look.size,
            y: -glyph.yOffset * look.size, cluster: base + glyph.cluster))
        cursor += ShapedWord.advance(of: glyph, look)
      }
      run?.text += part.word.text
      if part.isStretchable {
        let share = ratio < 0 ? MeasuredText.spaceShrink : MeasuredText.spaceStretch
        cursor += ratio * share * part.word.width
      }
    }
    run?.endsWithSoftHyphen = endsInHyphen
    finish()
    if let link, let last = parts.last {
      let look = setter.attributes[measured.runs[last.run].attributes]
      links.append(area(of: link, from: linkStart, to: cursor, look))
    }
    return (items, links)
  }

  /// Whether glyphs of two runs can stand in one: same look, same link.
  private func looksAlike(_ a: Int, _ b: Int) -> Bool {
    a == b
      || (measured.runs[a].attributes == measured.runs[b].attributes
        && measured.runs[a].link == measured.runs[b].link)
  }

  private func area(
    of index: Int, from start: Double, to end: Double, _ look: RunAttributes
  ) -> LinkArea {
    let link = text.links[index]
    let target: LinkArea.Target =
      switch link.target {
      case .address(let address): .address(address)
      case .anchor(let name): .destination(name)
      }
    let metrics = look.face.metrics
    return LinkArea(
      rect: Rect(
        x: start, y: -metrics.ascender * look.size, width: end - start,
        height: (metrics.ascender - metrics.descender) * look.size),
      target: target, title: link.title)
  }
}
