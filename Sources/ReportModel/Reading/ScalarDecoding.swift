import Diagnostics
import Geometry
import Languages
import SourceFiles

/// Values that stand in one scalar, texts in several languages, and pictures.
///
/// Nothing is guessed: `no` is the text “no”, `1.000,5` is no number, and `24.8.2018` is no date. What
/// does not fit is told with an example of what does.
extension RecordDecoder {
  /// The value of a scalar that is not empty.
  mutating func scalar(
    _ text: String, _ node: SourceNode, as type: FieldType, in field: String
  ) -> ModelValue {
    switch type {
    // Identifiers name output files and anchors, which must be the same on every file system.
    case .identifier:
      if ModelName.isValidIdentifier(text) { return .text(text) }
      tell(
        "model.bad-id", "“\(Self.short(text))” cannot be an identifier", at: node.location,
        hints: ["use 1 to 100 small letters a–z, digits and “-”, such as nordwaerts-2"])
      return .missing
    case .text:
      return bounded(text, node, in: field).map { .text(typed($0, node, in: nil)) } ?? .missing
    case .number:
      if let number = DecimalNumber(text) { return .number(number) }
    case .integer:
      if let number = DecimalNumber(text), number.fractionDigits == 0 { return .number(number) }
    case .boolean:
      switch text.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: break
      }
    case .date:
      if let date = PartialDate(iso: text) { return .date(date) }
    case .address:
      if WebAddress.isValid(text) { return .text(text) }
    case .choice(let words):
      if words.contains(text) { return .text(text) }
      tell(
        "model.bad-value", "“\(field)” cannot be “\(Self.short(text))”", at: node.location,
        hints: Suggestion.hint(for: text, among: words))
      return .missing
    case .unit:
      if units.contains(text) { return .text(text) }
      tell(
        "model.unknown-unit", "there is no unit “\(Self.short(text))”", at: node.location,
        hints: Suggestion.hint(for: text, among: units.identifiers) + [
          "a unit of your own is declared under `units:` in the workspace file"
        ])
      return .missing
    // The target may stand in a file that is read later.
    case .reference(let target):
      references.append(
        PendingReference(
          type: target, id: text, location: node.location, field: field,
          record: problems.currentRecord, root: currentRoot))
      return .reference(type: target, id: text)
    case .localizedText, .name, .markdown, .image, .record, .list, .backReferences: break
    }
    return wrongType(node, type, in: field)
  }

  /// The text, unless it is too long.
  mutating func bounded(_ text: String, _ node: SourceNode, in field: String) -> String? {
    guard text.utf8.count > Self.textLimit, text.unicodeScalars.count > Self.textLimit else {
      return text
    }
    tell(
      "model.text-too-long",
      "“\(field)” has \(text.unicodeScalars.count) characters, and \(Self.textLimit) are the most",
      at: node.location)
    return nil
  }

  /// A text in each language.
  mutating func localized(
    _ node: SourceNode, as type: FieldType, in field: String
  ) -> ModelValue {
    if type == .name, let text = node.text, !node.isNull, !text.isEmpty {
      return bounded(text, node, in: field).map {
        .localized(Localized(everywhere: typed($0, node, in: nil), in: languages))
      } ?? .missing
    }
    guard let entries = node.mapping else { return wrongType(node, type, in: field) }
    var texts: [LanguageTag: String] = [:]
    // A text that is given but wrong is not told as missing as well.
    var given: Set<LanguageTag> = []
    for entry in entries {
      let name = entry.name
      // Most keys are written as their tag is: no tag has to be made to find it.
      let found =
        languages.first { $0.rawValue == name }
        ?? LanguageTag(name).flatMap { languages.accept($0) ? $0 : nil }
      guard let tag = found else {
        tell(
          "model.unknown-language", "“\(name)” is not a language of this workspace",
          at: entry.key.location,
          hints: ["its languages are \(languages.map(\.rawValue).joined(separator: ", "))"])
        continue
      }
      guard let text = entry.value.text else {
        given.insert(tag)
        tell(
          "model.wrong-type",
          "“\(field)” in “\(tag)” wants a text, and this is \(entry.value.shapeInWords)",
          at: entry.value.location, hints: ["put a text that begins with “[” or “{” in quotes"],
          language: tag)
        continue
      }
      // A text of blanks alone would print as nothing: it counts as missing.
      guard !entry.value.isNull, text.utf8.contains(where: { $0 > 0x20 }) else { continue }
      given.insert(tag)
      if let text = bounded(text, entry.value, in: field) {
        texts[tag] = typed(text, entry.value, in: tag)
      }
    }
    for language in languages where !given.contains(language) {
      if let text = texts.inherited(by: language) {
        texts[language] = text
        continue
      }
      let name = catalogue[language].map { " (\($0.name))" } ?? ""
      tell(
        "model.missing-language", "“\(field)” has no text in “\(language)”\(name)",
        at: node.location, hints: ["add `\(language): …`"], language: language)
    }
    texts = texts.filter { languages.contains($0.key) }
    return texts.isEmpty ? .missing : .localized(Localized(texts))
  }

  /// A picture: its file must exist, and what it shows must be said unless it is decorative.
  mutating func image(_ node: SourceNode, in field: String) -> ModelValue {
    guard node.mapping != nil else { return wrongType(node, .image, in: field) }
    guard
      let keys = KeyedNode(
        node, called: "“\(field)”",
        allowed: ["file", "alt", "credit", "licence", "decorative", "focus"],
        required: ["file"], problems: &problems)
    else { return .missing }
    // What a picture shows must be known to readers who cannot see it (PDF/UA-1, clause 7.3).
    var isDecorative = false
    if let flag = keys["decorative"] {
      isDecorative = value(flag, as: .boolean, in: "decorative") == .boolean(true)
    }
    var alternative: Localized<String>?
    if let text = keys["alt"] {
      alternative = localized(text, as: .localizedText, in: "alt").localized
    } else if !isDecorative {
      tell(
        "model.missing-alternative-text", "“\(field)” does not say what the picture shows",
        at: node.location,
        hints: ["add `alt:` in each language, or `decorative: true` if it shows nothing of weight"])
    }
    let credit = keys.text("credit", problems: &problems)
    let licence = keys.text("licence", problems: &problems)
    guard let file = keys.text("file", problems: &problems), let place = keys["file"]?.location
    else { return .missing }
    let path = file.hasPrefix("/") ? file : folder + "/" + file
    do throws(Diagnostic) {
      try workspace.requireFile(path, at: place)
    } catch {
      problems.add(error)
      return .missing
    }
    var image = ImageReference(
      file: path, alternativeText: alternative, credit: credit, licence: licence,
      isDecorative: isDecorative)
    if let text = keys.text("focus", problems: &problems) {
      image.focus = FocalPoint(text)
      if image.focus == nil {
        tell(
          "model.bad-value", "“focus” cannot be “\(Self.short(text))”",
          at: keys["focus"]?.location ?? node.location,
          hints: ["write two shares, from the left and from the top: 30% 20%"])
      }
    }
    return .image(image)
  }

  /// The beginning of a text, for messages.
  static func short(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(60)
    return start.count < text.unicodeScalars.count
      ? String(String.UnicodeScalarView(start)) + "…" : text
  }
}
