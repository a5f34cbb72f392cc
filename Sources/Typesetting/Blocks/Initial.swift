import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import TextShaping

/// The first letters of a paragraph, which stand over several of its lines.
///
/// Signs that open a quotation or a bracket hang before the initial, little larger than the text: as
/// large as the initial they would reach into the lines below, and push the letter off the edge
/// (Forssman and de Jong, Detailtypografie). Signs, initial and text belong to one structure element,
/// in this order, so that a word that begins with the initial is read as one.
struct Initial: Sendable, Hashable {
  /// The room between the initial and the text, in ems of the text.
  private static let gap = 0.25
  /// The size of signs before the initial, and the room behind them, in ems of the text.
  private static let signSize = 1.4
  private static let signGap = 0.1
  /// Signs that open a quotation or a bracket, and stand with the first letter.
  private static let openingSigns: Set<Character> = [
    "„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›", "\"", "'", "(", "[", "¿", "¡",
  ]
  /// Those of them that stand at the foot of the initial; the others stand at its head.
  private static let lowSigns: Set<Character> = ["„", "‚"]

  /// What hangs before the letters.
  var signs = ""
  var text: String
  var language: LanguageTag
  var dropCap: DropCap
  /// A space follows, which no line begins with, but which parts the initial from the next word.
  var endsWord: Bool
  var lines: Int { min(max(1, dropCap.lines), Self.maximumLines) }
  /// More than any layout file can ask for; a bound for trees that come from elsewhere.
  private static let maximumLines = 40

  /// The initial of a text and the rest; nil where the text begins with something else than letters
  /// or figures, or with a link, which would be torn apart.
  static func split(
    _ inlines: [Inline], _ dropCap: DropCap, _ language: LanguageTag
  ) -> (Initial, rest: [Inline])? {
    guard let first = inlines.first else { return nil }
    let rest = Array(inlines.dropFirst())
    /// The split of what an inline holds, with the inline around the rest again.
    func inside(
      _ content: [Inline], _ language: LanguageTag, _ wrap: ([Inline]) -> Inline
    ) -> (Initial, rest: [Inline])? {
      split(content, dropCap, language).map { ($0.0, [wrap($0.rest)] + rest) }
    }
    switch first {
    case .text(let string):
      var characters = Array(string.drop(while: \.isWhitespace))
      let signs = String(characters.prefix { openingSigns.contains($0) })
      characters.removeFirst(signs.count)
      let letters = characters.prefix(max(1, dropCap.characters))
      guard letters.count == max(1, dropCap.characters),
        letters.allSatisfy({ $0.isLetter || $0.isNumber })
      else { return nil }
      var initial = Initial(
        signs: signs, text: String(letters), language: language, dropCap: dropCap, endsWord: false)
      characters.removeFirst(letters.count)
      initial.endsWord = characters.first?.isWhitespace ?? false
      return (initial, characters.isEmpty ? rest : [.text(String(characters))] + rest)
    case .emphasis(let content): return inside(content, language) { .emphasis($0) }
    case .strong(let content): return inside(content, language) { .strong($0) }
    case .language(let tag, let content): return inside(content, tag) { .language(tag, $0) }
    case .styled(let style, let content): return inside(content, language) { .styled(style, $0) }
    case .code, .link, .lineBreak, .quantity, .pageField, .footnote: return nil
    }
  }

  /// The paragraph's lines with the initial in the first of them.
  ///
  /// The initial's capitals are as high as from the capitals' top of the first line to the baseline
  /// of the last one beside it; round letters and accents reach over that, as in the text. `pitch` is
  /// the distance of the lines in points. A shorter paragraph gets empty lines, so that what follows
  /// stands below the initial and its descender; lines that a descender would run into begin behind
  /// it.
  func set(
    before setting: ParagraphSetting, pitch: Double, _ measure: LineMeasure,
    in context: TypesettingContext
  ) throws(Diagnostic) -> SetParagraph {
    let style = context.adjusted(setting.style)
    let drop = Double(lines - 1) * pitch
    let textFace = try context.shaper.face(for: style.font)
    let face = try context.shaper.face(for: dropCap.font ?? style.font)
    let height = drop + capitalHeight(of: textFace, in: context) * style.size
    var own = style
    own.font = dropCap.font ?? style.font
    own.size = height / max(0.1, capitalHeight(of: face, in: context))
    own.color = dropCap.color ?? style.color
    own.features = dropCap.features
    own.tracking = 0
    let line = try context.setLine(
      [.text(text)], style: own, language: language, mark: setting.mark)
    let ink = ink(of: line, in: context)
    var narrowed = measure
    let depth = max(0, -ink.bottom)
    let crossed = depth + capitalHeight(of: textFace, in: context) * style.size - pitch
    // No face descends lower than its initial is high; sizes beyond reason say nothing.
    let hidden = crossed > 0 && pitch > 0 ? min(crossed / pitch, Double(lines)) : 0
    narrowed.narrowedLines = lines + Int(hidden.rounded(.up))
    narrowed.narrowing = ink.right - ink.left + Self.gap * style.size
    var paragraph = try context.set(setting, narrowed)
    var items = line.items.map { $0.offset(by: Point(x: -ink.left, y: drop)) }
    if endsWord, case .glyphs(var run)? = items.last?.content {
      run.text += " "
      items[items.count - 1].content = .glyphs(run)
    }
    while paragraph.lines.count < lines {
      // Behind the text; the byte only tells the empty lines from each other.
      let last = paragraph.lines.last
      var empty = SetLine(
        items: [], links: [], ascent: last?.ascent ?? line.ascent, leading: style.leading,
        naturalWidth: 0, ratio: 0)
      empty.start = (last?.start ?? 0) + 1_000_000
      paragraph.lines.append(empty)
    }
    // The descender needs room of its own where it reaches below the paragraph.
    let last = paragraph.lines[paragraph.lines.count - 1]
    let reached = Double(paragraph.lines.count - lines) * pitch + last.leading - last.ascent
    if hidden > 0, depth > reached, depth <= drop + pitch {
      var room = SetLine(
        items: [], links: [], ascent: 0, leading: depth - reached, naturalWidth: 0, ratio: 0)
      room.start = last.start + 1_000_000
      paragraph.lines.append(room)
    }
    let hanging = try hangingSigns(besides: own, setting, drop: drop, in: context)
    paragraph.lines[0].items = hanging + items + paragraph.lines[0].items
    return paragraph
  }

  /// The signs before the letters, left of the edge and in the initial's face.
  ///
  /// Low ones stand on its baseline, others level with its head. `initial` is its style, and `drop`
  /// how far its baseline is below the first line's, in points.
  private func hangingSigns(
    besides initial: TextStyle, _ setting: ParagraphSetting, drop: Double,
    in context: TypesettingContext
  ) throws(Diagnostic) -> [DisplayItem] {
    guard !signs.isEmpty else { return [] }
    var own = initial
    let textSize = context.adjusted(setting.style).size
    own.size = Self.signSize * textSize
    let line = try context.setLine(
      [.text(signs)], style: own, language: language, mark: setting.mark)
    let isLow = signs.allSatisfy { Self.lowSigns.contains($0) }
    let height = capitalHeight(of: try context.shaper.face(for: own.font), in: context)
    let y = isLow ? drop : drop - height * (initial.size - own.size)
    let x = -line.naturalWidth - Self.signGap * textSize
    return line.items.map { $0.offset(by: Point(x: x, y: y)) }
  }

  /// The height of flat capitals as a share of the em, from the face's own letter.
  private func capitalHeight(of face: FontFace, in context: TypesettingContext) -> Double {
    let letter = context.shaper.shape(
      "H", ShapingAttributes(face: face, language: language.rawValue))
    guard let glyph = letter.glyphs.first,
      let bounds = context.shaper.inkBounds(of: glyph.identifier, in: face), bounds.top > 0
    else { return face.metrics.capHeight }
    return bounds.top
  }

  /// The left and right edges of a line's ink in points, and its foot, which is below 0 where letters
  /// descend.
  private func ink(
    of line: SetLine, in context: TypesettingContext
  ) -> (left: Double, right: Double, bottom: Double) {
    var (left, right, bottom) = (0.0, line.naturalWidth, 0.0)
    let runs = line.items.flatMap { item -> [GlyphRun] in
      if case .glyphs(let run) = item.content { [run] } else { [] }
    }
    if let run = runs.first, let glyph = run.glyphs.first,
      let bounds = context.shaper.inkBounds(of: glyph.identifier, in: run.face)
    {
      left = run.origin.x + glyph.x + bounds.left * run.size
    }
    if let run = runs.last, let glyph = run.glyphs.last,
      let bounds = context.shaper.inkBounds(of: glyph.identifier, in: run.face)
    {
      right = run.origin.x + glyph.x + bounds.right * run.size
    }
    for run in runs {
      for glyph in run.glyphs {
        guard let bounds = context.shaper.inkBounds(of: glyph.identifier, in: run.face) else {
          continue
        }
        bottom = min(bottom, bounds.bottom * run.size)
      }
    }
    return (left, max(left, right), bottom)
  }
}
