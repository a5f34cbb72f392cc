import Design
import Diagnostics
import Languages
import SourceFiles

/// What reading a layout collects and knows: problems, languages, names that may be used.
struct LayoutReading {
  var diagnostics: [Diagnostic] = []
  /// The workspace's languages; text by language must have all of them.
  let languages: [LanguageTag]
  var theme: Theme?
  /// What could be read of the theme; names of anything else cannot be checked.
  var knowsFonts = false
  var knowsColors = false
  var knowsStyles = false
  var componentNames: Set<String> = []
  /// The columns of the page's grid, once it is read.
  var columns: Int?
  var depth = 0
  /// The styles that blocks name or need, and where those on the baseline grid were written.
  var usedStyles: Set<String> = []
  var gridPlaces: [String: SourceLocation] = [:]
  /// Where each gender sign comes first in the layout's texts.
  var genderSigns: [GenderSign: SourceLocation] = [:]

  init(languages: [LanguageTag]) { self.languages = languages }

  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String]
  ) {
    diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  /// Reports a value of the wrong shape, with an example of the right one.
  mutating func wrongType(_ node: SourceNode, wanted: String, example: String? = nil) {
    var hint = "correct it"
    if node.isNull {
      hint = "write it behind the colon, or leave the key out"
    } else if let example {
      hint = "for example \(example)"
    } else if node.mapping != nil {
      hint = "put a text that has braces or a colon in quotes"
    } else if node.sequence != nil {
      hint = "write one value, without “-” and “[”"
    }
    report(
      "layout.wrong-type", "found \(node.shapeInWords) where \(wanted) is wanted",
      at: node.location, hints: [hint])
  }

  /// The mapping's values by key; keys outside `known` are reported.
  mutating func fields(
    _ node: SourceNode, known: [String], what: String
  ) -> [String: SourceNode] {
    var fields: [String: SourceNode] = [:]
    for entry in entries(
      node, wanted: "\(what) (keys and values)",
      example: known.prefix(2).joined(separator: ": …, ") + ": …")
    {
      if known.contains(entry.name) {
        fields[entry.name] = entry.value
      } else {
        report(
          "layout.unknown-key", "unknown key “\(entry.name)” in \(what)", at: entry.key.location,
          hints: Suggestion.hint(for: entry.name, among: known))
      }
    }
    return fields
  }

  /// The entries of a mapping; none where the node is nothing, or is reported to be something else.
  mutating func entries(
    _ node: SourceNode?, wanted: String, example: String
  ) -> [SourceNode.Entry] {
    guard let node else { return [] }
    if let mapping = node.mapping { return mapping }
    wrongType(node, wanted: wanted, example: example)
    return []
  }

  /// Runs a throwing reader and keeps its problem.
  mutating func caught<Value>(_ body: () throws(Diagnostic) -> Value) -> Value? {
    do { return try body() } catch {
      diagnostics.append(error)
      return nil
    }
  }

  // MARK: Scalars

  mutating func text(_ node: SourceNode, wanted: String) -> String? {
    if let text = node.text, !node.isNull { return text }
    wrongType(node, wanted: wanted)
    return nil
  }

  /// A name that the layout chooses for a variable or a parameter.
  mutating func name(_ node: SourceNode) -> String? {
    guard let text = text(node, wanted: "a name") else { return nil }
    if ExpressionParser.isName(text) { return text }
    report(
      "layout.bad-name", "“\(text)” cannot be a name", at: node.location,
      hints: ["use letters a–z, digits, “-” and “_”, a letter first"])
    return nil
  }

  mutating func integer(_ node: SourceNode, in range: ClosedRange<Int>) -> Int? {
    if let text = node.text, let value = Int(text), range.contains(value) { return value }
    wrongType(
      node, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      example: "\(max(range.lowerBound, min(range.upperBound, 2)))")
    return nil
  }

  mutating func number(_ node: SourceNode, in range: ClosedRange<Double>) -> Double? {
    if let text = node.text, let value = DecimalNumber(text)?.doubleValue, range.contains(value) {
      return value
    }
    wrongType(
      node, wanted: "a number from \(range.lowerBound) to \(range.upperBound)", example: "1.5")
    return nil
  }

  mutating func flag(_ node: SourceNode) -> Bool? {
    if let text = node.text, text == "true" || text == "false" { return text == "true" }
    wrongType(node, wanted: "true or false", example: "true")
    return nil
  }

  mutating func choice(_ node: SourceNode, among choices: [String]) -> String? {
    guard let text = text(node, wanted: "one of \(choices.joined(separator: ", "))") else {
      return nil
    }
    if choices.contains(text) { return text }
    report(
      "layout.unknown-choice", "“\(text)” is not possible here", at: node.location,
      hints: Suggestion.hint(for: text, among: choices))
    return nil
  }

  // MARK: Texts

  mutating func expression(_ node: SourceNode) -> Expression? {
    guard text(node, wanted: "a path or an expression") != nil else { return nil }
    return caught { () throws(Diagnostic) in try ExpressionParser.parse(PlacedText(node)) }
  }

  /// A template; a mapping by language must have every language of the workspace.
  mutating func template(_ node: SourceNode) -> TextTemplate? {
    guard let mapping = node.mapping else {
      return wording(node, wanted: "text, or text by language").map {
        TextTemplate(variants: .all($0), location: node.location)
      }
    }
    var variants: [LanguageTag: TextTemplate.Wording] = [:]
    var given: Set<LanguageTag> = []
    for entry in mapping {
      guard let tag = LanguageTag(entry.name), languages.accept(tag) else {
        report(
          "layout.unknown-language", "“\(entry.name)” is not a language of this workspace",
          at: entry.key.location,
          hints: ["its languages are \(languages.map(\.rawValue).joined(separator: ", "))"])
        continue
      }
      given.insert(tag)
      variants[tag] = wording(entry.value, wanted: "text", in: tag)
    }
    for language in languages where !given.contains(language) {
      if let wording = variants.inherited(by: language) {
        variants[language] = wording
        continue
      }
      report(
        "layout.missing-language", "this text has no “\(language.rawValue)”", at: node.location,
        hints: ["add “\(language.rawValue): …”, or write one text for all languages"])
    }
    variants = variants.filter { languages.contains($0.key) }
    return TextTemplate(variants: .byLanguage(variants), location: node.location)
  }

  /// The text of one language; an empty one must be written as `""`.
  private mutating func wording(
    _ node: SourceNode, wanted: String, in language: LanguageTag? = nil
  ) -> TextTemplate.Wording? {
    guard let text = text(node, wanted: wanted) else { return nil }
    let placed = typed(text, node, in: language)
    let parts = caught { () throws(Diagnostic) in try TemplateParser.parse(placed) }
    return parts.map { TextTemplate.Wording(parts: $0, text: placed) }
  }
}
