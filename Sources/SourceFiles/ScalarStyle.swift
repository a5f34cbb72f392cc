/// How a scalar is written in its file; a place inside the text is found from it.
package enum ScalarStyle: Sendable, Hashable {
  /// Without quotation marks on one line, or not from a YAML file.
  case plain
  /// In `'…'` on one line, where `''` stands for one mark.
  case singleQuoted
  /// In `"…"` on one line, where `\` begins an escape.
  case doubleQuoted
  /// A `|` block; `indent` spaces stand before its first line that is not blank.
  case literal(indent: UInt16)
  /// A `>` block, or text over several lines of the file: its line ends are not those of the file.
  case folded
}
