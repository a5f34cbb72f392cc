import Diagnostics
import LayoutLanguage
import SampleNumbers
import SourceFiles

/// Makes layouts from a seed by the table of block definitions: mostly keys that there are with
/// values that they take, now and then values of another kind, numbers beyond reason, odd signs.
package struct LayoutGenerator: RandomNumberGenerator {
  private var numbers: SeededNumbers
  private var line = 0
  /// Nodes that may still be made.
  private var budget = 250

  package init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 0xA076_1D64_78BD_642F | 1) }

  package mutating func next() -> UInt64 { numbers.next() }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }

  mutating func pick(_ values: [String]) -> String {
    values.randomElement(using: &self) ?? ""
  }

  // MARK: Nodes

  mutating func node(_ content: SourceNode.Content) -> SourceNode {
    line += 1
    return SourceNode(content, at: SourceLocation(file: SampleLayout.file, line: line, column: 1))
  }

  mutating func scalar(_ text: String) -> SourceNode {
    node(.scalar(text, isQuoted: chance(4)))
  }

  mutating func mapping(_ entries: [(String, SourceNode)]) -> SourceNode {
    var seen: Set<String> = []
    var result: [SourceNode.Entry] = []
    for (key, value) in entries where seen.insert(key).inserted {
      let name = chance(150) ? oddText() : key
      result.append(SourceNode.Entry(key: scalar(name), value: chance(60) ? anything(2) : value))
    }
    return node(.mapping(result))
  }

  mutating func list(
    _ count: ClosedRange<Int>, _ item: (inout LayoutGenerator) -> SourceNode
  ) -> SourceNode {
    var items: [SourceNode] = []
    for _ in 0..<Int.random(in: count, using: &self) { items.append(item(&self)) }
    return node(.sequence(items))
  }

  /// A value of any shape.
  private mutating func anything(_ depth: Int) -> SourceNode {
    switch depth > 0 ? Int.random(in: 0...5, using: &self) : 0 {
    case 4: list(0...3) { $0.anything(depth - 1) }
    case 5: mapping([(oddText(), anything(depth - 1)), ("size", anything(depth - 1))])
    default: scalar(chance(2) ? oddText() : value())
    }
  }

  // MARK: Blocks

  mutating func content(_ depth: Int, inside parent: BlockKind? = nil) -> SourceNode {
    guard depth > 0, budget > 0 else { return node(.sequence([])) }
    return list(0...4) { $0.block(depth, inside: parent) }
  }

  private mutating func block(_ depth: Int, inside parent: BlockKind?) -> SourceNode {
    budget -= 1
    // Where only certain parts may stand, mostly such a part.
    let parts = parent.flatMap { BlockDefinitions.parts[$0] }.map { $0.map(\.rawValue).sorted() }
    let names = parts ?? BlockKind.allCases.map(\.rawValue)
    let name = chance(40) ? pick(BlockKind.allCases.map(\.rawValue)) : pick(names)
    guard let kind = BlockKind(rawValue: name), let definition = BlockDefinitions.all[kind] else {
      return anything(1)
    }
    var entries = [(name, argument(definition.primary.type, depth, of: kind))]
    for parameter in definition.accepted where parameter.isRequired || chance(5) {
      entries.append((parameter.name, argument(parameter.type, depth, of: kind)))
    }
    return mapping(entries)
  }

  /// A value of the type that a parameter takes.
  private mutating func argument(
    _ type: ParameterType, _ depth: Int, of kind: BlockKind
  ) -> SourceNode {
    switch type {
    case .list, .value, .condition: expression()
    case .length: length()
    case .edges: chance(2) ? length() : list(1...5) { $0.length() }
    case .integer(let range): scalar("\(chance(9) ? 99 : Int.random(in: range, using: &self))")
    case .flag: scalar(pick(["true", "false", "yes"]))
    case .choice(let choices): scalar(pick(choices))
    case .color: color()
    case .style: style()
    case .styles: list(0...3) { $0.style() }
    case .content: content(depth - 1, inside: kind)
    case .sortKeys: scalar(pick(["item.name", "-item.number", "number", "-"]))
    case .name: scalar(pick(["item", "project", "a-b", "9"]))
    case .component: scalar(pick(["card", "card", "none"]))
    case .bindings: mapping([("item", text()), (pick(["item", "b"]), text())])
    case .tableColumns: list(1...4) { $0.column() }
    case .nothing: scalar("")
    case .tableCells: list(0...4) { $0.chance(3) ? $0.cell() : $0.text() }
    case .focus: scalar(pick(["left top", "30% 20%", "center", "120% 0%", "x"]))
    default: text()
    }
  }

  private mutating func column() -> SourceNode {
    some(
      [
        ("width", scalar(pick(["1", "auto", "12mm", "0", "1000", "-1", "3 lines", "1e9mm"]))),
        ("align", scalar(pick(["left", "right", "center", "decimal", "justify", "up"]))),
        ("header", scalar(pick(["true", "false"]))), ("merge", scalar(pick(["true", "false"]))),
      ], always: [("title", text())])
  }

  private mutating func cell() -> SourceNode {
    some(
      [
        ("span", scalar(pick(["2", "all", "0", "count(projects)", "-1", "9999"]))),
        ("rows", scalar(pick(["2", "3", "0", "count(projects)", "10001", "item"]))),
        ("align", scalar(pick(["left", "decimal", "center", "none"]))),
        ("position", scalar(pick(["baseline", "top", "middle", "bottom"]))), ("style", style()),
        ("background", color()), ("header", scalar(pick(["true", "1"]))),
      ], always: [("text", text())])
  }

  /// A mapping with some of the keys that may be left out.
  mutating func some(
    _ entries: [(String, SourceNode)], always: [(String, SourceNode)] = []
  ) -> SourceNode {
    var chosen = always
    for entry in entries where chance(3) { chosen.append(entry) }
    return mapping(chosen)
  }

  // MARK: Values

  mutating func style() -> SourceNode {
    scalar(pick(["body", "small", "label", "caption", "heading-1", "nothing"]))
  }

  mutating func color() -> SourceNode {
    scalar(pick(["ink", "teal 30%", "paper", "{item.colour}", "none", "teal 300%"]))
  }

  mutating func length() -> SourceNode {
    scalar(
      pick([
        "0", "1mm", "9.5pt", "2 lines", "12mm", "0.001pt", "20000mm", "-3mm", "1e9mm", "3",
        "99999999999999999999pt",
      ]))
  }

  mutating func expression() -> SourceNode {
    scalar(
      pick([
        "projects", "programmes", "metrics", "project", "item", "item.name", "project.facts",
        "item.number > 1", "missing(item.lead)", "count(projects)", "item.milestones", "sources",
        "not item.hero", "first(metrics)", "cited", "item.", "(((", "1 + 1", "concat(a, b)",
        "organisation.links", "people", "type(item) == \"project\"",
      ]))
  }

  mutating func text() -> SourceNode {
    if chance(5) { return mapping([("de", scalar(words())), ("en", scalar(words()))]) }
    return scalar(words())
  }

  mutating func words() -> String {
    pick([
      "Text", "{item.name}", "{project.name} · {label.word}", "**strong** and *weak*",
      "[[{item.year}]]", "{page.number} of {page.count}", "{item.lead | upper}", "{", "]]",
      "{{x}}", "# Heading\n\n- one\n- two\n\n> quoted",
      "Text^[note *with* {item.name}^[in it]].", "Text[^1]\n\n[^1]: One.\n\n    Two.", "[^2]",
      "| a | b |\n|:--|--:|\n| {item.name} | 1{item.number}^[x] |\n| only one",
      "| {item.name} |\n| - |\n\n| no | table", "[](#a)", "{\"a\" | page}", "{\"a\" | number}",
      "{item.source | cite}", "", "{label.none}",
      oddText(),
    ])
  }

  private mutating func value() -> String {
    pick([
      "", "~", "null", "true", "0", "-1", "9999999999999999999999", "1e400", "NaN", ".inf", "…",
    ])
  }

  /// Signs from all of Unicode.
  mutating func oddText() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...(chance(20) ? 2_000 : 9), using: &self) {
      let value =
        chance(2)
        ? UInt32.random(in: 0x20...0x7E, using: &self)
        : UInt32.random(in: 0...0x10FFFF, using: &self)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
