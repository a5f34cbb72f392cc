import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import TextShaping

/// Sets the texts of a chart, all of them with the chart's mark.
struct ChartText {
  let context: TypesettingContext
  let language: LanguageTag
  let location: SourceLocation
  let mark: ContentMark

  /// A text broken at a width; empty where there is nothing to say.
  func paragraph(_ text: String, _ style: TextStyle, width: Double) throws(Diagnostic) -> TextBox {
    guard text.contains(where: { !$0.isWhitespace }) else { return .empty }
    var style = style
    // The chart aligns its lines itself, and divides no word that goes into its width.
    style.alignment = .left
    if style.hyphenate, try longestWord(of: text, style) <= width { style.hyphenate = false }
    let set = try context.set(
      ParagraphSetting(
        inlines: [.text(text)], style: style, language: language, location: location, mark: mark),
      width: max(width, 1))
    return TextBox(lines: set.lines)
  }

  /// A text on one line if it can be: a little smaller where it is too wide, broken where that is
  /// not enough.
  func line(_ text: String, _ style: TextStyle, width: Double) throws(Diagnostic) -> TextBox {
    guard text.contains(where: { !$0.isWhitespace }) else { return .empty }
    let natural = try context.width(of: text, style: style, language: language)
    let share = natural > width ? max(width, 1) / natural : 1
    var fitted = style
    // A hair less than the share, since breaking compares to the last digit.
    if share < 1 { fitted.size *= max(share * 0.999, Self.smallestShare) }
    guard share < Self.smallestShare else {
      return try paragraph(text, fitted, width: max(width, natural * max(share, 0.1)))
    }
    return try paragraph(text, fitted, width: width)
  }

  /// The width of the longest word.
  func longestWord(of text: String, _ style: TextStyle) throws(Diagnostic) -> Double {
    var longest = 0.0
    for word in text.split(whereSeparator: \.isWhitespace) {
      longest = max(
        longest, try context.width(of: String(word), style: style, language: language))
    }
    return longest
  }

  /// How far a single line may shrink.
  private static let smallestShare = 0.7

  /// The height of a style's capitals in points.
  func capHeight(of style: TextStyle) throws(Diagnostic) -> Double {
    try context.shaper.face(for: style.font).metrics.capHeight * style.size
  }

  /// An item of the chart that is not text.
  func shape(_ path: Path, fill: PaletteColor? = nil, stroke: Stroke? = nil) -> DisplayItem {
    DisplayItem(.shape(Shape(path: path, fill: fill, stroke: stroke)), mark: mark)
  }

  /// A straight line.
  func rule(
    from start: Point, to end: Point, _ color: PaletteColor, width: Double, dashes: [Double] = []
  ) -> DisplayItem {
    var path = Path()
    path.move(to: start.x, start.y)
    path.line(to: end.x, end.y)
    return shape(path, stroke: Stroke(color: color, width: width, dashes: dashes))
  }
}
