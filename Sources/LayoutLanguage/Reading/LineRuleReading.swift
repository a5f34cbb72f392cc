import Design
import Diagnostics
import Languages
import SourceFiles

/// Reads how a style fills and divides its lines.
extension LayoutReading {
  mutating func readLineRules(_ fields: [String: SourceNode], into rules: inout LineRules) {
    if let node = fields["maximum-hyphens"], let v = integer(node, in: 1...10) {
      rules.maximumHyphens = v
    }
    if let node = fields["hyphen-prefix"], let v = integer(node, in: 2...20) {
      rules.hyphenPrefix = v
    }
    if let node = fields["hyphen-suffix"], let v = integer(node, in: 2...20) {
      rules.hyphenSuffix = v
    }
    if let node = fields["emergency-stretch"], let v = share(node, upTo: 100) {
      rules.emergencyStretch = v
    }
    if let node = fields["optical-margins"], let v = flag(node) { rules.opticalMargins = v }
    if let node = fields["glyph-scaling"], let v = share(node, upTo: 2) { rules.glyphScaling = v }
    if let node = fields["letter-spacing"], let v = share(node, upTo: 2) {
      rules.letterSpacing = v
    }
  }

  /// Reads `2%`, or `0`.
  private mutating func share(_ node: SourceNode, upTo limit: Int) -> Double? {
    if let text = node.text {
      let digits = text.hasSuffix("%") ? String(text.dropLast()) : text == "0" ? text : ""
      if let percent = DecimalNumber(digits)?.doubleValue, (0...Double(limit)).contains(percent) {
        return percent / 100
      }
    }
    wrongType(node, wanted: "a share from 0% to \(limit)%", example: "\(min(limit, 10))%")
    return nil
  }
}
