package import Diagnostics

/// A place where a line of a paragraph may end, measured: what line breaking chooses from.
///
/// The sums run from the beginning of the text; those of the line from `a` to `b` are
/// `b.naturalEnd − a.naturalNext`, and likewise for its spaces. Points.
package struct LinePlace: Sendable, Hashable {
  /// Where the line's text ends, and where the next line's begins, in bytes of the text.
  package var end: Int
  package var next: Int
  package var naturalEnd: Double
  package var naturalNext: Double
  /// The widths of the spaces so far.
  package var spacesEnd: Double
  package var spacesNext: Double
  /// Breaking here adds a hyphen; or there is one, added or written.
  package var insertsHyphen: Bool
  package var endsInHyphen: Bool
  /// What ending a line here costs beyond the hyphen, on TeX's scale of penalties.
  package var penalty: Double
}

extension TypesettingContext {
  /// The places of a paragraph without forced breaks, the first for its beginning and the last for
  /// its end, all widths from shaping: for those who want to break it in another way, and compare.
  ///
  /// Throws when a family of fonts is not there.
  package func linePlaces(of paragraph: ParagraphSetting) throws(Diagnostic) -> [LinePlace] {
    let text = try InlineFlattening.flatten(
      paragraph.inlines, style: paragraph.style, language: paragraph.language, context: self)
    let breaks = BreakOpportunities(in: text, context: self)
    let measured = MeasuredText(
      TextPieces(text, breaks), runs: text.runs, style: paragraph.style, context: self)
    guard let segment = measured.segments.first else { return [] }
    return measured.breakpoints(in: segment, indent: 0, effort: .hyphenated).map { found in
      var place = found
      measured.refine(&place)
      return LinePlace(
        end: place.end, next: place.next, naturalEnd: place.naturalEnd,
        naturalNext: place.naturalNext, spacesEnd: place.spacesEnd, spacesNext: place.spacesNext,
        insertsHyphen: place.kind.insertsHyphen, endsInHyphen: place.kind.endsInHyphen,
        penalty: place.penalty)
    }
  }
}
