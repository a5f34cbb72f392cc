import Diagnostics
import Languages
import SourceFiles

/// What authors type and paste into texts.
extension RecordDecoder {
  /// The text as it was meant, with its gender signs noted; `language` is nil for all at once.
  mutating func typed(_ text: String, _ node: SourceNode, in language: LanguageTag?) -> String {
    var result = text
    if let mended = PastedText.mended(text) {
      result = mended.text
      warn(of: mended, in: text, node, language)
    }
    noteGenderSigns(in: result, node, language)
    return result
  }

  private mutating func warn(
    of mended: PastedText.Mended, in text: String, _ node: SourceNode, _ language: LanguageTag?
  ) {
    guard let first = mended.controls.first else { return }
    let placed = PlacedText(text, writtenAt: node.location, style: node.style)
    var warning = Diagnostic(
      "text.windows-1252", severity: .warning, mended.warning, at: placed.place(of: first.offset),
      hints: [PastedText.Mended.hint])
    warning.language = language?.rawValue
    problems.add(warning)
  }

  private mutating func noteGenderSigns(
    in text: String, _ node: SourceNode, _ language: LanguageTag?
  ) {
    // Nobody can change what others have written.
    guard !isWordedByOthers, genderSigns.count < GenderSign.allCases.count,
      let tag = language ?? languages.first, let rules = catalogue[tag]
    else { return }
    let uses = GenderSign.uses(in: text, endings: rules.typography.genderEndings)
    guard uses.contains(where: { genderSigns[$0.key] == nil }) else { return }
    let placed = PlacedText(text, writtenAt: node.location, style: node.style)
    for (sign, offset) in uses where genderSigns[sign] == nil {
      genderSigns[sign] = placed.place(of: offset)
    }
  }
}
