package import Diagnostics

/// Reads the parts of a text template.
package enum TemplateParser {
  /// Splits `text` into literals, values and optional parts; `origin` is its first character's place.
  package static func parse(
    _ text: String, at origin: SourceLocation
  ) throws(Diagnostic) -> [TextTemplate.Part] {
    var scanner = Scanner(scalars: Array(text.unicodeScalars), origin: origin)
    return try scanner.parts(untilClose: false)
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    let origin: SourceLocation
    var position = 0

    func location(of position: Int) -> SourceLocation {
      var place = origin
      for scalar in scalars[..<min(position, scalars.count)] {
        if scalar == "\n" {
          place.line += 1
          place.column = 1
        } else {
          place.column += 1
        }
      }
      return place
    }

    func starts(with text: String) -> Bool {
      let letters = Array(text.unicodeScalars)
      return position + letters.count <= scalars.count
        && Array(scalars[position..<position + letters.count]) == letters
    }

    mutating func parts(untilClose: Bool) throws(Diagnostic) -> [TextTemplate.Part] {
      var parts: [TextTemplate.Part] = []
      var literal = String.UnicodeScalarView()
      func flushed() -> [TextTemplate.Part] {
        literal.isEmpty ? parts : parts + [.literal(String(literal))]
      }
      let opening = position
      while position < scalars.count {
        if starts(with: "{{") || starts(with: "}}") {
          literal.append(scalars[position])
          position += 2
        } else if scalars[position] == "{" {
          parts = flushed()
          literal = String.UnicodeScalarView()
          parts.append(try value())
        } else if starts(with: "[["), !untilClose {
          parts = flushed()
          literal = String.UnicodeScalarView()
          position += 2
          parts.append(.optional(try self.parts(untilClose: true)))
        } else if untilClose, starts(with: "]]") {
          position += 2
          return flushed()
        } else if scalars[position] == "}" {
          throw Diagnostic(
            "layout.bad-template", "a closing brace has no opening one",
            at: location(of: position), hints: ["write }} for a brace that prints"])
        } else {
          literal.append(scalars[position])
          position += 1
        }
      }
      if untilClose {
        throw Diagnostic(
          "layout.bad-template", "an optional part is not closed with ]]",
          at: location(of: max(0, opening - 2)))
      }
      return flushed()
    }

    mutating func value() throws(Diagnostic) -> TextTemplate.Part {
      let open = position
      position += 1
      var pieces: [(text: String, start: Int)] = []
      var piece = String.UnicodeScalarView()
      var start = position
      var quote: Unicode.Scalar?
      while position < scalars.count {
        let scalar = scalars[position]
        if let mark = quote {
          if scalar == mark { quote = nil }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
        } else if scalar == "}" || scalar == "|" {
          pieces.append((String(piece), start))
          piece = String.UnicodeScalarView()
          start = position + 1
          if scalar == "}" { break }
          position += 1
          continue
        }
        piece.append(scalar)
        position += 1
      }
      guard position < scalars.count else {
        throw Diagnostic(
          "layout.bad-template", "a value is not closed with }", at: location(of: open),
          hints: ["write {{ for a brace that prints"])
      }
      position += 1
      let expression = try ExpressionParser.parse(
        pieces[0].text, at: location(of: pieces[0].start))
      var filters: [TextTemplate.Filter] = []
      for piece in pieces.dropFirst() {
        let halves = piece.text.split(separator: ":", maxSplits: 1).map(trimmed)
        filters.append(
          TextTemplate.Filter(
            name: halves.first ?? "", argument: halves.count > 1 ? halves[1] : nil,
            location: location(of: piece.start + piece.text.prefix { $0 == " " }.count)))
      }
      return .value(expression, filters)
    }

    func trimmed(_ text: Substring) -> String {
      var scalars = Substring(text).unicodeScalars
      while let f = scalars.first, f.properties.isWhitespace { scalars = scalars.dropFirst() }
      while let l = scalars.last, l.properties.isWhitespace { scalars = scalars.dropLast() }
      return String(String.UnicodeScalarView(scalars))
    }
  }
}
