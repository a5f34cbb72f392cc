import Languages

/// Each field type in words, so that every message about a wrong value reads alike.
extension FieldType {
  /// What a field of this type wants, for messages: `a number`.
  func wanted(languages: [LanguageTag]) -> String {
    switch self {
    case .identifier: "an identifier"
    case .text: "a text"
    case .localizedText, .markdown: "a text in each language"
    case .name: "a text, or one in each language"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .date: "a date"
    case .address: "an address"
    case .image: "a picture"
    case .choice(let words): "one of \(words.map { "“\($0)”" }.joined(separator: ", "))"
    case .unit: "a unit"
    case .record(let type): "the keys and values of a \(type)"
    case .list(let item): "a list, each entry \(item.wanted(languages: languages))"
    case .reference(let type): "the identifier of a \(type)"
    case .backReferences: "nothing"
    }
  }

  /// How a right value looks, for hints.
  func example(languages: [LanguageTag]) -> String? {
    switch self {
    case .identifier: "small letters, digits and “-”, such as nordwaerts-2"
    case .localizedText, .name, .markdown:
      "for example { \(languages.map { "\($0): …" }.joined(separator: ", ")) }"
    case .number: "for example 34.5, with a point, without grouping or unit"
    case .integer: "for example 2019"
    case .date: "for example 2018-08-24, 2018-08 or 2018"
    case .address: "for example https://www.example.org/page"
    case .image:
      "for example { file: images/park.jpg, alt: { \(languages.map { "\($0): …" }.joined(separator: ", ")) }, credit: …, licence: … }"
    case .list: "begin each entry with “- ” in a line of its own, or write [a, b]"
    case .text, .boolean, .choice, .unit, .record, .reference, .backReferences: nil
    }
  }
}
