package import Diagnostics
import Languages
package import SourceFiles

/// Reads an expression by recursive descent: `or` < `and` < `not` < comparison < value.
package struct ExpressionParser {
  /// How deep parentheses and calls may nest.
  static let maximumDepth = 40
  /// How many values an expression may join; evaluation and memory follow its chains.
  static let maximumValues = 500

  private let text: PlacedText
  private let end: Int
  private var position: Int
  private var depth = 0
  private var valueCount = 0
  private var stepCount = 0

  private init(_ text: PlacedText, _ range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads a range of a text, or all of it, as one expression.
  package static func parse(
    _ text: PlacedText, _ range: Range<Int>? = nil
  ) throws(Diagnostic) -> Expression {
    var parser = ExpressionParser(text, range ?? text.scalars.indices)
    let expression = try parser.disjunction()
    parser.skipSpace()
    guard parser.position == parser.end else {
      throw parser.problem("unexpected “\(parser.rest)” in the expression")
    }
    return expression
  }

  /// Reads a whole text that begins at a place as one expression.
  package static func parse(
    _ text: String, at origin: SourceLocation
  ) throws(Diagnostic) -> Expression {
    try parse(PlacedText(text, at: origin))
  }

  private var next: Unicode.Scalar? { position < end ? text.scalars[position] : nil }

  private var rest: String { string(position..<min(end, position + 20)) }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text.scalars[range]))
  }

  private func problem(_ message: String, at offset: Int? = nil) -> Diagnostic {
    Diagnostic(
      "layout.bad-expression", message, at: text.place(of: offset ?? position),
      hints: [
        "an expression is a path (project.metrics), a comparison (metric.year >= 2019), "
          + "or a call (count(programme.metrics)), joined by and, or, not"
      ])
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar.properties.isWhitespace { position += 1 }
  }

  private mutating func disjunction() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw problem("the expression is nested too deeply")
    }
    var left = try conjunction()
    while word("or") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    var left = try negation()
    while word("and") { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    var count = 0
    while word("not") { count += 1 }
    let inner = try comparison()
    return count.isMultiple(of: 2) ? inner : .not(inner)
  }

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let left = try value()
    skipSpace()
    for candidate in ComparisonOperator.allCases where symbol(candidate.rawValue) {
      return .comparison(candidate, left, try value())
    }
    return left
  }

  private mutating func value() throws(Diagnostic) -> Expression {
    skipSpace()
    guard let first = next else { throw problem("the expression ends too early") }
    valueCount += 1
    guard valueCount <= Self.maximumValues else {
      throw problem("the expression joins more than \(Self.maximumValues) values")
    }
    let start = text.place(of: position)
    if symbol("(") {
      let inner = try disjunction()
      skipSpace()
      guard symbol(")") else { throw problem("a closing parenthesis is missing") }
      return inner
    }
    if first == "\"" || first == "'" { return .text(try quoted(first), start) }
    if ("0"..."9").contains(first) || first == "-" { return .number(try number(), start) }
    guard Self.isNameStart(first) else { throw problem("unexpected “\(rest)” in the expression") }
    return try named(at: start)
  }

  private mutating func named(at start: SourceLocation) throws(Diagnostic) -> Expression {
    var names = [name()]
    if names == ["true"] || names == ["false"] { return .boolean(names == ["true"], start) }
    let behindName = position
    skipSpace()
    if symbol("(") {
      var call = Expression.call(names[0], try arguments(), start)
      while let (name, place) = try nameBehindDot() { call = .field(call, name, place) }
      return call
    }
    position = behindName
    while let (name, _) = try nameBehindDot() { names.append(name) }
    return .path(names, start)
  }

  /// The name behind a dot, if there is a dot.
  private mutating func nameBehindDot() throws(Diagnostic) -> (String, SourceLocation)? {
    guard symbol(".") else { return nil }
    guard let first = next, Self.isNameStart(first) else {
      throw problem("a name is missing behind the dot")
    }
    stepCount += 1
    guard stepCount <= Self.maximumValues else {
      throw problem("the expression goes through more than \(Self.maximumValues) fields")
    }
    let place = text.place(of: position)
    return (name(), place)
  }

  /// What stands behind the opening parenthesis of a call.
  private mutating func arguments() throws(Diagnostic) -> [Expression] {
    var arguments: [Expression] = []
    skipSpace()
    if symbol(")") { return arguments }
    repeat {
      arguments.append(try disjunction())
      skipSpace()
    } while symbol(",")
    guard symbol(")") else { throw problem("a closing parenthesis is missing") }
    return arguments
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }

  /// Whether a layout can give this name to a variable, a parameter or a label.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
    return text.unicodeScalars.allSatisfy(isNamePart)
      && !["true", "false", "not", "and", "or"].contains(text)
  }

  private mutating func name() -> String {
    let start = position
    while let scalar = next, Self.isNamePart(scalar) { position += 1 }
    return string(start..<position)
  }

  private mutating func number() throws(Diagnostic) -> DecimalNumber {
    let start = position
    if next == "-" { position += 1 }
    while let scalar = next, ("0"..."9").contains(scalar) || scalar == "." { position += 1 }
    let digits = string(start..<position)
    guard let number = DecimalNumber(digits) else {
      throw problem("“\(digits)” is not a number", at: start)
    }
    return number
  }

  private mutating func quoted(_ mark: Unicode.Scalar) throws(Diagnostic) -> String {
    let opening = position
    position += 1
    while let scalar = next, scalar != mark { position += 1 }
    guard next == mark else {
      throw problem("a closing quotation mark is missing", at: opening)
    }
    position += 1
    return string(opening + 1..<position - 1)
  }

  /// Takes a keyword if it stands here as a whole word.
  private mutating func word(_ keyword: String) -> Bool {
    skipSpace()
    let before = position
    guard symbol(keyword) else { return false }
    if let after = next, Self.isNamePart(after) {
      position = before
      return false
    }
    return true
  }

  private mutating func symbol(_ sign: String) -> Bool {
    var ahead = position
    for scalar in sign.unicodeScalars {
      guard ahead < end, text.scalars[ahead] == scalar else { return false }
      ahead += 1
    }
    position = ahead
    return true
  }
}
