import Design
import DocumentTree
import Geometry
import Languages

@testable import Typesetting

/// Texts and looks of any kind.
extension HostileTree {
  mutating func color() -> PaletteColor {
    PaletteColor(chance(9) ? "nothing" : "ink", tint: measure(0...1))
  }

  mutating func paragraph() -> Paragraph {
    let role = pick(
      [
        ParagraphRole.body, .body, .heading(level: count(1...6)), .quotation, .caption, .label,
        .note,
      ], or: .body)
    return Paragraph(role: role, inlines: inlines(depth: 3), style: style())
  }

  mutating func style() -> TextStyle {
    var style = Fixed.style(
      size: measure(6...14), leading: measure(7...20),
      alignment: pick(TextAlignment.allCases, or: .left))
    if chance(30) { style.font.family = "Nowhere" }
    style.hyphenate = chance(2)
    style.tracking = measure(-20...100)
    style.firstLineIndent = measure(-10...20)
    style.orphans = count()
    style.widows = count()
    style.balanced = chance(3)
    style.uppercase = chance(4)
    style.features = chance(6) ? [FontFeature(text(), 7)] : []
    if chance(6) {
      style.dropCap = DropCap(lines: count(2...4), characters: count(1...2))
    }
    style.grid = pick([.none, .firstLine, .allLines], or: .none)
    return style
  }

  mutating func inlines(depth: Int) -> [Inline] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in
      let inner = depth > 0 ? inlines(depth: depth - 1) : []
      switch Int.random(in: 0...10, using: &self) {
      case 0: return .emphasis(inner)
      case 1: return .strong(inner)
      case 2:
        return .link(chance(2) ? .address(text()) : .anchor(pick(["a", "none"], or: "")), inner)
      case 3: return .lineBreak
      case 4:
        var style = InlineStyle()
        style.size = chance(2) ? measure(5...20) : nil
        style.color = chance(2) ? color() : nil
        return .styled(style, inner)
      case 5:
        return .pageField(
          pick(
            [
              .pageNumber, .pageCount, .pageOf(anchor: "a"), .runningHeading(level: count()),
              .footnoteNumber(count()),
            ],
            or: .pageNumber))
      case 6: return .code(text())
      case 7: return .language(Fixed.german, inner)
      case 8:
        let notes = (0..<Int.random(in: 0...2, using: &self)).map { _ in
          depth > 0 ? inlines(depth: depth - 1) : []
        }
        return .footnote(Footnote(identifier: pick(["a", "b", ""], or: ""), paragraphs: notes))
      default: return .text(text())
      }
    }
  }

  /// Signs of any kind: letters, marks without letters, controls, what turns direction.
  mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...(chance(9) ? 300 : 12), using: &self) {
      let value: UInt32 =
        switch Int.random(in: 0...9, using: &self) {
        case 0: UInt32.random(in: 0...0x10FFFF, using: &self)
        case 1:
          pick([0xAD, 0x200B, 0x2060, 0x2028, 0x2029, 0xFEFF, 0x202E, 0x200D, 0x301, 0x0], or: 0)
        case 2: 0x20
        case 3: UInt32.random(in: 0x300...0x2FFF, using: &self)
        default: UInt32.random(in: 0x61...0x7A, using: &self)
        }
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
