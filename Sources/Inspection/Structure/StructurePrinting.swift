/// The structure as lines of text: one for each element, indented by level.
struct StructurePrinting {
  private(set) var lines: [String] = []
  private let pages: PageNames
  private var page = 0
  /// The texts of cells that others name as their headers.
  private var headings: [String: String] = [:]

  /// Prints elements of a document in a language.
  init(_ elements: [TaggedElement], pages: PageNames, language: String) {
    self.pages = pages
    for element in elements { noteHeadings(element) }
    for element in elements { add(element, level: 0, language: language) }
  }

  private mutating func noteHeadings(_ element: TaggedElement) {
    if element.type == "TH", let identifier = element.identifier {
      headings[identifier] = SpokenText.trimmed(Self.text(of: element))
    }
    for case .element(let child) in element.contents { noteHeadings(child) }
  }

  private mutating func add(_ element: TaggedElement, level: Int, language: String) {
    let own = element.language ?? language
    let indent = String(repeating: "  ", count: level)
    turn(to: element.page)
    var head = indent + element.type
    if let type = element.ownType { head += " “\(type)”" }
    if own != language { head += " (\(own))" }
    for attribute in element.attributes { head += ", \(attribute)" }
    if !element.headers.isEmpty {
      head +=
        ", under "
        + element.headers.map { headings[$0] ?? "?\($0)" }
        .map { "“\($0)”" }.joined(separator: " ")
    }
    if !element.targets.isEmpty { head += " → \(element.targets.joined(separator: ", "))" }
    switch element.replacement {
    case .alternative(let text):
      lines.append("\(head), instead: \(text)")
      return
    case .actual(let text):
      lines.append("\(head): \(text)")
      return
    case nil: break
    }
    addContents(of: element, head: head, level: level, language: own)
  }

  /// The text of an element stands behind its name; what is behind its children, on lines of its own.
  private mutating func addContents(
    of element: TaggedElement, head: String, level: Int, language: String
  ) {
    let place = lines.count
    lines.append(head)
    let indent = String(repeating: "  ", count: level + 1)
    var line = ""
    var isFirst = true
    func ended(_ lines: inout [String]) {
      let text = SpokenText.trimmed(line)
      line = ""
      guard !text.isEmpty else { return }
      if isFirst { lines[place] += ": \(text)" } else { lines.append("\(indent)“\(text)”") }
    }
    for content in element.contents {
      if case .element(let child) = content, !child.isInline {
        ended(&lines)
        isFirst = false
        add(child, level: level + 1, language: language)
      } else {
        line += inline(content, language: language)
      }
    }
    ended(&lines)
  }

  /// A piece of a line; what is not plain text stands in brackets.
  private mutating func inline(_ content: TaggedElement.Content, language: String) -> String {
    switch content {
    case .text(let text, let page):
      guard page != self.page else { return text }
      self.page = page
      return "[\(pages.name(of: page))] " + text
    case .element(let element):
      let own = element.language ?? language
      var text = element.contents.map { inline($0, language: own) }.joined()
      switch element.replacement {
      case .alternative(let words), .actual(let words): text = words
      case nil: break
      }
      var head = element.type == "Span" ? "" : element.type
      if own != language { head += head.isEmpty ? own : " (\(own))" }
      if !element.targets.isEmpty { head += " → \(element.targets.joined(separator: ", "))" }
      for title in element.titles where !SpokenText.trimmed(text).hasPrefix(title) {
        head += ", called “\(title)”"
      }
      if case .alternative = element.replacement { head += " instead" }
      // White space at the ends belongs to the line.
      let lead = text.first?.isWhitespace == true ? " " : ""
      let trail = text.last?.isWhitespace == true ? " " : ""
      return head.isEmpty ? text : "\(lead)[\(head): \(SpokenText.trimmed(text))]\(trail)"
    }
  }

  private mutating func turn(to page: Int?) {
    guard let page, page != self.page else { return }
    self.page = page
    lines.append("— \(pages.name(of: page))")
  }

  private static func text(of element: TaggedElement) -> String {
    switch element.replacement {
    case .alternative(let text), .actual(let text): return text
    case nil: break
    }
    return element.contents.map { content in
      switch content {
      case .text(let text, _): text
      case .element(let child): text(of: child)
      }
    }.joined()
  }
}
