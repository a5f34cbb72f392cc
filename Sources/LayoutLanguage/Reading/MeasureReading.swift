import Design
import Diagnostics
import Geometry
import Languages
import SourceFiles

/// Distances, colours and the names of styles.
extension LayoutReading {
  /// A distance of 0 or more.
  mutating func length(_ node: SourceNode) -> LayoutLength? {
    if let text = node.text, let length = Self.length(from: text), !length.isNegative {
      return length
    }
    wrongType(node, wanted: "a distance", example: "12mm, 9.5pt or 2 lines")
    return nil
  }

  /// A distance that may be negative, for frames that reach into the bleed.
  mutating func offset(_ node: SourceNode) -> LayoutLength? {
    if let text = node.text, let length = Self.length(from: text) { return length }
    wrongType(node, wanted: "a distance", example: "12mm, 2 lines or -3mm")
    return nil
  }

  /// Reads `12mm`, `1.5cm`, `9.5pt`, `1080px`, `2 lines`, `0`.
  static func length(from text: String) -> LayoutLength? {
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let value = DecimalNumber(String(digits))?.doubleValue, abs(value) <= 20_000 else {
      return nil
    }
    switch unit {
    case "mm": return .absolute(.mm(value))
    case "cm": return .absolute(.mm(value * 10))
    case "pt": return .absolute(.pt(value))
    case "px": return .absolute(.pt(value * 0.75))
    case "line", "lines": return .lines(value)
    case "": return value == 0 ? .absolute(.zero) : nil
    default: return nil
    }
  }

  /// Points of a distance that does not depend on the page's grid.
  mutating func absoluteLength(_ node: SourceNode, isSigned: Bool = false) -> Double? {
    guard let length = isSigned ? offset(node) : length(node) else { return nil }
    guard case .absolute(let value) = length else {
      wrongType(node, wanted: "a distance", example: "12mm or 9.5pt")
      return nil
    }
    return value.points
  }

  /// One distance for all edges, or a list of two (vertical, horizontal) or four (from the top, clockwise).
  mutating func edges(_ node: SourceNode) -> [LayoutLength]? {
    guard let list = node.sequence else {
      return length(node).map { [$0, $0, $0, $0] }
    }
    guard list.count == 2 || list.count == 4 else {
      wrongType(node, wanted: "one, two or four distances", example: "[3mm, 5mm]")
      return nil
    }
    let lengths = list.compactMap { length($0) }
    guard lengths.count == list.count else { return nil }
    return lengths.count == 4 ? lengths : lengths + lengths
  }

  mutating func color(_ node: SourceNode) -> ColorTemplate? {
    guard let text = text(node, wanted: "a colour of the palette")
    else { return nil }
    var name = text
    var tint = 1.0
    if text.hasSuffix("%"), let space = text.lastIndex(of: " ") {
      guard let share = DecimalNumber(String(text[text.index(after: space)...].dropLast())),
        (0...100).contains(share.doubleValue)
      else {
        wrongType(node, wanted: "a tint from 0% to 100%", example: "teal 30%")
        return nil
      }
      tint = share.doubleValue / 100
      name = String(text[..<space])
    }
    let placed = PlacedText(name, at: PlacedText(node).place(of: 0))
    guard let parts = caught({ () throws(Diagnostic) in try TemplateParser.parse(placed) }) else {
      return nil
    }
    let entry = TextTemplate(
      variants: .all(TextTemplate.Wording(parts: parts, text: placed)), location: node.location)
    if knowsColors, let fixed = entry.fixedText, let palette = theme?.palette,
      palette.entries[fixed] == nil
    {
      report(
        "layout.unknown-color", "the palette has no colour “\(fixed)”", at: node.location,
        hints: Suggestion.hint(for: fixed, among: palette.entries.keys))
      return nil
    }
    return ColorTemplate(entry: entry, tint: tint)
  }

  mutating func style(_ node: SourceNode) -> StyleName? {
    guard let name = text(node, wanted: "the name of a style") else { return nil }
    if knowsStyles, let theme, theme.styles[name] == nil {
      report(
        "layout.unknown-style", "there is no style “\(name)”", at: node.location,
        hints: Suggestion.hint(for: name, among: theme.styles.keys))
      return nil
    }
    usedStyles.insert(name)
    return StyleName(name: name, location: node.location)
  }
}
