import DisplayList
import Languages
import Testing

@testable import PDFFinishing

/// What is made of the structure before it is written.
@Suite struct StructureTests {
  private let german: LanguageTag
  private let english: LanguageTag

  init() throws {
    german = try #require(LanguageTag("de"))
    english = try #require(LanguageTag("en"))
  }

  private func tree(_ types: [String], language: [Int: LanguageTag] = [:]) -> StructureTree {
    var tree = StructureTree()
    for (index, type) in types.enumerated() {
      _ = tree.add(.init(type: type, parent: nil, language: language[index]))
    }
    return tree
  }

  @Test(arguments: [
    (["H1", "H2", "H3", "H2", "H1"], ["H1", "H2", "H3", "H2", "H1"]),
    (["H1", "H3", "H3", "H2", "H4"], ["H1", "H2", "H2", "H2", "H3"]),
    (["H2", "P", "H4", "H2"], ["H1", "P", "H2", "H1"]),
    (["H3", "H1", "H6"], ["H1", "H1", "H2"]),
  ])
  func `no heading skips a level`(types: [String], expected: [String]) {
    var tree = tree(types)
    HeadingLevels.closeGaps(in: &tree, drawn: [types.indices.map { DrawnMark(.element($0)) }])
    #expect(tree.elements.map(\.type) == expected)
  }

  @Test func `a heading that is not drawn has no level, one drawn by its link has`() {
    var tree = tree(["H1", "H2", "H2"])
    let link = tree.add(.init(type: "Link", parent: 2))
    HeadingLevels.closeGaps(
      in: &tree, drawn: [[DrawnMark(.element(0))], [DrawnMark(.element(link))]])
    #expect(tree.elements.map(\.type) == ["H1", "H2", "H2", "Link"])
    tree = self.tree(["H1", "H2", "H3"])
    HeadingLevels.closeGaps(
      in: &tree, drawn: [[DrawnMark(.element(0)), DrawnMark(.element(2))]])
    #expect(tree.elements.map(\.type) == ["H1", "H2", "H2"])
  }

  @Test func `text in another language is a span, one over lines and pages`() {
    var tree = tree(["P", "P"], language: [1: english])
    let marks: [[DrawnMark]] = [
      [
        DrawnMark(.element(0), language: german), DrawnMark(.element(0), language: english),
        DrawnMark(.artifact, language: german), DrawnMark(.element(0)),
      ],
      [
        DrawnMark(.element(0), language: english), DrawnMark(.element(0), language: german),
        DrawnMark(.element(0), language: english), DrawnMark(.element(1), language: english),
        DrawnMark(.element(1), language: german),
      ],
    ]
    let contents = PageContents(marks, structure: &tree, language: german)
    #expect(tree.elements[2...].map(\.type) == ["Span", "Span", "Span"])
    #expect(tree.elements[2...].map(\.parent) == [0, 0, 1])
    #expect(tree.elements[2...].map(\.language) == [english, english, german])
    #expect(contents.owners == [[0, 2, 0], [2, 0, 3, 1, 4]])
    #expect(contents.pieces[2].map(\.page) == [0, 1])
    #expect(contents.pieces[2].map(\.identifier) == [1, 0])
  }

  @Test func `what is read by its alternative text has no spans`() {
    var tree = StructureTree()
    _ = tree.add(.init(type: "Figure", parent: nil, alternativeText: "words"))
    _ = PageContents(
      [[DrawnMark(.element(0), language: english)]], structure: &tree, language: german)
    #expect(tree.elements.count == 1)
  }

  @Test func `notes and the headings that cells name are found by their names, in order`() {
    var tree = tree(["TH", "Note", "TH", "TD", "Note"])
    for index in [0, 2, 3] { tree.elements[index].table = StructureTree.CellAttributes() }
    tree.setHeaders([2], of: 3)
    let identifiers = ElementIdentifiers(tree)
    #expect(
      (0..<5).map { identifiers[$0] } == [nil, "note-000001", "th-000001", nil, "note-000002"])
    #expect(identifiers.sorted { $0 != 1 }.map(\.element) == [4, 2])
  }
}
