/// A BCP 47 language tag such as `de`, `en` or `en-GB`, in its canonical letter case.
package struct LanguageTag: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The tag as it is written into files.
  package let rawValue: String

  /// The tag, if `text` has the form of one (RFC 5646: subtags of 1–8 letters or digits).
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
          }
      })
    else { return nil }
    rawValue = ([first.lowercased()] + parts.dropFirst().map { Self.canonical($0) })
      .joined(separator: "-")
  }

  private static func canonical(_ subtag: Substring) -> String {
    switch subtag.utf8.count {
    case 2: subtag.uppercased()
    case 4: subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
    default: subtag.lowercased()
    }
  }

  /// The primary language without region or script: `en` of `en-GB`.
  package var primary: String { String(rawValue.prefix { $0 != "-" }) }

  /// Whether this is the other language in a further form, as `en-EU` is of `en`.
  package func isVariant(of other: LanguageTag) -> Bool {
    rawValue.utf8.count > other.rawValue.utf8.count && rawValue.hasPrefix(other.rawValue + "-")
  }

  package var description: String { rawValue }
  package static func < (a: LanguageTag, b: LanguageTag) -> Bool { a.rawValue < b.rawValue }
}

extension [LanguageTag] {
  /// Whether texts in a language can be read: it is one of these, or one of these is a form of it.
  package func accept(_ tag: LanguageTag) -> Bool {
    contains { $0 == tag || $0.isVariant(of: tag) }
  }

  /// The keys that texts by language may have: these, and the languages that some are variants of.
  package var textKeys: [LanguageTag] {
    let inherited = compactMap { LanguageTag($0.primary) }.filter { !contains($0) }
    return self + Set(inherited).sorted()
  }

  /// The keys that no other can stand for.
  package var requiredTextKeys: [LanguageTag] { filter { $0.rawValue == $0.primary } }
}
