package import Diagnostics
import Languages

/// Reads an expression by recursive descent: `or` < `and` < `not` < comparison < value.
package struct ExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let origin: SourceLocation
  private var position = 0
  private var depth = 0

  /// `origin` is the place of the text's first character.
  package init(_ text: String, at origin: SourceLocation) {
    scalars = Array(text.unicodeScalars)
    self.origin = origin
  }

  /// Reads the whole text as one expression.
  package static func parse(
    _ text: String, at origin: SourceLocation
  ) throws(Diagnostic) -> Expression {
    var parser = ExpressionParser(text, at: origin)
    let expression = try parser.disjunction()
    parser.skipSpace()
    guard parser.position == parser.scalars.count else {
      throw parser.problem("unexpected “\(parser.rest)” in the expression")
    }
    return expression
  }

  private var rest: String {
    String(String.UnicodeScalarView(scalars[position...].prefix(20)))
  }

  private var here: SourceLocation {
    var location = origin
    location.column += position
    return location
  }

  private func problem(_ message: String) -> Diagnostic {
    Diagnostic(
      "layout.bad-expression", message, at: here,
      hints: [
        "an expression is a path (project.metrics), a comparison (metric.year >= 2019), "
          + "or a call (count(programme.metrics)), joined by and, or, not"
      ])
  }

  private mutating func skipSpace() {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
  }

  private mutating func disjunction() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw problem("the expression is nested too deeply") }
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
    guard position < scalars.count else { throw problem("the expression ends too early") }
    let start = here
    let first = scalars[position]
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
    skipSpace()
    if symbol("(") {
      var arguments: [Expression] = []
      skipSpace()
      if !symbol(")") {
        repeat {
          arguments.append(try disjunction())
          skipSpace()
        } while symbol(",")
        guard symbol(")") else { throw problem("a closing parenthesis is missing") }
      }
      return .call(names[0], arguments, start)
    }
    while position < scalars.count, scalars[position] == "." {
      position += 1
      guard position < scalars.count, Self.isNameStart(scalars[position]) else {
        throw problem("a name is missing behind the dot")
      }
      names.append(name())
    }
    return .path(names, start)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private mutating func name() -> String {
    let start = position
    while position < scalars.count {
      let s = scalars[position]
      guard Self.isNameStart(s) || ("0"..."9").contains(s) || s == "-" else { break }
      position += 1
    }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private mutating func number() throws(Diagnostic) -> DecimalNumber {
    let start = position
    if scalars[position] == "-" { position += 1 }
    while position < scalars.count,
      ("0"..."9").contains(scalars[position]) || scalars[position] == "."
    {
      position += 1
    }
    let text = String(String.UnicodeScalarView(scalars[start..<position]))
    guard let number = DecimalNumber(text) else { throw problem("“\(text)” is not a number") }
    return number
  }

  private mutating func quoted(_ mark: Unicode.Scalar) throws(Diagnostic) -> String {
    position += 1
    let start = position
    while position < scalars.count, scalars[position] != mark { position += 1 }
    guard position < scalars.count else { throw problem("a closing quotation mark is missing") }
    position += 1
    return String(String.UnicodeScalarView(scalars[start..<position - 1]))
  }

  /// Takes a keyword if it stands here as a whole word.
  private mutating func word(_ keyword: String) -> Bool {
    skipSpace()
    let letters = Array(keyword.unicodeScalars)
    guard position + letters.count <= scalars.count,
      Array(scalars[position..<position + letters.count]) == letters
    else { return false }
    let after = position + letters.count
    if after < scalars.count, Self.isNameStart(scalars[after]) || scalars[after] == "-" {
      return false
    }
    position = after
    return true
  }

  private mutating func symbol(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    guard position + letters.count <= scalars.count,
      Array(scalars[position..<position + letters.count]) == letters
    else { return false }
    position += letters.count
    return true
  }
}
