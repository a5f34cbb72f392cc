import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Turns templates into text and inlines of one language.
struct TextRenderer {
  var evaluator: Evaluator
  let rules: LanguageRules
  var language: LanguageTag { evaluator.language }

  /// A template as plain text, markup untouched.
  func plain(_ template: TextTemplate, in scope: Scope) -> String {
    var text = ""
    for piece in pieces(template.parts(in: language) ?? [], in: scope) ?? [] {
      switch piece {
      case .literal(let t): text += t
      case .value(let inlines): text += inlines.plainText
      }
    }
    return text
  }

  /// A template as running text: its literals are CommonMark, its values are what they are.
  func inlines(
    _ template: TextTemplate, in scope: Scope, diagnostics: inout [Diagnostic]
  ) -> [Inline] {
    guard let parts = template.parts(in: language), let pieces = pieces(parts, in: scope) else {
      return []
    }
    let (source, values) = withPlaceholders(pieces)
    guard source.utf8.contains(where: Self.isMarkup) else { return substituted(source, values) }
    // A placeholder that prints nothing keeps the first sign from opening a list or a heading.
    let start = String(Character(Self.placeholder(values.count)))
    let read = CommonMarkReader.read(start + source, at: template.location) { scalar in
      let index = Int(scalar.value) - Int(Self.firstPlaceholder)
      guard index >= 0, index <= values.count else { return nil }
      return index == values.count ? [] : values[index]
    }
    diagnostics += read.diagnostics
    return Self.inlines(of: read.output ?? [])
  }

  /// A template as blocks of CommonMark.
  func blocks(
    _ template: TextTemplate, in scope: Scope, diagnostics: inout [Diagnostic]
  ) -> [MarkedBlock] {
    if let sole = template.soleExpression,
      case .localized(let text) = evaluator.evaluate(sole, in: scope), text.isMarked
    {
      let read = CommonMarkReader.read(text.values[language] ?? "", at: text.origin.location)
      diagnostics += read.diagnostics
      return read.output ?? []
    }
    guard let parts = template.parts(in: language), let pieces = pieces(parts, in: scope) else {
      return []
    }
    let (source, values) = withPlaceholders(pieces)
    let read = CommonMarkReader.read(source, at: template.location) { scalar in
      let index = Int(scalar.value) - Int(Self.firstPlaceholder)
      return values.indices.contains(index) ? values[index] : nil
    }
    diagnostics += read.diagnostics
    return read.output ?? []
  }

  // MARK: Pieces

  private enum Piece {
    case literal(String)
    case value([Inline])
  }

  /// The first of the private characters that stand for values while CommonMark is parsed.
  private static let firstPlaceholder: UInt32 = 0xF_0000

  private static func placeholder(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(firstPlaceholder + UInt32(min(index, 0xFFF0))) ?? "\u{F0000}"
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "`"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  private func withPlaceholders(_ pieces: [Piece]) -> (String, [[Inline]]) {
    var source = ""
    var values: [[Inline]] = []
    for piece in pieces {
      switch piece {
      case .literal(let text):
        source.unicodeScalars.append(
          contentsOf: text.unicodeScalars.filter { $0.value < Self.firstPlaceholder })
      case .value(let inlines):
        source.unicodeScalars.append(Self.placeholder(values.count))
        values.append(inlines)
      }
    }
    return (source, values)
  }

  private func substituted(_ source: String, _ values: [[Inline]]) -> [Inline] {
    var result: [Inline] = []
    func add(_ text: String) {
      if case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else if !text.isEmpty {
        result.append(.text(text))
      }
    }
    for scalar in source.unicodeScalars {
      let index = Int(scalar.value) - Int(Self.firstPlaceholder)
      guard values.indices.contains(index) else {
        add(String(Character(scalar)))
        continue
      }
      for inline in values[index] {
        if case .text(let t) = inline { add(t) } else { result.append(inline) }
      }
    }
    return result
  }

  /// The running text of blocks; further paragraphs follow behind a line break.
  static func inlines(of blocks: [MarkedBlock]) -> [Inline] {
    var result: [Inline] = []
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        if !result.isEmpty { result.append(.lineBreak) }
        result += inlines
      case .quotation(let inner):
        if !result.isEmpty { result.append(.lineBreak) }
        result += Self.inlines(of: inner)
      case .list(_, let items):
        for item in items {
          if !result.isEmpty { result.append(.lineBreak) }
          result += Self.inlines(of: item)
        }
      case .rule: continue
      }
    }
    return result
  }

  /// The pieces of a template; nil where a part outside brackets is missing inside brackets.
  private func pieces(_ parts: [TextTemplate.Part], in scope: Scope) -> [Piece]? {
    pieces(parts, in: scope, isOptional: false)
  }

  private func pieces(
    _ parts: [TextTemplate.Part], in scope: Scope, isOptional: Bool
  ) -> [Piece]? {
    var result: [Piece] = []
    for part in parts {
      switch part {
      case .literal(let text): result.append(.literal(text))
      case .optional(let inner):
        if let inner = pieces(inner, in: scope, isOptional: true) { result += inner }
      case .value(let expression, let filters):
        let value = evaluator.evaluate(expression, in: scope)
        if isOptional, !value.isPresent(in: language) { return nil }
        let inlines = print(value, filters: filters, in: scope)
        if isOptional, inlines.isEmpty { return nil }
        result.append(.value(inlines))
      }
    }
    return result
  }
}
