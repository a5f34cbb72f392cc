import Design
import Diagnostics
import Geometry
import Languages
import SourceFiles

/// What reading a layout collects and knows: problems, languages, names that may be used.
struct LayoutReading {
  var diagnostics: [Diagnostic] = []
  /// The workspace's languages; text by language must have all of them.
  let languages: [LanguageTag]
  var theme: Theme?
  var componentNames: Set<String> = []
  var depth = 0

  init(languages: [LanguageTag]) { self.languages = languages }

  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String] = []
  ) {
    diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  /// Reports a value of the wrong shape.
  mutating func wrongType(_ node: SourceNode, wanted: String) {
    report(
      "layout.wrong-type", "found \(node.shapeInWords) where \(wanted) is wanted",
      at: node.location)
  }

  /// The mapping's values by key; keys outside `known` are reported.
  mutating func fields(
    _ node: SourceNode, known: [String], what: String
  ) -> [String: SourceNode] {
    guard let mapping = node.mapping else {
      wrongType(node, wanted: "\(what) (keys and values)")
      return [:]
    }
    var fields: [String: SourceNode] = [:]
    for entry in mapping {
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

  /// Runs a throwing reader and keeps its problem.
  mutating func caught<Value>(_ body: () throws(Diagnostic) -> Value) -> Value? {
    do { return try body() } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// The place of the first character of a scalar's text.
  func textOrigin(of node: SourceNode) -> SourceLocation {
    var location = node.location
    if node.isQuoted { location.column += 1 }
    return location
  }

  // MARK: Scalars

  mutating func text(_ node: SourceNode, wanted: String) -> String? {
    if let text = node.text, !node.isNull { return text }
    wrongType(node, wanted: wanted)
    return nil
  }

  mutating func integer(_ node: SourceNode, in range: ClosedRange<Int> = 0...100_000) -> Int? {
    if let text = node.text, let value = Int(text), range.contains(value) { return value }
    wrongType(node, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func number(_ node: SourceNode) -> Double? {
    if let text = node.text, let value = DecimalNumber(text) { return value.doubleValue }
    wrongType(node, wanted: "a number")
    return nil
  }

  mutating func flag(_ node: SourceNode) -> Bool? {
    if let text = node.text, text == "true" || text == "false" { return text == "true" }
    wrongType(node, wanted: "true or false")
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

  mutating func expression(_ node: SourceNode) -> Expression? {
    guard let text = text(node, wanted: "a path or an expression") else { return nil }
    let origin = textOrigin(of: node)
    return caught { () throws(Diagnostic) in try ExpressionParser.parse(text, at: origin) }
  }

  /// A template; a mapping by language must have every language of the workspace.
  mutating func template(_ node: SourceNode) -> TextTemplate? {
    if let text = node.text {
      let origin = textOrigin(of: node)
      let parts = caught { () throws(Diagnostic) in try TemplateParser.parse(text, at: origin) }
      return parts.map { TextTemplate(variants: .all($0), location: node.location) }
    }
    guard let mapping = node.mapping else {
      wrongType(node, wanted: "text, or text by language")
      return nil
    }
    var variants: [LanguageTag: [TextTemplate.Part]] = [:]
    for entry in mapping {
      guard let tag = LanguageTag(entry.name), languages.contains(tag) else {
        report(
          "layout.unknown-language", "“\(entry.name)” is not a language of this workspace",
          at: entry.key.location,
          hints: ["its languages are \(languages.map(\.rawValue).joined(separator: ", "))"])
        continue
      }
      guard let text = entry.value.text else {
        wrongType(entry.value, wanted: "text")
        continue
      }
      let origin = textOrigin(of: entry.value)
      variants[tag] = caught { () throws(Diagnostic) in try TemplateParser.parse(text, at: origin) }
    }
    for language in languages where node[language.rawValue] == nil {
      report(
        "layout.missing-language", "this text has no “\(language.rawValue)”", at: node.location,
        hints: ["add “\(language.rawValue): …”, or write one text for all languages"])
    }
    return TextTemplate(variants: .byLanguage(variants), location: node.location)
  }

  // MARK: Measures and colours

  mutating func length(_ node: SourceNode) -> LayoutLength? {
    if let text = node.text, let length = Self.length(from: text) { return length }
    wrongType(node, wanted: "a distance such as 12mm, 9.5pt or 2 lines")
    return nil
  }

  /// Reads `12mm`, `1.5cm`, `9.5pt`, `1080px`, `2 lines`, `0`.
  static func length(from text: String) -> LayoutLength? {
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let value = DecimalNumber(String(digits))?.doubleValue, abs(value) <= 20_000 else {
      return nil
    }
    switch unit {
    case "mm": return .absolute(.mm(value))
    case "cm": return .absolute(.mm(value * 10))
    case "pt": return .absolute(.pt(value))
    case "px": return .absolute(.pt(value * 0.75))
    case "line", "lines": return .lines(value)
    case "": return value == 0 ? .absolute(.zero) : nil
    default: return nil
    }
  }

  mutating func absoluteLength(_ node: SourceNode) -> Double? {
    guard let length = length(node) else { return nil }
    guard case .absolute(let value) = length else {
      wrongType(node, wanted: "a distance such as 12mm or 9.5pt")
      return nil
    }
    return value.points
  }

  /// One distance for all edges, or a list of two (vertical, horizontal) or four (from the top, clockwise).
  mutating func edges(_ node: SourceNode) -> [LayoutLength]? {
    guard let list = node.sequence else {
      return length(node).map { [$0, $0, $0, $0] }
    }
    let lengths = list.compactMap { length($0) }
    switch lengths.count {
    case 2 where list.count == 2: return [lengths[0], lengths[1], lengths[0], lengths[1]]
    case 4 where list.count == 4: return lengths
    default:
      wrongType(node, wanted: "one, two or four distances")
      return nil
    }
  }

  mutating func color(_ node: SourceNode) -> ColorTemplate? {
    guard let text = text(node, wanted: "a colour of the palette such as “teal” or “teal 30%”")
    else { return nil }
    var name = text
    var tint = 1.0
    if text.hasSuffix("%"), let space = text.lastIndex(of: " ") {
      guard let share = DecimalNumber(String(text[text.index(after: space)...].dropLast())),
        (0...100).contains(share.doubleValue)
      else {
        wrongType(node, wanted: "a tint from 0% to 100%")
        return nil
      }
      tint = share.doubleValue / 100
      name = String(text[..<space])
    }
    let origin = textOrigin(of: node)
    guard
      let parts = caught({ () throws(Diagnostic) in try TemplateParser.parse(name, at: origin) })
    else { return nil }
    let entry = TextTemplate(variants: .all(parts), location: node.location)
    if let fixed = entry.fixedText, let palette = theme?.palette, palette.entries[fixed] == nil {
      report(
        "layout.unknown-color", "the palette has no colour “\(fixed)”", at: node.location,
        hints: Suggestion.hint(for: fixed, among: palette.entries.keys))
      return nil
    }
    return ColorTemplate(entry: entry, tint: tint)
  }

  mutating func style(_ node: SourceNode) -> StyleName? {
    guard let name = text(node, wanted: "the name of a style") else { return nil }
    if let theme, theme.styles[name] == nil {
      report(
        "layout.unknown-style", "there is no style “\(name)”", at: node.location,
        hints: Suggestion.hint(for: name, among: theme.styles.keys))
      return nil
    }
    return StyleName(name: name, location: node.location)
  }
}
