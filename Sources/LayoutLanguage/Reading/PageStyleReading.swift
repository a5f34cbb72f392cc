import Design
import Diagnostics
import SourceFiles

/// The keys of styles that depend on the page: baseline grid and initials.
extension LayoutReading {
  /// Reads `true`, `false` or `first`.
  mutating func gridFit(_ node: SourceNode) -> GridFit? {
    if node.text == "first" { return .firstLine }
    guard let text = node.text, text == "true" || text == "false" else {
      wrongType(node, wanted: "true, false or first", example: "true")
      return nil
    }
    return text == "true" ? .allLines : GridFit.none
  }

  /// Reads `3`, or `{ lines: 3, characters: 2, style: initial }`; `false` takes an inherited one away.
  mutating func dropCap(_ node: SourceNode, among styles: [String: TextStyle]) -> DropCap?? {
    if node.text == "false" { return .some(nil) }
    guard node.mapping != nil else {
      return integer(node, in: Self.dropCapLines).map { DropCap(lines: $0) }
    }
    let fields = fields(node, known: ["lines", "characters", "style"], what: "“drop-cap”")
    guard let linesNode = fields["lines"] else {
      report(
        "layout.missing-key", "“drop-cap” needs “lines”", at: node.location,
        hints: ["for example drop-cap: { lines: 3 }"])
      return nil
    }
    guard let lines = integer(linesNode, in: Self.dropCapLines) else { return nil }
    var dropCap = DropCap(lines: lines)
    if let node = fields["characters"], let count = integer(node, in: 1...20) {
      dropCap.characters = count
    }
    if let node = fields["style"], let name = text(node, wanted: "the name of a style") {
      if let style = styles[name] {
        dropCap.font = style.font
        dropCap.color = style.color
        dropCap.features = style.features
      } else if knowsStyles {
        report(
          "layout.unknown-style", "there is no style “\(name)” before this one", at: node.location,
          hints: Suggestion.hint(for: name, among: styles.keys))
      }
    }
    return dropCap
  }

  /// How many lines an initial can span.
  static let dropCapLines = 2...20

  /// Warns of styles in use whose lines do not fit the page's baseline grid.
  ///
  /// Their lines stand on the grid all the same, with more room between them than the leading says.
  mutating func checkGrid(of styles: [String: TextStyle], step: Double) {
    for name in usedStyles.sorted() {
      guard let style = styles[name], style.grid == .allLines, let place = gridPlaces[name] else {
        continue
      }
      let ratio = style.leading > step ? style.leading / step : step / style.leading
      guard abs(ratio - ratio.rounded()) * min(step, style.leading) > 0.01 else { continue }
      let multiple = (style.leading / step).rounded(.up) * step
      diagnostics.append(
        Diagnostic(
          "style.off-grid", severity: .warning,
          "the lines of “\(name)” are \(inPoints(style.leading)) apart, which is no multiple of the "
            + "baseline grid’s \(inPoints(step)); they are set \(inPoints(multiple)) apart",
          at: place,
          hints: ["give the style that leading, or take it off the grid with “grid: false”"]))
    }
  }

  /// Points to two decimals.
  private func inPoints(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    var decimals = String(100 + hundredths % 100).dropFirst()
    while decimals.last == "0" { decimals = decimals.dropLast() }
    return "\(hundredths / 100)\(decimals.isEmpty ? "" : "." + decimals) pt"
  }
}
