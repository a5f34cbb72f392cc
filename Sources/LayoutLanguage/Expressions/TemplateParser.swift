package import Diagnostics
package import SourceFiles

/// Reads the parts of a text template.
package enum TemplateParser {
  /// How many values one text may hold.
  package static let maximumValues = 10_000

  /// Splits a text into literals, values and optional parts.
  package static func parse(_ text: PlacedText) throws(Diagnostic) -> [TextTemplate.Part] {
    var scanner = Scanner(text: text)
    return try scanner.parts(isOptional: false)
  }

  private struct Scanner {
    let text: PlacedText
    var position = 0
    var valueCount = 0

    init(text: PlacedText) { self.text = text }

    func problem(_ message: String, at offset: Int, hint: String) -> Diagnostic {
      Diagnostic("layout.bad-template", message, at: text.place(of: offset), hints: [hint])
    }

    func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
      position + ahead < text.scalars.count ? text.scalars[position + ahead] : nil
    }

    /// Whether a sign stands here twice.
    func doubled(_ sign: Unicode.Scalar) -> Bool { scalar() == sign && scalar(1) == sign }

    mutating func parts(isOptional: Bool) throws(Diagnostic) -> [TextTemplate.Part] {
      let opening = position - 2
      let valuesBefore = valueCount
      var parts: [TextTemplate.Part] = []
      var literal = String.UnicodeScalarView()
      func flush() {
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        literal = String.UnicodeScalarView()
      }
      while let next = scalar() {
        if doubled("{") || doubled("}") {
          literal.append(next)
          position += 2
        } else if next == "{" {
          flush()
          parts.append(try value())
        } else if next == "}" {
          throw problem(
            "a closing brace has no opening one", at: position,
            hint: "write }} for a brace that prints")
        } else if doubled("[") {
          guard !isOptional else {
            throw problem(
              "an optional part begins inside another one", at: position,
              hint: "close the first with ]], or write [\\[ for brackets that print")
          }
          flush()
          position += 2
          parts.append(.optional(try self.parts(isOptional: true)))
        } else if isOptional, doubled("]"), scalar(2) != "]" {
          guard valueCount > valuesBefore else {
            throw problem(
              "an optional part has no value that could be missing", at: opening,
              hint: "put a value in braces into it, or write [\\[ for brackets that print")
          }
          position += 2
          flush()
          return parts
        } else {
          literal.append(next)
          position += 1
        }
      }
      if isOptional {
        throw problem(
          "an optional part is not closed", at: opening, hint: "write ]] where it ends")
      }
      flush()
      return parts
    }

    /// Reads `{expression | filter: argument | …}`.
    mutating func value() throws(Diagnostic) -> TextTemplate.Part {
      let open = position
      valueCount += 1
      guard valueCount <= maximumValues else {
        throw problem(
          "the text holds more than \(maximumValues) values", at: open,
          hint: "divide it into several")
      }
      position += 1
      var pieces: [Range<Int>] = []
      var start = position
      var quote: Unicode.Scalar?
      while let next = scalar(), quote != nil || next != "}" {
        if let mark = quote {
          if next == mark { quote = nil }
        } else if next == "\"" || next == "'" {
          quote = next
        } else if next == "|" {
          pieces.append(start..<position)
          start = position + 1
        }
        position += 1
      }
      guard scalar() == "}" else {
        throw problem(
          "a value is not closed with }", at: open, hint: "write {{ for a brace that prints")
      }
      pieces.append(start..<position)
      position += 1
      let expression = try expression(pieces[0], in: open..<position)
      return .value(expression, pieces.dropFirst().map(filter))
    }

    /// Reads the expression of a value, which what marks a span of text is easily taken for.
    func expression(
      _ range: Range<Int>, in braces: Range<Int>
    ) throws(Diagnostic) -> Expression {
      do {
        return try ExpressionParser.parse(text, range)
      } catch {
        let marks = text.scalars[range].first == "." || text.scalars[range].contains("=")
        guard marks, braces.lowerBound > 0, text.scalars[braces.lowerBound - 1] == "]" else {
          throw error
        }
        var problem = error
        problem.hints = [
          "in a layout, braces that mark a text are doubled: write {\(string(braces))}"
        ]
        throw problem
      }
    }

    /// Reads `name` or `name: argument`.
    func filter(_ range: Range<Int>) -> TextTemplate.Filter {
      let colon = text.scalars[range].firstIndex(of: ":") ?? range.upperBound
      let name = trimmed(range.lowerBound..<colon)
      let argument = trimmed(min(colon + 1, range.upperBound)..<range.upperBound)
      return TextTemplate.Filter(
        name: string(name), argument: argument.isEmpty ? nil : string(argument),
        location: text.place(of: name.lowerBound),
        argumentLocation: text.place(of: argument.lowerBound))
    }

    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(text.scalars[range]))
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (lower, upper) = (range.lowerBound, range.upperBound)
      while lower < upper, text.scalars[lower].properties.isWhitespace { lower += 1 }
      while lower < upper, text.scalars[upper - 1].properties.isWhitespace { upper -= 1 }
      return lower..<upper
    }
  }
}
