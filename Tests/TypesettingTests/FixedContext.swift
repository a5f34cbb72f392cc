import Design
import Diagnostics
import Languages

@testable import Typesetting

/// Divides every word after each `step` letters, or not at all.
final class StepHyphenation: HyphenationSource {
  private let step: Int

  /// Divides after each `step` letters; 0 never divides.
  init(step: Int) { self.step = step }

  func divisions(of word: String, in language: LanguageRules) -> [Division] {
    guard step > 0 else { return [] }
    var offsets: [Division] = []
    var offset = 0
    for (index, character) in word.enumerated() {
      if index > 1, index % step == 0, word.count - index > 1 {
        offsets.append(Division(offset: offset))
      }
      offset += character.utf8.count
    }
    return offsets
  }
}

/// A workspace in which every picture is 72 by 36 points, but `missing.png` is not there.
final class FixedImages: ImageSource {
  func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
    if file == "missing.png" { throw Diagnostic("image.missing", "there is no picture “\(file)”") }
    return ("/workspace/\(file)", 72, 36)
  }
}

/// What layout tests set with: a fixed-advance shaper, German and English, a palette of two inks.
enum Fixed {
  static let german = tag("de")
  static let english = tag("en")
  static let ink = PaletteColor("ink")
  /// A light ground, on which ink can be read.
  static let ground = PaletteColor("ground")

  /// The tag; a wrong one in a test is a mistake of the test.
  static func tag(_ text: String) -> LanguageTag {
    guard let tag = LanguageTag(text) else { preconditionFailure("no language tag: \(text)") }
    return tag
  }

  static func rules(_ tag: LanguageTag) -> LanguageRules {
    let german = tag.primary == "de"
    return LanguageRules(
      tag: tag, name: german ? "Deutsch" : "English",
      numbers: NumberRules(
        decimalSeparator: german ? "," : ".", groupSeparator: german ? "." : ",", groupedFrom: 4,
        million: german ? "Mio." : "million", billion: german ? "Mrd." : "billion",
        currencyBefore: !german, unitSpace: "\u{202F}"),
      dates: DateRules(
        months: german ? ["Januar", "Februar", "März"] : ["January", "February", "March"],
        dayMark: german ? "." : ""),
      hyphenation: HyphenationRules(
        dictionaries: [german ? "hyph_de_DE.dic" : "hyph_en_GB.dic"], minimumPrefix: 2,
        minimumSuffix: german ? 2 : 3),
      unitSymbols: ["ha": "ha", "EUR": "€", "percent": "%"])
  }

  static func context(
    shaper: FixedAdvanceShaper = FixedAdvanceShaper(),
    hyphenation: any HyphenationSource = StepHyphenation(step: 0),
    costs: JustificationCosts = JustificationCosts()
  ) -> TypesettingContext {
    TypesettingContext(
      shaper: shaper, languages: LanguageCatalogue([rules(german), rules(english)]),
      palette: Palette(entries: [
        "ink": PaletteEntry(name: "ink", rgb: RGB(red: 0.1, green: 0.1, blue: 0.1)),
        "ground": PaletteEntry(name: "ground", rgb: RGB(red: 0.9, green: 0.9, blue: 0.9)),
        "signal": PaletteEntry(name: "signal", rgb: RGB(red: 0.9, green: 0.7, blue: 0)),
      ]),
      hyphenation: hyphenation, images: FixedImages(), costs: costs)
  }

  /// 10 on 12 points in the family “Text”: with the fixed shaper a character is 5 points wide.
  static func style(
    size: Double = 10, leading: Double = 12, alignment: TextAlignment = .left
  ) -> TextStyle {
    var style = TextStyle(
      name: "text", font: FontDescriptor(family: "Text"), size: size, leading: leading, color: ink)
    style.alignment = alignment
    return style
  }
}
