import Design
import Languages
import TextShaping

/// A text cut into pieces with their widths: what lines are made of.
struct MeasuredText {
  /// How far a paragraph goes to be broken well.
  enum Effort {
    /// Between words and where the author allows it.
    case plain
    /// With the dictionary's divisions.
    case hyphenated
    /// With breaks anywhere in addresses.
    case lastResort
  }

  /// The words and spaces, their runs, and each piece shaped as a whole.
  let text: TextPieces
  let runs: [StyledText.Run]
  let words: [ShapedWord]
  let elasticity: Elasticity
  /// A space follows the text: something else stands behind it on its line.
  var endsInSpace = false
  private let rules: LineRules
  /// At which edges characters hang out of the measure.
  private let hangs: (left: Bool, right: Bool)
  private let setter: ParagraphSetter
  private let context: TypesettingContext

  init(
    _ text: TextPieces, runs: [StyledText.Run], style: TextStyle, context: TypesettingContext
  ) {
    self.text = text
    self.runs = runs
    rules = style.lineRules
    elasticity = Elasticity(style.lineRules)
    hangs = OpticalMargins.edges(of: style)
    self.context = context
    let setter = context.paragraphSetter
    self.setter = setter
    words = text.pieces.map { piece in
      setter.shape(
        String(decoding: text.bytes[piece.range], as: UTF8.self), runs[piece.run].attributes,
        in: context)
    }
  }

  /// The stretches of the text between forced breaks, as ranges of opportunities in `text`; each
  /// ends with the byte at which the next begins.
  var segments: [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = 0
    for opportunity in text.opportunities where opportunity.kind == .mandatory {
      segments.append(start..<opportunity.offset)
      start = opportunity.offset
    }
    if start < text.bytes.count { segments.append(start..<text.bytes.count) }
    return segments
  }

  /// The index of the first piece that begins at or after `offset`.
  func pieceIndex(at offset: Int) -> Int {
    var (low, high) = (0, text.pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if text.pieces[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The places where lines of a stretch may end, its beginning first and its end last.
  ///
  /// An indent of the first line, in points, is in the first sum.
  func breakpoints(in segment: Range<Int>, indent: Double, effort: Effort) -> [Breakpoint] {
    var sums = LineSums(elasticity: elasticity)
    // Where the line's text ends so far, and what of it hangs out.
    var end = sums
    var endHang = 0.0
    var endOffset = segment.lowerBound
    var index = pieceIndex(at: segment.lowerBound)
    var result = [breakpoint(.none, at: segment.lowerBound, end: endOffset, sums, sums)]
    var opportunity = text.opportunities.partitionIndex { $0.offset > segment.lowerBound }
    var firstHang = leftHang(ofPiece: index)
    if index > 0, text.pieces[index - 1].range.upperBound > segment.lowerBound {
      // The text goes on within a word, the rest of which is not divided again.
      let piece = text.pieces[index - 1]
      let rest = shape(segment.lowerBound..<piece.range.upperBound, .none, in: piece)
      let look = look(of: piece)
      sums.add(letters: rest.letters, width: rest.width, look)
      (end, endOffset) = (sums.atLineEnd(look), piece.range.upperBound)
      endHang = hangs.right ? rest.hang(at: .right, look) : 0
      firstHang = hangs.left ? rest.hang(at: .left, look) : 0
      opportunity = text.opportunities.partitionIndex { $0.offset >= endOffset }
    }
    // An indented line does not stand at the edge.
    result[0].naturalNext += indent == 0 ? firstHang : -indent
    while index < text.pieces.count, text.pieces[index].range.lowerBound < segment.upperBound {
      let piece = text.pieces[index]
      let word = words[index]
      while opportunity < text.opportunities.count,
        text.opportunities[opportunity].offset <= piece.range.lowerBound
      {
        let found = text.opportunities[opportunity]
        if !found.kind.isLastResort || effort == .lastResort {
          var added = breakpoint(found.kind, at: found.offset, end: endOffset, end, sums)
          if found.kind.insertsHyphen, index > 0 {
            added.naturalEnd += hyphenWidth(in: text.pieces[index - 1])
          } else {
            added.naturalEnd -= endHang
          }
          added.naturalNext += leftHang(ofPiece: index)
          result.append(added)
        }
        opportunity += 1
      }
      // A space is no part of a line that ends before it, so that `end` stays where it is; only
      // a no-break space can be followed by nothing and still belong to the line.
      if piece.isSpace {
        sums.add(space: word.width)
        if text.bytes[piece.range.lowerBound] != 0x20 {
          (end, endOffset) = (sums.atLineEnd(look(of: piece)), piece.range.upperBound)
          endHang = 0
        }
      } else {
        var divisions: [TextPieces.Opportunity] = []
        while opportunity < text.opportunities.count,
          text.opportunities[opportunity].offset < piece.range.upperBound
        {
          divisions.append(text.opportunities[opportunity])
          opportunity += 1
        }
        addDivisions(of: index, written: divisions, effort: effort, sums, to: &result)
        let look = look(of: piece)
        sums.add(letters: word.letters, width: word.width, look)
        (end, endOffset) = (sums.atLineEnd(look), piece.range.upperBound)
        endHang = hangs.right ? word.hang(at: .right, look) : 0
      }
      index += 1
    }
    result.append(
      breakpoint(
        .mandatory, at: segment.upperBound, end: endOffset, end.adding(natural: -endHang), sums))
    return result
  }

  /// Replaces the added-up widths of a divided word by those of its shaped parts.
  func refine(_ breakpoint: inout Breakpoint) {
    guard !breakpoint.isExact, let index = breakpoint.piece else { return }
    breakpoint.isExact = true
    let piece = text.pieces[index]
    let first = shape(piece.range.lowerBound..<breakpoint.end, breakpoint.kind, in: piece)
    let second = shape(breakpoint.next..<piece.range.upperBound, .none, in: piece)
    let look = look(of: piece)
    breakpoint.naturalEnd =
      breakpoint.pieceStart + first.width - look.tracking
      - (hangs.right ? first.hang(at: .right, look) : 0)
    breakpoint.naturalNext =
      breakpoint.pieceStart + words[index].width - second.width
      + (hangs.left ? second.hang(at: .left, look) : 0)
  }

  /// How a piece looks.
  func look(of piece: TextPieces.Piece) -> RunAttributes {
    setter.attributes[runs[piece.run].attributes]
  }

  /// A part of a piece, with a hyphen where breaking adds one.
  func shape(_ range: Range<Int>, _ kind: BreakKind, in piece: TextPieces.Piece) -> ShapedWord {
    var string = String(decoding: text.bytes[range], as: UTF8.self)
    if kind.insertsHyphen { string += "-" }
    return setter.shape(string, runs[piece.run].attributes, in: context)
  }

  /// The space that stands between a line's end and the next piece; a forced break is one too.
  func space(at end: Int, beforePiece index: Int, _ kind: BreakKind) -> ShapedWord? {
    guard index > 0 else { return nil }
    if index < text.pieces.count {
      let next = text.pieces[index]
      if next.isSpace, next.range.lowerBound == end { return words[index] }
      guard kind == .mandatory else { return nil }
    } else if !endsInSpace {
      return nil
    }
    return setter.shape(" ", runs[text.pieces[index - 1].run].attributes, in: context)
  }

  // MARK: - Building

  /// A breakpoint from the sums where the line's text ends and where the next line's begins.
  private func breakpoint(
    _ kind: BreakKind, at offset: Int, end endOffset: Int, _ end: LineSums, _ next: LineSums
  ) -> Breakpoint {
    Breakpoint(
      end: endOffset, next: offset, kind: kind, penalty: kind.penalty, naturalEnd: end.natural,
      naturalNext: next.natural, spacesEnd: end.spaces, spacesNext: next.spaces,
      stretchEnd: end.stretch, stretchNext: next.stretch, shrinkEnd: end.shrink,
      shrinkNext: next.shrink)
  }

  /// The width of a hyphen in the look of a piece, without what of it hangs out.
  private func hyphenWidth(in piece: TextPieces.Piece) -> Double {
    let hyphen = setter.shape("-", runs[piece.run].attributes, in: context)
    return hyphen.width - (hangs.right ? hyphen.hang(at: .right, look(of: piece)) : 0)
  }

  /// How far a piece hangs out where a line begins with it; a space does not.
  private func leftHang(ofPiece index: Int) -> Double {
    guard hangs.left, index < text.pieces.count, !text.pieces[index].isSpace else { return 0 }
    return words[index].hang(at: .left, look(of: text.pieces[index]))
  }

  /// Adds the places inside one word, in order.
  private func addDivisions(
    of index: Int, written: [TextPieces.Opportunity], effort: Effort, _ sums: LineSums,
    to result: inout [Breakpoint]
  ) {
    let piece = text.pieces[index]
    var divisions: [(opportunity: TextPieces.Opportunity, penalty: Double)] = []
    for opportunity in written where !opportunity.kind.isLastResort || effort == .lastResort {
      divisions.append((opportunity, 0))
    }
    if effort != .plain, !piece.isAddress, !piece.hasSoftHyphen, runs[piece.run].isDivisible {
      let found = setter.divisions(
        of: text.bytes[piece.range], in: runs[piece.run].language, rules, context: context)
      let traits = WordTraits(text.bytes[piece.range], written: written)
      divisions += found.map { division in
        (
          TextPieces.Opportunity(
            offset: piece.range.lowerBound + division.offset, kind: .dictionaryHyphen),
          division.grade.penalty + traits.penalty(at: division.offset)
        )
      }
      divisions.sort {
        ($0.opportunity.offset, $0.opportunity.kind.rawValue)
          < ($1.opportunity.offset, $1.opportunity.kind.rawValue)
      }
    }
    guard !divisions.isEmpty else { return }
    let attributes = look(of: piece)
    let hyphen = hyphenWidth(in: piece)
    var glyphs = words[index].glyphs[...]
    var partial = sums
    for (division, penalty) in divisions {
      // Glyphs stand in the order of their text, so that one walk serves all divisions.
      while let glyph = glyphs.first, glyph.cluster < division.offset - piece.range.lowerBound {
        let width = ShapedWord.advance(of: glyph, attributes)
        partial.add(letters: glyph.advance == 0 ? 0 : 1, width: width, attributes)
        glyphs.removeFirst()
      }
      let end = partial.atLineEnd(attributes)
        .adding(natural: division.kind.insertsHyphen ? hyphen : 0)
      var found = breakpoint(division.kind, at: division.offset, end: division.offset, end, partial)
      found.pieceStart = sums.natural
      found.penalty += penalty
      found.piece = index
      found.isExact = false
      result.append(found)
    }
  }
}

extension Array {
  /// The index of the first element for which `isAfter` holds, in an array partitioned by it.
  func partitionIndex(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
