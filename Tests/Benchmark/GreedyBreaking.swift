import Typesetting

/// Breaks a paragraph line by line: each line takes as much as it can hold.
///
/// The places, dictionary and minima of words are those of total fit, and no more than so many lines
/// in a row end in a hyphen; only the looking ahead is missing.
struct GreedyBreaking {
  /// Points.
  var width: Double
  /// The share of its width that a space may lose to let one more syllable in.
  var shrink: Double
  /// The most lines in a row that end in a hyphen, written or added.
  var maximumHyphens: Int

  /// What is taken for rounding, in points.
  private static let slack = 0.01

  /// The lines of a text of UTF-8 bytes with these places to break.
  func lines(_ places: [LinePlace], of bytes: [UInt8]) -> [MeasuredLine] {
    var lines: [MeasuredLine] = []
    var start = 0
    var hyphens = 0
    while start + 1 < places.count {
      // What is wider than a line is set all the same, up to the first place where it can end.
      var end = start + 1
      for index in (start + 1)..<places.count {
        let place = places[index]
        let natural = place.naturalEnd - places[start].naturalNext
        // Hyphens make the widths of neighbouring places go up and down by less than this.
        if natural > 1.5 * width { break }
        let spaces = place.spacesEnd - places[start].spacesNext
        guard natural - shrink * spaces <= width + Self.slack else { continue }
        let isAllowed = !place.endsInHyphen || hyphens < maximumHyphens
        if isAllowed || index == places.count - 1 { end = index }
      }
      let isLast = end == places.count - 1
      lines.append(line(from: places[start], to: places[end], of: bytes, isLast: isLast))
      hyphens = places[end].endsInHyphen && !isLast ? hyphens + 1 : 0
      start = end
    }
    return lines
  }

  /// The line between two places, justified unless it is the last.
  private func line(
    from start: LinePlace, to end: LinePlace, of bytes: [UInt8], isLast: Bool
  ) -> MeasuredLine {
    let text = bytes[start.next..<max(start.next, end.end)]
    let natural = end.naturalEnd - start.naturalNext
    let spaces = end.spacesEnd - start.spacesNext
    let isFilled = spaces > 0 && (!isLast || natural > width)
    return MeasuredLine(
      spaces: TextCount.spaces(in: text),
      spaceWidth: isFilled ? spaces + width - natural : spaces,
      width: isFilled ? width : natural, letters: TextCount.letters(in: text),
      insertsHyphen: end.insertsHyphen && !isLast)
  }
}

/// What is counted in UTF-8 text.
enum TextCount {
  /// The word spaces: U+0020 and U+00A0.
  static func spaces(in bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.count(where: isSpace)
  }

  /// The characters that are no word spaces.
  static func letters(in bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.count { !isSpace($0) }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }
}
