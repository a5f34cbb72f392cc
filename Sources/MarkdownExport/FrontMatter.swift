import DocumentTree
import Languages

/// The YAML block at the top of a Markdown file.
enum FrontMatter {
  /// Its lines, fences included; values are quoted, so that none is read as a number or a switch.
  static func lines(of tree: PublicationTree) -> [String] {
    var lines = ["---", "title: " + quoted(tree.metadata.title)]
    let tags = tree.languages.map { quoted($0.rawValue) }
    lines.append("language: " + (tags.count == 1 ? tags[0] : "[\(tags.joined(separator: ", "))]"))
    lines.append("date: " + quoted(tree.metadata.date.iso))
    lines.append("author: " + quoted(tree.metadata.author))
    if !tree.metadata.subject.isEmpty {
      lines.append("description: " + quoted(tree.metadata.subject))
    }
    if !tree.metadata.keywords.isEmpty {
      let keywords = tree.metadata.keywords.map { quoted($0) }
      lines.append("keywords: [\(keywords.joined(separator: ", "))]")
    }
    lines.append("layout: " + quoted(tree.layout))
    if !tree.record.isEmpty { lines.append("record: " + quoted(tree.record)) }
    lines.append("---")
    return lines
  }

  /// A double-quoted YAML scalar (YAML 1.2.2, 7.3.1), which holds any text on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      // Control characters, U+2028, U+2029 and the byte order mark are not printable in YAML.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
