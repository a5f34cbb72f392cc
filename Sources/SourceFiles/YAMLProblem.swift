import CYAML
import Diagnostics

/// Says libyaml's syntax errors in plain words.
///
/// libyaml speaks of tokens and indicators; an editor of texts needs to hear what to change. The place
/// is libyaml's mark, whose line and column count from 0.
enum YAMLProblem {
  /// The diagnostic for the error that the parser stopped at.
  static func diagnostic(for parser: yaml_parser_t, file: String) -> Diagnostic {
    if parser.error == YAML_MEMORY_ERROR {
      return Diagnostic(
        "yaml.memory", "the file needs more memory than there is",
        at: SourceLocation(file: file))
    }
    let problem = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
    let context = parser.context.map { String(cString: $0) }
    // A text that never ends is best shown where it begins.
    let unended = problem == "found unexpected end of stream" && context != nil
    let mark = unended ? parser.context_mark : parser.problem_mark
    let (sentence, hint) = words(for: problem)
    // An error often shows far below its cause, so the beginning of what is broken is named too.
    var hints = hint.map { [$0] } ?? []
    if !unended, context != nil, parser.context_mark.line != mark.line {
      hints.append("it belongs to what begins in line \(parser.context_mark.line + 1)")
    }
    return Diagnostic(
      "yaml.syntax", sentence,
      at: SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      hints: hints)
  }

  /// A sentence and a hint for libyaml's wording (scanner.c and parser.c of 0.2.5).
  private static func words(for problem: String) -> (String, String?) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        "a second “: ” stands in this line",
        "put a text that has a colon and a space in quotes, or check the indentation"
      )
    case "did not find expected key":
      ("a key is expected here", "check the indentation and the quotes above")
    case "could not find expected ':'":
      ("a key has no “: ” behind it", "write `key: value`, or indent a text that goes on")
    case "did not find expected '-' indicator":
      ("a list entry is expected here", "begin each entry with “- ” in the same column")
    case "block sequence entries are not allowed in this context":
      ("a list cannot begin here", "begin the list in a line of its own")
    case "block mapping entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      ("a key cannot stand here", "check the indentation")
    case "found character that cannot start any token":
      (
        "a value cannot begin with this character",
        "put the text in quotes, and indent with spaces, not tabs"
      )
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      ("a tab is used for indentation", "indent with spaces")
    case "found unexpected end of stream":
      ("a quoted text never ends", "add the closing quotation mark")
    case "found unexpected document indicator":
      ("a quoted text is cut off by “---” or “...”", "add the closing quotation mark")
    case "found unknown escape character":
      ("there is no such escape with \\ in double quotes", "write \\\\ for a backslash")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      ("the number of a \\x, \\u or \\U escape is wrong", "write the character itself")
    case "did not find expected ',' or ']'":
      ("a “,” or “]” is missing in a list", "close the list, or quote a text with a comma")
    case "did not find expected ',' or '}'":
      (
        "a “,” or “}” is missing in keys in braces",
        "close the brace, or quote a text that has a comma or a quotation mark"
      )
    case "did not find expected <document start>":
      ("something stands behind the end of the file’s value", "check the indentation")
    case "did not find expected node content":
      ("a value is expected here", nil)
    case "did not find expected comment or line break",
      "did not find expected whitespace or line break":
      ("something follows where the line should end", "begin a new line")
    case "found an indentation indicator equal to 0":
      ("an indentation of 0 cannot be asked for", nil)
    // New wording of a later libyaml still makes a sentence.
    default: ("the YAML cannot be read: \(problem)", nil)
    }
  }
}
