import Diagnostics
import Languages
import SourceFiles

/// The key `typography` of a layout, and what authors type and paste into its texts.
extension LayoutReading {
  /// What is done to typed text: `off`, or the kinds of rule by name.
  mutating func typography(_ node: SourceNode) -> TypographyChoice {
    var choice = TypographyChoice()
    if let word = node.text, !node.isNull {
      if !choice.set(word) {
        wrongType(node, wanted: "on, off or keys and values", example: "{ quotes: false }")
      }
      return choice
    }
    // The sign is the house's choice, not one layout's.
    let known = TypographySwitches.named.map(\.key)
    let fields = fields(node, known: known, what: "“typography”")
    for key in known {
      guard let value = fields[key] else { continue }
      if let wanted = choice.set(key, to: value.text ?? "") {
        wrongType(value, wanted: wanted, example: "{ quotes: false }")
      }
    }
    return choice
  }

  /// The text as it was meant, with its gender signs noted; `language` is nil for all at once.
  mutating func typed(
    _ text: String, _ node: SourceNode, in language: LanguageTag?
  ) -> PlacedText {
    var placed = PlacedText(node)
    if let mended = PastedText.mended(text) {
      if let first = mended.controls.first {
        diagnostics.append(
          Diagnostic(
            "text.windows-1252", severity: .warning, mended.warning,
            at: placed.place(of: first.offset), hints: [PastedText.Mended.hint]))
      }
      placed = PlacedText(mended.text, writtenAt: node.location, style: node.style)
    }
    guard let tag = language ?? languages.first,
      let rules = LanguageCatalogue.builtIn[tag]?.typography
    else { return placed }
    for (sign, offset) in GenderSign.uses(in: text, endings: rules.genderEndings)
    where genderSigns[sign] == nil {
      genderSigns[sign] = placed.place(of: offset)
    }
    return placed
  }
}
