import Design
import DocumentTree
import Languages
import SampleNumbers

/// Makes texts from a seed: words of every kind that line breaking knows, in every look.
struct TextMaker: RandomNumberGenerator {
  private var numbers: SeededNumbers
  /// Every word has a number of its own, so that none can stand for another.
  private var words = 0
  private var notes = 0
  private var isInNote = false

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed ^ 0x5DEE_CE66_D1CE_4E5B) }

  mutating func next() -> UInt64 { numbers.next() }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }

  mutating func paragraph(role: ParagraphRole? = nil) -> Paragraph {
    let roles: [ParagraphRole] = [.body, .body, .body, .quotation, .note]
    let count =
      chance(16) ? Int.random(in: 60...150, using: &self) : Int.random(in: 1...24, using: &self)
    let length = role == nil ? count : min(count, 5)
    return Paragraph(
      role: role ?? roles.randomElement(using: &self) ?? .body,
      inlines: chance(30) ? [] : inlines(words: length, depth: 2), style: style())
  }

  mutating func heading(level: Int) -> Paragraph {
    Paragraph(
      role: .heading(level: level),
      inlines: inlines(words: Int.random(in: 1...6, using: &self), depth: 1),
      style: style())
  }

  mutating func metric() -> MetricCard {
    words += 1
    let quantity = Quantity(value: DecimalNumber(significand: Int64(words)))
    var card = MetricCard(
      identifier: "m\(words)", quantity: quantity, figure: "\(words)", formatted: "\(words) ha",
      label: paragraph(role: .label), figureStyle: Fixed.style(size: 18, leading: 20),
      unitStyle: Fixed.style())
    card.unitAfter = chance(2) ? "ha" : ""
    if card.unitAfter.isEmpty { card.formatted = card.figure }
    if chance(2) { card.note = paragraph(role: .note) }
    return card
  }

  private mutating func style() -> TextStyle {
    let sizes: [Double] = [6, 9, 10, 10, 12, 24]
    let size = sizes.randomElement(using: &self) ?? 10
    var style = Fixed.style(
      size: size, leading: size * 1.2,
      alignment: TextAlignment.allCases.randomElement(using: &self) ?? .left)
    style.hyphenate = !chance(3)
    style.orphans = Int.random(in: 0...4, using: &self)
    style.widows = Int.random(in: 0...4, using: &self)
    style.firstLineIndent = chance(3) ? Double(Int.random(in: -10...20, using: &self)) : 0
    style.tracking = chance(4) ? Double(Int.random(in: -20...100, using: &self)) : 0
    style.balanced = chance(6)
    style.uppercase = chance(9)
    return style
  }

  // MARK: Inlines

  private mutating func inlines(words count: Int, depth: Int) -> [Inline] {
    var result: [Inline] = []
    var left = count
    while left > 0 {
      if !result.isEmpty, !isInNote, chance(24) { result += footnotes() }
      let part = min(left, Int.random(in: 1...9, using: &self))
      left -= part
      if !result.isEmpty { result.append(.text(" ")) }
      switch depth > 0 ? Int.random(in: 0...14, using: &self) : 0 {
      case 9: result.append(.emphasis(inlines(words: part, depth: depth - 1)))
      case 10: result.append(.strong(inlines(words: part, depth: depth - 1)))
      case 11:
        result.append(
          .link(.address("https://example.org/"), inlines(words: part, depth: depth - 1)))
      case 12:
        result.append(.language(Fixed.german, inlines(words: part, depth: depth - 1)))
      case 13:
        var style = InlineStyle()
        style.size = 7
        result.append(.styled(style, inlines(words: part, depth: depth - 1)))
      case 14:
        result.append(chance(2) ? .lineBreak : .code(word()))
        words += 1
        result.append(
          .quantity(Quantity(value: DecimalNumber(significand: Int64(words))), "\(words) ha"))
      default:
        result.append(
          .text((0..<part).map { _ in word() }.joined(separator: chance(9) ? "  " : " ")))
      }
    }
    return result
  }

  /// A note or several, short or longer than a page, perhaps with a further mark of the last one.
  private mutating func footnotes() -> [Inline] {
    isInNote = true
    defer { isInNote = false }
    var result: [Inline] = []
    for _ in 0..<(chance(6) ? 3 : 1) {
      notes += 1
      let paragraphs = (0..<(chance(5) ? 2 : 1)).map { _ in
        inlines(words: Int.random(in: 1...(chance(12) ? 200 : 12), using: &self), depth: 1)
      }
      result.append(.footnote(Footnote(identifier: "n\(notes)", paragraphs: paragraphs)))
    }
    if chance(8) {
      result += [
        .text(" again"), .footnote(Footnote(identifier: "n\(notes)", paragraphs: [])),
      ]
    }
    return result
  }

  /// A word with a number of its own: short, long, compound, with soft hyphens, an address.
  private mutating func word() -> String {
    words += 1
    let name = "w\(words)"
    switch Int.random(in: 0...19, using: &self) {
    case 0:
      return name + String(repeating: "ungetrennt", count: Int.random(in: 1...6, using: &self))
    case 1: return name + "stadt\u{AD}ent\u{AD}wick\u{AD}lung"
    case 2: return name + "-und-so-weiter"
    case 3: return "https://example.org/\(name)/weg?a=b&c=d"
    case 4: return "\(words)\u{202F}%"
    case 5: return name + "\u{200B}teil\u{2060}ende"
    case 6: return "Bürger*innen\(words)"
    case 7: return "„" + name + "“,"
    case 8: return name + "e\u{301}ü\u{1F600}"
    case 9: return name + "/oder—\(name)"
    case 10: return "z.\u{A0}B.\u{A0}" + name
    default: return name + ["", "en", "enste", "."][words % 4]
    }
  }
}
