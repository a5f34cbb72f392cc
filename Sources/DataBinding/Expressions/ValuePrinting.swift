import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// How values print, with their filters.
extension TextRenderer {
  /// A value as running text.
  func print(_ value: BoundValue, filters: [TextTemplate.Filter], in scope: Scope) -> [Inline] {
    var value = value
    for (position, filter) in filters.enumerated() {
      let isLast = position == filters.count - 1
      if isLast, let inlines = final(value, filter, in: scope) { return inlines }
      value = .text(apply(filter, to: value, in: scope))
    }
    return print(value)
  }

  /// A value as it prints by itself.
  func print(_ value: BoundValue) -> [Inline] {
    switch value {
    case .missing: return []
    case .text(let text): return text.isEmpty ? [] : [.text(text)]
    case .localized(let text):
      let string = text.values[language] ?? ""
      guard text.isMarked else { return inlines(ofPlain: string, from: text.origin) }
      return Self.inlines(of: blocks(of: text))
    case .number(let number, let isGrouped):
      return [.text(isGrouped ? rules.format(number) : number.plain)]
    case .boolean(let flag): return [.text(flag ? "true" : "false")]
    case .date(let date): return [.text(rules.format(date))]
    case .pageField(let field): return [.pageField(field)]
    case .image(_, let alternative): return print(.localized(alternative))
    case .list(let items): return [.text(items.map { print($0).plainText }.joined(separator: ", "))]
    case .record(let record):
      if let quantity = MetricFields(record, model: evaluator.model)?.quantity {
        return [.quantity(quantity, rules.format(quantity).full)]
      }
      for name in ["name", "title", "heading", "label", "text"] {
        let field = evaluator.model.field(name, of: record)
        if field.isPresent(in: language) { return print(field) }
      }
      return [.text(record.id)]
    }
  }

  /// Filters that give more than plain text.
  private func final(
    _ value: BoundValue, _ filter: TextTemplate.Filter, in scope: Scope
  ) -> [Inline]? {
    switch filter.name {
    case "quantity":
      guard let quantity = quantity(value) else { return [] }
      return [.quantity(quantity, rules.format(quantity).full)]
    case "in":
      guard let other = inLanguage(filter.argument ?? "") else { return [] }
      let inlines = other.print(value)
      return inlines.isEmpty || other.language == language
        ? inlines : [.language(other.language, inlines)]
    case "page":
      let anchor = print(value).plainText
      return anchor.isEmpty ? [] : [.pageField(.pageOf(anchor: anchor))]
    case "number", "title": return reference(filter, to: print(value).plainText)
    default: return nil
    }
  }

  private func quantity(_ value: BoundValue) -> Quantity? {
    switch value {
    case .record(let record): MetricFields(record, model: evaluator.model)?.quantity
    case .number(let number, _): Quantity(value: number)
    default: nil
    }
  }

  private func apply(
    _ filter: TextTemplate.Filter, to value: BoundValue, in scope: Scope
  ) -> String {
    let text = { print(value).plainText }
    let argument = filter.argument ?? ""
    switch filter.name {
    case "quantity", "figure", "spoken", "comparator":
      guard let quantity = quantity(value) else { return "" }
      let formatted = rules.format(quantity)
      return switch filter.name {
      case "figure": formatted.figure
      case "spoken": formatted.spoken
      case "comparator": formatted.comparator
      default: formatted.full
      }
    case "until":
      guard case .date(let start) = value else { return text() }
      if let path = try? ExpressionParser.parse(argument, at: filter.argumentLocation),
        case .date(let end) = evaluator.evaluate(path, in: scope)
      {
        return rules.format(start, to: end)
      }
      return rules.format(start)
    case "upper": return text().uppercased()
    case "plain": return text()
    case "pad":
      let digits = text()
      return String(repeating: "0", count: max(0, min(20, Int(argument) ?? 0) - digits.count))
        + digits
    case "label":
      return print(
        evaluator.evaluate(.path(["label", argument, text()], filter.location), in: scope)
      )
      .plainText
    case "cite":
      let numbers = records(value).map { evaluator.citations.number(of: $0) }
      return numbers.sorted().map(String.init).joined(separator: ", ")
    case "join":
      let separator =
        argument.hasPrefix("\"") || argument.hasPrefix("'")
        ? String(argument.dropFirst().dropLast()) : argument
      return items(value).map { print($0).plainText }.joined(separator: separator)
    case "list": return rules.list(items(value).map { print($0).plainText })
    case "titles":
      return records(value).map { print(evaluator.model.field("title", of: $0)).plainText }
        .joined(separator: "; ")
    case "host":
      var address = Substring(text())
      for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
        address = address.dropFirst(prefix.count)
      }
      while address.hasSuffix("/") { address = address.dropLast() }
      return String(address)
    default: return text()
    }
  }

  private func items(_ value: BoundValue) -> [BoundValue] {
    if case .list(let items) = value { return items }
    return value.isPresent(in: language) ? [value] : []
  }

  private func records(_ value: BoundValue) -> [Record] {
    items(value).compactMap { if case .record(let record) = $0 { record } else { nil } }
  }
}
