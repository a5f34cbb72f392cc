/// What a CommonMark text says of footnotes before it is parsed.
///
/// cmark-gfm prints a mark without a note as it is written and drops a note without a mark, so that
/// both are found here. Inline notes (`^[…]`, as Pandoc has them) are rewritten: a template of one
/// paragraph has no other place for its notes.
struct FootnoteSource {
  /// A label that something is wrong with, and its line, from 1.
  struct Label: Hashable {
    var name: String
    var line: Int
  }

  /// The text with inline notes made into marks and notes at its end.
  private(set) var text: String
  /// Marks for which there is no note.
  private(set) var undefined: [Label] = []
  /// Notes that no mark refers to.
  private(set) var unused: [Label] = []
  /// Lines with an inline note that holds another one.
  private(set) var nested: [Int] = []

  /// How many scalars were looked at: the work that the text made.
  private(set) var steps = 0

  private let scalars: [Unicode.Scalar]
  private let code: CodeLines
  private var references: [Label] = []
  private var definitions: [Label] = []
  /// The notes of inline marks, in order.
  private var inlineNotes: [String] = []
  private var line = 1
  /// Where the last run of so many backticks begins.
  private var lastBackticks: [Int: Int] = [:]

  /// Finds the marks and notes of a text.
  init(_ source: String, code: CodeLines) {
    text = source
    self.code = code
    scalars = Array(source.unicodeScalars)
    guard source.utf8.contains(UInt8(ascii: "^")) else { return }
    let rewritten = scan()
    if !inlineNotes.isEmpty {
      text = rewritten
      for (index, note) in inlineNotes.enumerated() {
        text += "\n\n[^\(Self.inlineName(index))]: \(note)"
      }
    }
    let defined = Set(definitions.map(\.name))
    let used = Set(references.map(\.name))
    var told: Set<String> = []
    undefined = references.filter { !defined.contains($0.name) && told.insert($0.name).inserted }
    unused = definitions.filter { !used.contains($0.name) && told.insert($0.name).inserted }
  }

  private static func inlineName(_ index: Int) -> String { "inline-note-\(index + 1)" }

  /// Walks through the text once and gives it back with marks in place of inline notes.
  ///
  /// The result is an array: a scalar view copies all that it holds whenever some are appended.
  private mutating func scan() -> String {
    var result: [Unicode.Scalar] = []
    var index = 0
    var isLineStart = true
    noteBackticks()
    let closing = text.contains("^[") ? brackets() : [:]
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      if code.contains(line) {
        index += 1
      } else if scalar == "\\", index + 1 < scalars.count {
        index += 2
      } else if scalar == "`" {
        index = endOfCode(from: index)
      } else if scalar == "[", let label = label(at: index) {
        index += label.unicodeScalars.count + 3
        let isDefinition = isLineStart && index < scalars.count && scalars[index] == ":"
        let found = Label(name: label.lowercased(), line: line)
        if isDefinition { definitions.append(found) } else { references.append(found) }
      } else if scalar == "^", index + 1 < scalars.count, scalars[index + 1] == "[",
        let end = closing[index + 1]
      {
        // The note becomes one line; those that it took stay in the text, or places would move.
        let note = scalars[(index + 2)..<end].map { $0 == "\n" ? " " : $0 }
        let name = Self.inlineName(inlineNotes.count)
        inlineNotes.append(String(note))
        steps += note.count
        if inlineNotes.last?.contains("^[") == true { nested.append(line) }
        result.append(contentsOf: "[^\(name)]".unicodeScalars)
        let breaks = scalars[index...end].filter { $0 == "\n" }.count
        result.append(contentsOf: repeatElement("\n", count: breaks))
        line += breaks
        index = end + 1
        isLineStart = false
        continue
      } else {
        index += 1
      }
      steps += index - start
      for passed in scalars[start..<index] where passed == "\n" { line += 1 }
      isLineStart = scalar == "\n" || (isLineStart && scalar == " ")
      result.append(contentsOf: scalars[start..<index])
    }
    return String(result)
  }

  /// The label of `[^label]`; nil where none stands here.
  private mutating func label(at start: Int) -> String? {
    guard start + 2 < scalars.count, scalars[start + 1] == "^" else { return nil }
    var name: [Unicode.Scalar] = []
    for scalar in scalars[(start + 2)...] {
      steps += 1
      if scalar == "]" { return name.isEmpty ? nil : String(name) }
      if scalar == "[" || scalar.properties.isWhitespace || name.count > 200 { return nil }
      name.append(scalar)
    }
    return nil
  }

  /// The bracket that closes each opening one, found in one walk, however they nest.
  private mutating func brackets() -> [Int: Int] {
    var closing: [Int: Int] = [:]
    var open: [Int] = []
    var index = 0
    while index < scalars.count {
      steps += 1
      switch scalars[index] {
      case "\\": index += 1
      case "`":
        index = endOfCode(from: index)
        continue
      case "[": open.append(index)
      case "]": if let start = open.popLast() { closing[start] = index }
      default: break
      }
      index += 1
    }
    return closing
  }

  /// Finds the runs of backticks, so that no search for an end that is nowhere walks through the rest.
  private mutating func noteBackticks() {
    var index = 0
    while index < scalars.count {
      let run = backticks(at: index)
      if run > 0 { lastBackticks[run] = index }
      index += max(1, run)
    }
  }

  private mutating func backticks(at start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end] == "`" { end += 1 }
    steps += max(1, end - start)
    return end - start
  }

  /// The place behind a code span; behind its first backticks where it is never closed.
  private mutating func endOfCode(from start: Int) -> Int {
    let fence = backticks(at: start)
    var index = start + fence
    guard lastBackticks[fence, default: -1] >= index else { return index }
    while index < scalars.count {
      let run = backticks(at: index)
      if run == fence { return index + run }
      index += max(1, run)
    }
    return start + fence
  }
}

extension String {
  /// A text of scalars, built at once.
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
