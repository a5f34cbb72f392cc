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
  private let setter: ParagraphSetter
  private let context: TypesettingContext

  init(_ text: TextPieces, runs: [StyledText.Run], context: TypesettingContext) {
    self.text = text
    self.runs = runs
    self.context = context
    let setter = context.paragraphSetter
    self.setter = setter
    words = text.pieces.map { piece in
      setter.shape(
        String(decoding: text.bytes[piece.range], as: UTF8.self), runs[piece.run].attributes,
        with: context.shaper)
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

  /// The places where lines of a stretch may end; the first stands for its beginning and the last
  /// for its end.
  func breakpoints(in segment: Range<Int>, effort: Effort) -> [Breakpoint] {
    var sums = Sums()
    var end = sums
    var endOffset = segment.lowerBound
    var result = [breakpoint(.none, at: segment.lowerBound, end: endOffset, sums, sums)]
    var opportunity = text.opportunities.partitionIndex { $0.offset > segment.lowerBound }
    var index = pieceIndex(at: segment.lowerBound)
    if index > 0, text.pieces[index - 1].range.upperBound > segment.lowerBound {
      // The text goes on within a word, the rest of which is not divided again.
      let piece = text.pieces[index - 1]
      let rest = shape(segment.lowerBound..<piece.range.upperBound, .none, in: piece)
      sums.add(letters: rest.letters, width: rest.width, size: look(of: piece).size)
      (end, endOffset) = (sums.atLineEnd(look(of: piece)), piece.range.upperBound)
      opportunity = text.opportunities.partitionIndex { $0.offset >= endOffset }
    }
    while index < text.pieces.count, text.pieces[index].range.lowerBound < segment.upperBound {
      let piece = text.pieces[index]
      let word = words[index]
      while opportunity < text.opportunities.count,
        text.opportunities[opportunity].offset <= piece.range.lowerBound
      {
        let found = text.opportunities[opportunity]
        if found.kind != .addressAnywhere || effort == .lastResort {
          var added = breakpoint(found.kind, at: found.offset, end: endOffset, end, sums)
          if found.kind.insertsHyphen, index > 0 {
            added.naturalEnd += hyphenWidth(in: text.pieces[index - 1])
          }
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
        sums.add(letters: word.letters, width: word.width, size: look(of: piece).size)
        (end, endOffset) = (sums.atLineEnd(look(of: piece)), piece.range.upperBound)
      }
      index += 1
    }
    result.append(breakpoint(.mandatory, at: segment.upperBound, end: endOffset, end, sums))
    return result
  }

  /// Replaces the added-up widths of a divided word by those of its shaped parts.
  func refine(_ breakpoint: inout Breakpoint) {
    guard !breakpoint.isExact, let index = breakpoint.piece else { return }
    breakpoint.isExact = true
    let piece = text.pieces[index]
    let first = shape(piece.range.lowerBound..<breakpoint.end, breakpoint.kind, in: piece)
    let second = shape(breakpoint.next..<piece.range.upperBound, .none, in: piece)
    breakpoint.naturalEnd = breakpoint.pieceStart + first.width - look(of: piece).tracking
    breakpoint.naturalNext = breakpoint.pieceStart + words[index].width - second.width
  }

  /// How a piece looks.
  func look(of piece: TextPieces.Piece) -> RunAttributes {
    setter.attributes[runs[piece.run].attributes]
  }

  /// A part of a piece, with a hyphen where breaking adds one.
  func shape(_ range: Range<Int>, _ kind: BreakKind, in piece: TextPieces.Piece) -> ShapedWord {
    var string = String(decoding: text.bytes[range], as: UTF8.self)
    if kind.insertsHyphen { string += "-" }
    return setter.shape(string, runs[piece.run].attributes, with: context.shaper)
  }

  // MARK: - Building

  /// Running sums in points.
  struct Sums {
    var natural = 0.0
    var stretch = 0.0
    var shrink = 0.0

    mutating func add(space width: Double) {
      natural += width
      stretch += width * Elasticity.standard.spaceStretch
      shrink += width * Elasticity.standard.spaceShrink
    }

    mutating func add(letters: Int, width: Double, size: Double) {
      natural += width
      stretch += Double(letters) * size * Elasticity.standard.letterStretch
      shrink += Double(letters) * size * Elasticity.standard.letterShrink
    }

    /// The sums at a line's end, where the room after the last glyph does not count.
    func atLineEnd(_ look: RunAttributes) -> Sums {
      Sums(
        natural: natural - look.tracking,
        stretch: stretch - look.size * Elasticity.standard.letterStretch,
        shrink: shrink - look.size * Elasticity.standard.letterShrink)
    }
  }

  /// A breakpoint from the sums where the line's text ends and where the next line's begins.
  private func breakpoint(
    _ kind: BreakKind, at offset: Int, end endOffset: Int, _ end: Sums, _ next: Sums
  ) -> Breakpoint {
    Breakpoint(
      end: endOffset, next: offset, kind: kind, penalty: kind.penalty, naturalEnd: end.natural,
      naturalNext: next.natural, stretchEnd: end.stretch, stretchNext: next.stretch,
      shrinkEnd: end.shrink, shrinkNext: next.shrink)
  }

  /// The width of a hyphen in the look of a piece.
  private func hyphenWidth(in piece: TextPieces.Piece) -> Double {
    setter.shape("-", runs[piece.run].attributes, with: context.shaper).width
  }

  /// Adds the places inside one word, in order.
  private func addDivisions(
    of index: Int, written: [TextPieces.Opportunity], effort: Effort, _ sums: Sums,
    to result: inout [Breakpoint]
  ) {
    let piece = text.pieces[index]
    var divisions = written.filter { $0.kind != .addressAnywhere || effort == .lastResort }
    if effort != .plain, !piece.isAddress, !piece.hasSoftHyphen, runs[piece.run].isDivisible {
      let found = setter.divisions(
        of: text.bytes[piece.range], in: runs[piece.run].language, context: context)
      divisions += found.map {
        TextPieces.Opportunity(offset: piece.range.lowerBound + $0, kind: .dictionaryHyphen)
      }
      divisions.sort { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
    }
    guard !divisions.isEmpty else { return }
    let attributes = look(of: piece)
    let hyphen = hyphenWidth(in: piece)
    let traits = WordTraits(text.bytes[piece.range], written: written)
    var glyphs = words[index].glyphs[...]
    var partial = sums
    for division in divisions {
      // Glyphs stand in the order of their text, so that one walk serves all divisions.
      while let glyph = glyphs.first, glyph.cluster < division.offset - piece.range.lowerBound {
        let width = ShapedWord.advance(of: glyph, attributes)
        partial.add(letters: glyph.advance == 0 ? 0 : 1, width: width, size: attributes.size)
        glyphs.removeFirst()
      }
      var end = partial.atLineEnd(attributes)
      if division.kind.insertsHyphen { end.natural += hyphen }
      var found = breakpoint(division.kind, at: division.offset, end: division.offset, end, partial)
      found.pieceStart = sums.natural
      if division.kind == .dictionaryHyphen {
        found.penalty += traits.penalty(at: division.offset - piece.range.lowerBound)
      }
      found.piece = index
      found.isExact = false
      result.append(found)
    }
  }
}

extension BreakKind {
  /// What ending a line there costs, on TeX's scale of penalties.
  var penalty: Double {
    switch self {
    case .none, .space, .mandatory: 0
    case .plain, .dash: 10
    case .writtenHyphen: 40
    case .softHyphen: 50
    case .dictionaryHyphen, .slash: 50
    case .afterNumber, .address: 100
    case .addressAnywhere: 3000
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
