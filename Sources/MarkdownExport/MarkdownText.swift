/// Plain text as Markdown source: what would be read as markup is escaped.
enum MarkdownText {
  /// What stands around a text that is escaped.
  struct Surroundings {
    /// Inside a link's text no further link may begin.
    var insideLink = false
    /// A link begins right behind: `!` before it would make it a picture.
    var linkFollows = false
  }

  /// The source of a normalised text within a line.
  static func escaped(_ text: String, in surroundings: Surroundings = Surroundings()) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isWordStart = index == 0 || !isAlphanumeric(scalars[index - 1])
      if isWordStart, let address = WebAddress(in: scalars, at: index) {
        result += address.source(insideLink: surroundings.insideLink)
        index += address.consumed(insideLink: surroundings.insideLink)
        continue
      }
      if needsEscape(scalars, at: index, linkFollows: surroundings.linkFollows) { result += "\\" }
      result.unicodeScalars.append(scalar)
      index += 1
    }
    return result
  }

  /// Whether a character could be read as markup where it stands.
  private static func needsEscape(
    _ scalars: [Unicode.Scalar], at index: Int, linkFollows: Bool
  ) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalars[index] {
    // `$` begins mathematics on GitHub, `~` strikes out, `|` parts cells.
    case "\\", "`", "*", "[", "]", "<", "~", "|", "$": return true
    // Between letters an underscore never is emphasis (CommonMark 6.2).
    case "_":
      guard index > 0, let next else { return true }
      return !isAlphanumeric(scalars[index - 1]) || !isAlphanumeric(next)
    case "&": return isEntity(scalars[(index + 1)...])
    case "!": return next == nil && linkFollows
    default: return false
    }
  }

  /// Whether what follows an ampersand makes it a character reference (CommonMark 2.5).
  private static func isEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix { $0.isASCII && (isAlphanumeric($0) || $0 == "#") }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// What CommonMark calls neither space nor punctuation, as far as emphasis is concerned.
  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A line with its beginning escaped, so that it starts no heading, list, quotation or table.
  static func escapedLineStart(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    guard let first = scalars.first else { return line }
    let second = scalars.count > 1 ? scalars[1] : " "
    switch first {
    case "#", ">": return "\\" + line
    case "-" where second == " " || second == "-": return "\\" + line
    case "=" where second == " " || second == "=": return "\\" + line
    case "+" where second == " ": return "\\" + line
    case ":" where second == "-": return "\\" + line
    default: break
    }
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard (1...9).contains(digits), digits < scalars.count,
      scalars[digits] == "." || scalars[digits] == ")",
      digits + 1 == scalars.count || scalars[digits + 1] == " "
    else { return line }
    return line.prefix(digits) + "\\" + line.dropFirst(digits)
  }

  /// A heading's line whose last `#` is not taken for a closing mark.
  static func escapedHeadingEnd(_ line: String) -> String {
    line.hasSuffix("#") ? line.dropLast() + "\\#" : line
  }

  /// An address between the parentheses of a link, or nil where nothing is left of it.
  static func destination(_ address: String) -> String? {
    var result = ""
    let scalars = Array(address.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{FEFF}": continue
      case " ", "<", ">", "\"", "\\", "|", "`", "\u{A0}", "\u{2028}", "\u{2029}":
        for byte in String(scalar).utf8 {
          result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      case "&" where isEntity(scalars[(index + 1)...]): result += "&amp;"
      case "(", ")":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? nil : result
  }
}
