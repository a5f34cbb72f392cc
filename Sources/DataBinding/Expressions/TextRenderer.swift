import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SourceFiles

/// Turns templates into text and inlines of one language.
struct TextRenderer {
  var evaluator: Evaluator
  let rules: LanguageRules
  /// What is wrong with texts of the model.
  let problems: TextProblems
  /// All languages that texts may be marked with, and what is done to typed text.
  var catalogue = LanguageCatalogue([])
  var typography: TypographySwitches = []
  var language: LanguageTag { evaluator.language }

  /// The same in another language; nil where there is none of that name.
  func inLanguage(_ name: String) -> TextRenderer? {
    guard let tag = LanguageTag(name), let rules = catalogue[tag] else { return nil }
    let evaluator = Evaluator(
      model: evaluator.model, language: tag, labels: evaluator.labels,
      citations: evaluator.citations, reads: evaluator.reads)
    return TextRenderer(
      evaluator: evaluator, rules: rules, problems: problems, catalogue: catalogue,
      typography: typography)
  }

  /// A template as plain text, markup untouched.
  func plain(_ template: TextTemplate, in scope: Scope) -> String {
    var text = ""
    for piece in pieces(template.parts(in: language) ?? [], in: scope) {
      switch piece {
      case .literal(let t): text += t
      case .value(let inlines): text += inlines.plainText.withoutLicenceMarks
      }
    }
    return text
  }

  /// A template as running text: its literals are CommonMark, its values are what they are.
  func inlines(
    _ template: TextTemplate, in scope: Scope, diagnostics: inout [Diagnostic]
  ) -> [Inline] {
    guard let wording = template.wording(in: language) else { return [] }
    let marked = withPlaceholders(pieces(wording.parts, in: scope))
    guard marked.source.utf8.contains(where: Self.isMarkup) else {
      return composed(resolved(marked.inlines))
    }
    // A placeholder that prints nothing keeps the first sign from opening a list or a heading.
    let start = String(Character(Self.placeholder(marked.values.count)))
    let read = CommonMarkReader.inlines(
      start + marked.source, at: { wording.text.place(ofLine: $0) }, substitute: marked.value)
    diagnostics += read.diagnostics
    return composed(resolved(read.output ?? []))
  }

  /// A template as blocks of CommonMark, without those that say nothing.
  func blocks(
    _ template: TextTemplate, in scope: Scope, diagnostics: inout [Diagnostic]
  ) -> [MarkedBlock] {
    if let sole = template.soleExpression,
      case .localized(let text) = evaluator.evaluate(sole, in: scope), text.isMarked
    {
      return blocks(of: text)
    }
    guard let wording = template.wording(in: language) else { return [] }
    let marked = withPlaceholders(pieces(wording.parts, in: scope))
    let read = CommonMarkReader.blocks(
      marked.source, at: { wording.text.place(ofLine: $0) }, substitute: marked.value)
    diagnostics += read.diagnostics
    return composed(resolved(read.output ?? [])).filter { block in
      if case .paragraph(let inlines) = block { !inlines.isBlank } else { true }
    }
  }

  /// What is wrong with the CommonMark of a layout's text, whatever its values are.
  ///
  /// An address stands for each value, because an address is all that a link can lead to.
  static func markupProblems(of wording: TextTemplate.Wording, asBlocks: Bool) -> [Diagnostic] {
    var source = ""
    func add(_ parts: [TextTemplate.Part]) {
      for part in parts {
        switch part {
        case .literal(let text): source += text
        case .value: source.unicodeScalars.append(placeholder(0))
        case .optional(let inner): add(inner)
        }
      }
    }
    add(wording.parts)
    guard asBlocks || source.utf8.contains(where: isMarkup) else { return [] }
    let places: CommonMarkReader.Places = { wording.text.place(ofLine: $0) }
    let value: CommonMarkReader.Substitution = { scalar in
      scalar == placeholder(0) ? [.text("https://example.org/")] : nil
    }
    guard !asBlocks else {
      return CommonMarkReader.blocks(source, at: places, substitute: value).diagnostics
    }
    return CommonMarkReader.inlines(
      String(Character(placeholder(0))) + source, at: places, substitute: value
    ).diagnostics
  }

  /// The blocks of a text of the model; its problems are told once.
  func blocks(of text: BoundValue.LocalizedText) -> [MarkedBlock] {
    let string = text.values[language] ?? ""
    let place = text.origin.textPlace(in: language)
    let placed = place.map { PlacedText(string, writtenAt: $0.location, style: $0.style) }
    let read = CommonMarkReader.blocks(string) { line in
      placed?.place(ofLine: line) ?? text.origin.location
    }
    problems.noteLinks(in: string, at: placed, from: text.origin, language)
    problems.add(
      read.diagnostics.map { problem in
        var problem = problem
        problem.record = text.origin.record.isEmpty ? nil : text.origin.record
        problem.language = language.rawValue
        return problem
      })
    return composed(resolved(read.output ?? []))
  }

  // MARK: Pieces

  enum Piece {
    case literal(String)
    case value([Inline])
  }

  /// A text in which private characters stand for values while CommonMark is parsed.
  private struct MarkedSource {
    var source = ""
    var values: [[Inline]] = []

    /// The value of a placeholder; nil for any other character.
    func value(_ scalar: Unicode.Scalar) -> [Inline]? {
      let index = Int(scalar.value) - Int(firstPlaceholder)
      guard index >= 0, index <= values.count else { return nil }
      return index == values.count ? [] : values[index]
    }

    /// The running text, where the source has no markup.
    var inlines: [Inline] {
      var result: [Inline] = []
      var plain = String.UnicodeScalarView()
      for scalar in source.unicodeScalars {
        guard let inlines = value(scalar) else {
          plain.append(scalar)
          continue
        }
        result.append(joining: .text(String(plain)))
        plain = String.UnicodeScalarView()
        for inline in inlines { result.append(joining: inline) }
      }
      result.append(joining: .text(String(plain)))
      return result
    }
  }

  /// The first of the private characters that stand for values; a text holds at most
  /// `TemplateParser.maximumValues` of them, and the plane has room for 65,534.
  private static let firstPlaceholder: UInt32 = 0xF_0000

  private static func placeholder(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(firstPlaceholder + UInt32(min(index, 0xFFFD))) ?? "\u{F0000}"
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "`"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  private func withPlaceholders(_ pieces: [Piece]) -> MarkedSource {
    var marked = MarkedSource()
    for piece in pieces {
      switch piece {
      case .literal(let text):
        marked.source.unicodeScalars.append(
          contentsOf: text.unicodeScalars.filter { $0.value < Self.firstPlaceholder })
      case .value(let inlines):
        marked.source.unicodeScalars.append(Self.placeholder(marked.values.count))
        marked.values.append(inlines)
      }
    }
    return marked
  }

  /// The running text of blocks; further paragraphs follow behind a line break.
  static func inlines(of blocks: [MarkedBlock]) -> [Inline] {
    var result: [Inline] = []
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines), .code(let inlines):
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
      case .table(let table):
        for cells in table.allRows.map({ $0.filter { !$0.isBlank } }) where !cells.isEmpty {
          if !result.isEmpty { result.append(.lineBreak) }
          result += cells.joined(separator: [.text(" · ")])
        }
      case .rule: continue
      }
    }
    return result
  }

  func pieces(_ parts: [TextTemplate.Part], in scope: Scope) -> [Piece] {
    var result: [Piece] = []
    for part in parts {
      switch part {
      case .literal(let text): result.append(.literal(text))
      case .value(let expression, let filters):
        // Labels are looked up in the language that is asked for; a field of the model holds them all.
        let last = filters.last
        let other = last?.name == "in" ? inLanguage(last?.argument ?? "") : nil
        let value = (other ?? self).evaluator.evaluate(expression, in: scope)
        let printed = print(value, filters: filters, in: scope)
        result.append(.value(marked(printed, value: value, expression, filters)))
      case .optional(let inner): result += optional(inner, in: scope) ?? []
      }
    }
    return result
  }

  /// The pieces of an optional part; nil where a value in it is missing or prints nothing.
  private func optional(_ parts: [TextTemplate.Part], in scope: Scope) -> [Piece]? {
    // All values are looked at before the first one prints, because printing may cite a source.
    for case .value(let expression, _) in parts
    where !evaluator.evaluate(expression, in: scope).isPresent(in: language) {
      return nil
    }
    let pieces = pieces(parts, in: scope)
    let isWhole = pieces.allSatisfy {
      if case .value(let inlines) = $0 { !inlines.isEmpty } else { true }
    }
    return isWhole ? pieces : nil
  }
}
