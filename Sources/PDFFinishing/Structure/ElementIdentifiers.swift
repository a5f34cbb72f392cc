import DisplayList

/// The names by which elements are found (ISO 32000-1, 14.7.2): of notes, and of headings that cells
/// of tables refer to.
struct ElementIdentifiers {
  /// By element.
  private let names: [Int: String]

  init(_ tree: StructureTree) {
    let heads = Set(tree.elements.lazy.compactMap(\.table?.headers).joined())
    var names: [Int: String] = [:]
    var (notes, headings) = (0, 0)
    for (index, element) in tree.elements.enumerated() {
      if element.type == "Note" {
        notes += 1
        names[index] = Self.name("note", notes)
      } else if heads.contains(index) {
        headings += 1
        names[index] = Self.name("th", headings)
      }
    }
    self.names = names
  }

  subscript(element: Int) -> String? { names[element] }

  /// What an `IDTree` holds, in the order in which a name tree wants its keys (7.9.6).
  func sorted(_ isKept: (Int) -> Bool) -> [(name: String, element: Int)] {
    names.filter { isKept($0.key) }.map { (name: $0.value, element: $0.key) }
      .sorted { $0.name < $1.name }
  }

  /// Numbers of equal length are in order as texts, too.
  private static func name(_ kind: String, _ number: Int) -> String {
    let digits = String(number)
    return kind + "-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
