import Diagnostics
import Languages
import LayoutLanguage
import ReportModel

/// The values and filters of templates.
extension ExpressionChecker {
  /// Whether a label is the same words wherever it is used.
  func isFixedLabel(_ label: TextTemplate) -> Bool {
    func isFixed(_ wording: TextTemplate.Wording) -> Bool {
      wording.parts.allSatisfy { if case .literal = $0 { true } else { false } }
    }
    switch label.variants {
    case .all(let wording): return isFixed(wording)
    case .byLanguage(let variants): return variants.values.allSatisfy(isFixed)
    }
  }

  /// Checks the values of a template.
  mutating func check(_ template: TextTemplate, in scope: TypeScope) {
    for wording in template.wordings { check(wording.parts, in: scope) }
  }

  private mutating func check(_ parts: [TextTemplate.Part], in scope: TypeScope) {
    for part in parts {
      switch part {
      case .literal: continue
      case .optional(let inner): check(inner, in: scope)
      case .value(let expression, let filters):
        let type = type(of: expression, in: scope)
        check(filters, of: expression, type, in: scope)
      }
    }
  }

  private mutating func check(
    _ filters: [TextTemplate.Filter], of expression: Expression, _ type: ValueType,
    in scope: TypeScope
  ) {
    var current = type
    for (index, filter) in filters.enumerated() {
      guard let definition = Filters.all[filter.name] else {
        report(
          "layout.unknown-filter", "there is no filter “\(filter.name)”", at: filter.location,
          hints: Suggestion.hint(for: filter.name, among: Filters.all.keys))
        current = .unknown
        continue
      }
      if !definition.input.takes(current, schema: schema) {
        report(
          "layout.bad-filter",
          "“\(filter.name)” takes \(definition.input.rawValue), and this is \(current.inWords)",
          at: filter.location, hints: ["leave the filter out, or take another path"])
      }
      if filter.name == "page", index < filters.count - 1 {
        report(
          "layout.bad-filter", "“page” must be the last filter", at: filter.location,
          hints: ["page numbers are known only when pages are made up"])
      }
      check(filter, definition, in: scope)
      if filter.name == "label", let group = filter.argument, index == 0 {
        checkLabels(in: group, of: expression, at: filter.argumentLocation, in: scope)
      }
      current = .text
    }
  }

  private mutating func check(
    _ filter: TextTemplate.Filter, _ definition: Filters.Definition, in scope: TypeScope
  ) {
    func bad(_ message: String, _ hint: String) {
      report(
        "layout.bad-filter", "“\(filter.name)” \(message)",
        at: filter.argument == nil ? filter.location : filter.argumentLocation, hints: [hint])
    }
    guard let argument = filter.argument else {
      if definition.argument != .none { bad("needs an argument", "write \(filter.name): …") }
      return
    }
    switch definition.argument {
    case .none: bad("takes no argument", "leave out what is behind the colon")
    case .text: break
    case .digits:
      if !(1...20).contains(Int(argument) ?? 0) {
        bad("wants a number of digits from 1 to 20", "for example pad: 2")
      }
    case .datePath:
      do {
        let path = try ExpressionParser.parse(argument, at: filter.argumentLocation)
        if !type(of: path, in: scope).fits(.date) {
          bad("wants the path of a date", "for example until: milestone.end")
        }
      } catch { diagnostics.append(error) }
    case .language:
      if !languages.contains(where: { $0.rawValue == argument }) {
        let known = languages.map(\.rawValue).joined(separator: ", ")
        bad("wants a language of the workspace", "its languages are \(known)")
      }
    case .labelGroup:
      if !labels.entries.keys.contains(where: { $0.hasPrefix(argument + ".") }) {
        let groups = labels.entries.keys.compactMap { name in
          name.lastIndex(of: ".").map { String(name[..<$0]) }
        }
        report(
          "layout.unknown-label", "there is no group of labels “\(argument)”",
          at: filter.argumentLocation, hints: Suggestion.hint(for: argument, among: Set(groups)))
      }
    }
  }

  /// A group must have a label for every word that the field can have.
  private mutating func checkLabels(
    in group: String, of expression: Expression, at location: SourceLocation,
    in scope: TypeScope
  ) {
    guard case .path(let names, _) = expression, let choices = choices(of: names, in: scope),
      labels.entries.keys.contains(where: { $0.hasPrefix(group + ".") })
    else { return }
    let missing = choices.filter { labels.entries["\(group).\($0)"] == nil }
    guard !missing.isEmpty else { return }
    let words = missing.map { "“\($0)”" }.joined(separator: ", ")
    report(
      "layout.unknown-label", "the labels “\(group)” have none for \(words)", at: location,
      hints: ["“\(names.last ?? "")” can be each of these"])
  }
}

extension Filters.Input {
  /// Whether the filter can do something with values of a type.
  func takes(_ type: ValueType, schema: ModelSchema) -> Bool {
    /// Whether records of one of these types have a field.
    func has(_ field: String, _ types: Set<String>) -> Bool {
      types.contains { schema.type($0)?[field] != nil }
    }
    switch (self, type) {
    case (_, .unknown): return true
    case (.anything, .pageField): return false
    case (.anything, _), (.date, .date), (.figure, .number): return true
    case (.figure, .record(let types)): return has("value", types)
    case (.sources, .record(let types)), (.sources, .list(.record(let types))):
      return types.contains("source")
    case (.titled, .record(let types)), (.titled, .list(.record(let types))):
      return has("title", types)
    default: return false
    }
  }
}
