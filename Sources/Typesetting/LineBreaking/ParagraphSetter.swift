import Design
import Diagnostics
import DocumentTree
import Languages
import TextShaping

/// What line breaking remembers within one context: looks, shaped words, set paragraphs.
package final class ParagraphSetter {
  /// Paragraphs and words kept before a cache starts anew: a bound on memory, not on input.
  private static let maximumParagraphs = 4_096
  private static let maximumWords = 60_000

  /// A text in one look.
  private struct WordKey: Hashable {
    var text: String
    var attributes: Int
  }

  /// All that decides a look, before a face is found for it.
  private struct LookKey: Hashable {
    var font: FontDescriptor
    var size: Double
    var color: PaletteColor
    var features: [FontFeature]
    var tracking: Double
    var rise: Double
    var language: LanguageTag
  }

  /// A paragraph with all that its lines depend on, page fields aside.
  struct ParagraphKey: Hashable {
    var setting: ParagraphSetting
    var measure: LineMeasure
  }

  /// How many pairs of breakpoints total fit has looked at so far: its work.
  package internal(set) var breakpointPairsConsidered = 0
  /// All looks met so far; runs refer to them by index.
  private(set) var attributes: [RunAttributes] = []
  private var numbers: [LookKey: Int] = [:]
  private var words: [WordKey: ShapedWord] = [:]
  private var paragraphs: [ParagraphKey: ParagraphBreaking.Outcome] = [:]
  private var tying: [LanguageTag: TyingRules] = [:]

  /// Where Unicode lets lines end.
  let unicodeBreaks = UnicodeBreaks()
  /// What justified lines cost.
  let costs: JustificationCosts

  package init(costs: JustificationCosts = JustificationCosts()) { self.costs = costs }

  /// The number of a look; an error names a family that is not there.
  func attributes(
    font: FontDescriptor, size: Double, color: PaletteColor, features: [FontFeature],
    tracking: Double, rise: Double, language: LanguageTag, context: TypesettingContext
  ) throws(Diagnostic) -> Int {
    let key = LookKey(
      font: font, size: size, color: color, features: features, tracking: tracking,
      rise: rise, language: language)
    if let number = numbers[key] { return number }
    // Letters that were moved apart must not be joined.
    let ligatures = tracking > 5 ? [FontFeature("liga", 0), FontFeature("clig", 0)] : []
    attributes.append(
      RunAttributes(
        face: try context.shaper.face(for: font), size: size, color: color,
        features: features + ligatures, tracking: tracking / 1000 * size, rise: rise,
        language: language))
    numbers[key] = attributes.count - 1
    return attributes.count - 1
  }

  /// A text in one look, shaped once.
  func shape(_ text: String, _ number: Int, in context: TypesettingContext) -> ShapedWord {
    let key = WordKey(text: text, attributes: number)
    if let word = words[key] { return word }
    let look = attributes[number]
    let run = context.shaper.shape(
      text,
      ShapingAttributes(
        face: look.face, language: look.language.rawValue, features: look.features,
        unjoined: unjoinedLetters(of: text, in: look.language, context)))
    let word = ShapedWord(run, attributes: look)
    if words.count >= Self.maximumWords { words.removeAll(keepingCapacity: true) }
    words[key] = word
    return word
  }

  /// Where the dictionary divides the words within a piece of text; offsets from its beginning.
  func divisions(
    of piece: ArraySlice<UInt8>, in language: LanguageTag, _ lineRules: LineRules,
    context: TypesettingContext
  ) -> [Division] {
    guard piece.count > 4, piece.count <= 3 * TextPieces.longPiece,
      var rules = context.languages[language],
      !piece.contains(where: { Letters.isDigit(UInt32($0)) })
    else { return [] }
    // A style's minima take the place of the language's.
    if let prefix = lineRules.hyphenPrefix { rules.hyphenation.minimumPrefix = prefix }
    if let suffix = lineRules.hyphenSuffix { rules.hyphenation.minimumSuffix = suffix }
    var result: [Division] = []
    for range in Self.words(in: piece) {
      let word = String(decoding: piece[range], as: UTF8.self)
      result += context.hyphenation.divisions(of: word, in: rules).map { division in
        var moved = division
        moved.offset += range.lowerBound - piece.startIndex
        return moved
      }
    }
    return result
  }

  /// The stretches of letters; not the ending behind a gender sign, which stays with its word.
  private static func words(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var beforeWord: UInt32 = 0
    var previous: UInt32 = 0
    var offset = bytes.startIndex
    while offset <= bytes.endIndex {
      let (value, length) =
        offset < bytes.endIndex ? StyledText.scalar(in: bytes, at: offset) : (0, 1)
      if Letters.isLetter(value) {
        if start == nil {
          start = offset
          beforeWord = previous
        }
      } else if let first = start {
        if ![0x2A, 0x3A, 0x5F].contains(beforeWord) { words.append(first..<offset) }
        start = nil
      }
      previous = value
      offset += length
    }
    return words
  }

  /// Which words stay with numbers in a language; made once.
  func tyingRules(_ language: LanguageTag, _ catalogue: LanguageCatalogue) -> TyingRules {
    if let rules = tying[language] { return rules }
    let rules = TyingRules(catalogue[language])
    tying[language] = rules
    return rules
  }

  /// Forgets set paragraphs: those of one publication are hardly set again in the next.
  func forgetParagraphs() { paragraphs.removeAll(keepingCapacity: true) }

  /// The paragraph as it was set before.
  func remembered(_ key: ParagraphKey) -> ParagraphBreaking.Outcome? { paragraphs[key] }

  func remember(_ paragraph: ParagraphBreaking.Outcome, for key: ParagraphKey) {
    if paragraphs.count >= Self.maximumParagraphs { paragraphs.removeAll(keepingCapacity: true) }
    paragraphs[key] = paragraph
  }
}
