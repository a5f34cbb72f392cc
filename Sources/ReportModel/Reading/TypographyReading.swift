import Diagnostics
import Languages
import SourceFiles

/// The key `typography` of a workspace file.
extension WorkspaceFileReader {
  /// What is done to typed text: `off`, or the kinds of rule by name.
  mutating func typography(_ node: SourceNode?) -> TypographyChoice {
    var choice = TypographyChoice()
    guard let node else { return choice }
    if let word = node.text, !node.isNull {
      if !choice.set(word) { wrongTypography(node, wanted: "on, off or keys and values") }
      return choice
    }
    guard
      let keys = KeyedNode(
        node, called: "“typography”", allowed: TypographyChoice.keys, problems: &problems)
    else { return choice }
    for key in TypographyChoice.keys {
      guard let value = keys[key] else { continue }
      if let wanted = choice.set(key, to: value.text ?? "") {
        wrongTypography(value, wanted: wanted)
      }
    }
    return choice
  }

  private mutating func wrongTypography(_ node: SourceNode, wanted: String) {
    problems.add(
      Diagnostic(
        "model.wrong-type", "found \(node.shapeInWords) where \(wanted) is wanted",
        at: node.location,
        hints: ["for example `typography: { quotes: false, gender-sign: \"*\" }`"]))
  }
}
