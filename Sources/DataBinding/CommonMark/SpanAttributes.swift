import Design
import DocumentTree
import Languages

/// What stands in the braces behind a bracketed span: `{lang=en .small-caps}`.
struct SpanAttributes {
  var language: LanguageTag?
  var features: [FontFeature] = []
  /// What is wrong with them.
  var problems: [Problem] = []

  /// A sentence and a hint.
  struct Problem {
    var message: String
    var hint: String
  }

  /// The classes that ask for glyphs of OpenType fonts.
  static let classes: KeyValuePairs<String, [FontFeature]> = [
    "small-caps": [FontFeature("smcp")],
    "all-small-caps": [FontFeature("c2sc"), FontFeature("smcp")],
    "old-style": [FontFeature("lnum", 0), FontFeature("onum")],
    "lining": [FontFeature("onum", 0), FontFeature("lnum")],
    "tabular": [FontFeature("pnum", 0), FontFeature("tnum")],
    "proportional": [FontFeature("tnum", 0), FontFeature("pnum")],
    "fractions": [FontFeature("frac")],
    "superscript": [FontFeature("sups")],
    "subscript": [FontFeature("subs")],
  ]

  /// Reads what stands between the braces; nil where it has not the form of attributes, so that
  /// braces behind brackets may be plain text.
  init?(_ text: String) {
    let parts = text.split { $0 == " " || $0 == "\t" }
    guard !parts.isEmpty, parts.allSatisfy(Self.hasForm) else { return nil }
    for part in parts {
      if part.hasPrefix(".") {
        read(class: String(part.dropFirst()))
      } else if let equals = part.firstIndex(of: "=") {
        read(
          key: String(part[..<equals]),
          value: part[part.index(after: equals)...].trimming { $0 == "\"" })
      } else {
        problems.append(
          Problem(message: "a span has no identifier", hint: "leave “\(part)” out"))
      }
    }
  }

  /// `.class`, `key=value` or `#identifier`.
  private static func hasForm(_ part: Substring) -> Bool {
    let scalars = part.unicodeScalars
    guard let first = scalars.first else { return false }
    if first == "." || first == "#" {
      return scalars.count > 1 && scalars.dropFirst().allSatisfy(isNameSign)
    }
    guard let equals = scalars.firstIndex(of: "="), equals != scalars.startIndex else {
      return false
    }
    return scalars[..<equals].allSatisfy(isNameSign)
  }

  private static func isNameSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
  }

  private mutating func read(class name: String) {
    guard let found = Self.classes.first(where: { $0.key == name }) else {
      problems.append(
        Problem(
          message: "there is no class “\(name)” for a span",
          hint: "the classes are \(Self.classes.map(\.key).joined(separator: ", "))"))
      return
    }
    features += found.value
  }

  private mutating func read(key: String, value: String) {
    guard key == "lang" else {
      problems.append(
        Problem(
          message: "a span has no attribute “\(key)”",
          hint: "use {lang=en}, or a class such as {.small-caps}"))
      return
    }
    guard let tag = LanguageTag(value), LanguageCodes.contains(tag.primary) else {
      problems.append(
        Problem(
          message: "there is no language “\(value)”",
          hint: "use a tag of BCP 47, such as de, en or en-GB"))
      return
    }
    language = tag
  }

  /// The inlines inside a span with what it says of them.
  func applied(to inlines: [Inline]) -> [Inline] {
    guard !inlines.isEmpty else { return [] }
    var result = inlines
    var features = features
    // Of capitals alone, such as “EU”, small ones are what is meant; “smcp” would change nothing.
    let small = FontFeature("smcp")
    let text = inlines.plainText.unicodeScalars
    if features.contains(small), !features.contains(FontFeature("c2sc")),
      text.contains(where: \.properties.isUppercase),
      !text.contains(where: \.properties.isLowercase)
    {
      features.insert(FontFeature("c2sc"), at: 0)
    }
    if !features.isEmpty { result = [.styled(InlineStyle(features: features), result)] }
    if let language { result = [.language(language, result)] }
    return result
  }
}

extension Substring {
  /// Without the characters at both ends for which a condition holds.
  fileprivate func trimming(_ isOut: (Character) -> Bool) -> String {
    var rest = drop(while: isOut)
    while let last = rest.last, isOut(last) { rest.removeLast() }
    return String(rest)
  }
}
