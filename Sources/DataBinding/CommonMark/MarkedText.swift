import DocumentTree

/// CommonMark text as a value, before it is given styles.
indirect enum MarkedBlock: Sendable, Hashable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  /// `start` is the first number, or nil for bullets.
  case list(start: Int?, [[MarkedBlock]])
  case quotation([MarkedBlock])
  case rule
}
