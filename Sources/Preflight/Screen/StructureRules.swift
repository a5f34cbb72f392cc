import PDFReading

/// What elements of the structure tree must be and have (ISO 14289-1, 7.1 to 7.5).
struct StructureRules {
  let inspection: Inspection
  let tree: StructureTree
  private let pages: [PDFReference: PDFPage]
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection, tree: StructureTree) {
    self.inspection = inspection
    self.tree = tree
    pages = Dictionary(
      inspection.pages.compactMap { page in page.reference.map { ($0, page) } }
    ) { first, _ in first }
  }

  func check() {
    guard tree.root != nil, !tree.elements.isEmpty else {
      inspection.add("screen.structure", "the file has no structure tree with elements")
      return
    }
    if tree.isCyclic {
      inspection.add("screen.structure", "an element of the structure tree has two parents")
    }
    var level = 0
    for (index, element) in tree.elements.enumerated() {
      let page = element.page.flatMap { pages[$0] }
      checkParent(of: element, page: page)
      if !StandardRoles.all.contains(element.role) {
        inspection.add(
          "screen.role", "the structure type “\(element.type)” is none that readers know", on: page)
      }
      if element.role == "Figure" || element.role == "Formula" {
        checkFigure(index, element, page: page)
      }
      if element.role == "TH" { checkHeader(element, page: page) }
      if let heading = Int(element.role.dropFirst()), element.role.first == "H" {
        if heading > level + 1 {
          inspection.add(
            "screen.headings", "a heading of level \(heading) follows one of level \(level)",
            on: page)
        }
        level = heading
      }
    }
  }

  private func checkParent(of element: StructureTree.Element, page: PDFPage?) {
    let stated = element.dictionary["P"]?.reference
    let parent =
      element.parent.map { tree.elements[$0].reference }
      ?? document.catalogue["StructTreeRoot"]?.reference
    if stated == nil || stated != parent {
      inspection.add(
        "screen.parent", "an element (\(element.type)) does not point to its parent", on: page)
    }
  }

  private func checkFigure(_ index: Int, _ element: StructureTree.Element, page: PDFPage?) {
    let texts = ["Alt", "ActualText"].compactMap { document.entry($0, of: element.dictionary).text }
    if !texts.contains(where: { $0.contains { !$0.isWhitespace } }) {
      inspection.add("screen.alternative", "a figure has no alternative text", on: page)
    }
  }

  private func checkHeader(_ element: StructureTree.Element, page: PDFPage?) {
    let attributes = document.resolve(element.dictionary["A"])
    let all = [attributes] + document.members(of: attributes)
    let scoped = all.contains { document.entry("Scope", of: $0.dictionary).name != nil }
    if !scoped, element.dictionary["ID"] == nil {
      inspection.add(
        "screen.header-scope", "a header cell of a table does not say of what it is the header",
        on: page)
    }
  }
}
