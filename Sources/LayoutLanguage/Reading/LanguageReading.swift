import Design
import Diagnostics
import Languages
import SourceFiles

/// How a layout arranges its languages.
extension LayoutReading {
  /// Reads `parallel`, or `{ arrange: parallel, order: [de, en], shares: [52, 48] }`.
  mutating func languageSetting(_ node: SourceNode) -> LanguageSetting? {
    var fields: [String: SourceNode] = ["arrange": node]
    if node.mapping != nil {
      fields = self.fields(
        node, known: LanguageSetting.keys, what: "“languages”")
    }
    guard let arrangeNode = fields["arrange"] else {
      report(
        "layout.missing-key", "“languages” needs “arrange”", at: node.location,
        hints: ["for example { arrange: parallel, order: [de, en] }"])
      return nil
    }
    let names = LanguageArrangement.allCases.map(\.rawValue)
    guard let name = choice(arrangeNode, among: names),
      let arrangement = LanguageArrangement(rawValue: name)
    else { return nil }
    guard arrangement.isJoint else {
      for key in LanguageSetting.keys.dropFirst() {
        guard let extra = fields[key] else { continue }
        report(
          "layout.conflicting-keys", "separate editions have no “\(key)”", at: extra.location,
          hints: ["delete it, or arrange the languages parallel, facing or turned"])
      }
      return LanguageSetting(arrangement: arrangement)
    }
    let order = fields["order"].flatMap { languageList($0) } ?? languages
    guard hasEnough(order, for: arrangement, at: arrangeNode) else { return nil }
    var setting = LanguageSetting(arrangement: arrangement, order: order)
    if let node = fields["shares"] { shares(node, into: &setting) }
    setting.gutter = fields["gutter"].flatMap { length($0) }
    setting.rule = fields["rule"].flatMap { color($0) }
    if let styles = fields["styles"] { self.styles(styles, into: &setting) }
    return setting
  }

  /// A language of the workspace.
  mutating func language(_ node: SourceNode) -> LanguageTag? {
    guard let text = text(node, wanted: "a language") else { return nil }
    if let tag = LanguageTag(text), languages.contains(tag) { return tag }
    report(
      "layout.unknown-language", "“\(text)” is not a language of this workspace",
      at: node.location,
      hints: ["its languages are \(languages.map(\.rawValue).joined(separator: ", "))"])
    return nil
  }

  /// Languages of the workspace, each once.
  private mutating func languageList(_ node: SourceNode) -> [LanguageTag]? {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of languages", example: "[de, en]")
      return nil
    }
    var tags: [LanguageTag] = []
    for item in items {
      guard let tag = language(item) else { continue }
      if tags.contains(tag) {
        report(
          "layout.duplicate-language", "“\(tag)” is named twice", at: item.location,
          hints: ["name each language once"])
      } else {
        tags.append(tag)
      }
    }
    return tags
  }

  /// Reports where there are fewer or more languages than an arrangement can hold.
  private mutating func hasEnough(
    _ order: [LanguageTag], for arrangement: LanguageArrangement, at node: SourceNode
  ) -> Bool {
    let names = order.map { "“\($0)”" }.joined(separator: ", ")
    if order.count < 2 {
      report(
        "languages.too-few",
        "“\(arrangement.rawValue)” needs two languages, but there is only \(names)",
        at: node.location,
        hints: [
          languages.count < 2
            ? "name another language in Assets/workspace.yaml, or write “languages: separate”"
            : "name another one in “order”"
        ])
      return false
    }
    if order.count > 2, arrangement != .parallel {
      report(
        "languages.too-many",
        "“\(arrangement.rawValue)” holds two languages, but there are \(names)", at: node.location,
        hints: [
          "choose two of them: { arrange: \(arrangement.rawValue), order: [\(order[0]), \(order[1])] }"
        ])
      return false
    }
    return true
  }

  /// Reads `{ en: { body: body-en } }`.
  private mutating func styles(_ node: SourceNode, into setting: inout LanguageSetting) {
    for entry in entries(node, wanted: "styles by language", example: "{ en: { body: label } }") {
      guard let tag = language(entry.key) else { continue }
      for pair in entries(entry.value, wanted: "styles by name", example: "{ body: label }") {
        guard let own = style(pair.key), let other = style(pair.value) else { continue }
        setting.styles[tag, default: [:]][own.name] = other.name
      }
    }
  }

  /// The widths of the columns, one for each language.
  private mutating func shares(_ node: SourceNode, into setting: inout LanguageSetting) {
    let values = (node.sequence ?? []).compactMap { number($0, in: 1...1000) }
    guard values.count == setting.order.count else {
      if node.sequence?.count != setting.order.count {
        wrongType(
          node, wanted: "a number for each of \(setting.order.count) languages",
          example: "[52, 48]")
      }
      return
    }
    guard setting.arrangement == .parallel else {
      report(
        "layout.conflicting-keys", "only parallel columns have “shares”", at: node.location,
        hints: ["delete it"])
      return
    }
    setting.shares = values
  }
}
