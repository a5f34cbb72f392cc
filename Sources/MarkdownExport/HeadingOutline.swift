import DocumentTree

/// The levels and the fragment names of a document's headings.
struct HeadingOutline {
  /// From 1 to 6 for each heading; a heading is at most one level deeper than the one before it.
  let levels: [Int]
  /// What GitHub calls each heading in addresses, without `#`.
  let slugs: [String]

  init(_ headings: [MarkdownHeading]) {
    levels = Self.levels(headings.map(\.level))
    slugs = Self.slugs(
      headings.map { heading in
        heading.inlines.plainText.visibleText
          .split(separator: " ").joined(separator: " ")
      })
  }

  /// Levels without skips: what was below something stays below it.
  static func levels(_ wanted: [Int]) -> [Int] {
    var open: [Int] = []
    return wanted.map { level in
      while let last = open.last, last >= level { open.removeLast() }
      open.append(level)
      return min(open.count, 6)
    }
  }

  /// Lower case, without punctuation and symbols, hyphens for spaces; a number behind repetitions.
  static func slugs(_ titles: [String]) -> [String] {
    var used: [String: Int] = [:]
    return titles.map { title in
      let plain = slug(title)
      var name = plain
      while used[name] != nil {
        used[plain, default: 0] += 1
        name = "\(plain)-\(used[plain, default: 0])"
      }
      used[name] = 0
      return name
    }
  }

  /// A title as GitHub writes it into addresses.
  private static func slug(_ title: String) -> String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " {
        name += "-"
      } else if scalar == "-" || isWordCharacter(scalar) {
        name.unicodeScalars.append(scalar)
      }
    }
    return name
  }

  /// `\p{Word}` as GitHub's renderer uses it: letters, marks, decimal digits, connectors.
  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
