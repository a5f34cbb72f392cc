import DisplayList
import Languages

/// Writes the structure tree (ISO 32000-1, 14.7) with its parent tree.
struct StructureWriter {
  private let tree: StructureTree
  private let contents: PageContents
  private let identifiers: ElementIdentifiers
  /// The objects of the pages, and of the link annotations by element.
  private let pages: [Int]
  private let annotations: [Int: [LinkAnnotations.Annotation]]

  private var children: [[Int]]
  /// Children of the document itself.
  private var topLevel: [Int] = []
  /// Where an element or something below it is first drawn; nil where nothing is.
  private var first: [PageContents.Piece?]
  private var isKept: [Bool]
  /// The objects of the elements; 0 for those left out.
  private(set) var numbers: [Int]

  init(
    _ tree: StructureTree, contents: PageContents, pages: [Int],
    annotations: [LinkAnnotations.Annotation], file: inout PDFFile
  ) {
    self.tree = tree
    identifiers = ElementIdentifiers(tree)
    self.contents = contents
    self.pages = pages
    self.annotations = Dictionary(grouping: annotations, by: \.element)
    let count = tree.elements.count
    children = Array(repeating: [], count: count)
    first = contents.pieces.map(\.first)
    isKept = Array(repeating: false, count: count)
    numbers = Array(repeating: 0, count: count)
    // Children stand after their parents: from the end, each is known before its parent.
    for index in tree.elements.indices.reversed() {
      let element = tree.elements[index]
      isKept[index] =
        isKept[index] || first[index] != nil || self.annotations[index] != nil
        || Self.mayBeEmpty.contains(element.type)
      guard isKept[index] else { continue }
      guard let parent = element.parent else {
        topLevel.append(index)
        continue
      }
      isKept[parent] = true
      children[parent].append(index)
      if let piece = first[index] { first[parent] = first[parent].map { min($0, piece) } ?? piece }
    }
    topLevel.reverse()
    for index in tree.elements.indices where isKept[index] {
      children[index].reverse()
      // Spans of another language are added behind all others, and stand where they are drawn.
      if children[index].contains(where: { tree.elements[$0].type == "Span" }) {
        children[index].sort { a, b in
          guard let first = self.first[a], let second = self.first[b] else { return a < b }
          return first < second
        }
      }
      numbers[index] = file.reserveNumber()
    }
  }

  /// A table has a cell for each place, and an item of a list a body, whether anything is in it or not.
  private static let mayBeEmpty: Set<String> = ["TD", "TH"]

  /// Adds all objects and returns the number of the root.
  ///
  /// The parent tree has an entry for each page under the page's index, and one for each
  /// annotation behind them.
  func write(to file: inout PDFFile) -> Int {
    let root = file.reserveNumber()
    let document = file.reserveNumber()
    for index in tree.elements.indices where isKept[index] {
      file.add(element(index, document: document), number: numbers[index])
    }
    var text: PDFText = "<< /Type /StructElem /S /Document /P "
    text.addReference(root)
    text.add(" /K [")
    for index in topLevel {
      text.add(" ")
      text.addReference(numbers[index])
    }
    text.add(" ] >>")
    file.add(text, number: document)
    let parentTree = addParentTree(to: &file)
    text = "<< /Type /StructTreeRoot /K "
    text.addReference(document)
    text.add(" /ParentTree ")
    text.addReference(parentTree)
    text.add(" /ParentTreeNextKey \(pages.count + annotations.values.reduce(0) { $0 + $1.count })")
    let named = identifiers.sorted { isKept[$0] }
    if !named.isEmpty {
      text.add(" /IDTree << /Names [")
      for (name, element) in named {
        text.add(" (\(name)) ")
        text.addReference(numbers[element])
      }
      text.add(" ] >>")
    }
    text.add(" >>")
    file.add(text, number: root)
    return root
  }

  // MARK: Elements

  private func element(_ index: Int, document: Int) -> PDFText {
    let element = tree.elements[index]
    var text: PDFText = "<< /Type /StructElem /S /"
    text.add(element.type)
    text.add(" /P ")
    text.addReference(element.parent.map { numbers[$0] } ?? document)
    let page = contents.pieces[index].first?.page
    if let page {
      text.add(" /Pg ")
      text.addReference(pages[page])
    }
    if let language = element.language {
      text.add(" /Lang ")
      text.addText(language.rawValue)
    }
    if let alternative = element.alternativeText {
      text.add(" /Alt ")
      text.addText(alternative)
    }
    if let identifier = identifiers[index] {
      text.add(" /ID ")
      text.addText(identifier)
    }
    addAttributes(of: element, to: &text)
    addContent(of: index, page: page, to: &text)
    text.add(" >>")
    return text
  }

  private func addAttributes(of element: StructureTree.Element, to text: inout PDFText) {
    if let cell = element.table,
      cell.scope != nil || cell.columns > 1 || cell.rows > 1 || !cell.headers.isEmpty
    {
      text.add(" /A << /O /Table")
      if let scope = cell.scope { text.add(" /Scope /\(scope.rawValue)") }
      if cell.columns > 1 { text.add(" /ColSpan \(cell.columns)") }
      if cell.rows > 1 { text.add(" /RowSpan \(cell.rows)") }
      if !cell.headers.isEmpty {
        text.add(" /Headers [")
        for name in cell.headers.compactMap({ identifiers[$0] }) { text.add(" (\(name))") }
        text.add(" ]")
      }
      text.add(" >>")
    }
    if let numbering = element.listNumbering {
      text.add(" /A << /O /List /ListNumbering /\(numbering.rawValue) >>")
    }
  }

  /// What an element holds: its own pieces and its children in the order of reading.
  ///
  /// Children keep the order of the tree; a piece comes before the first child that is drawn behind
  /// it.
  private func addContent(of index: Int, page: Int?, to text: inout PDFText) {
    text.add(" /K [")
    var pieces = contents.pieces[index][...]
    for child in children[index] {
      if let start = first[child] {
        while let piece = pieces.first, piece < start {
          add(pieces.removeFirst(), page: page, to: &text)
        }
      }
      text.add(" ")
      text.addReference(numbers[child])
    }
    for piece in pieces { add(piece, page: page, to: &text) }
    for annotation in annotations[index] ?? [] {
      text.add(" << /Type /OBJR /Obj ")
      text.addReference(annotation.number)
      text.add(" /Pg ")
      text.addReference(pages[annotation.page])
      text.add(" >>")
    }
    text.add(" ]")
  }

  /// A piece on the element's own page is its number alone.
  private func add(_ piece: PageContents.Piece, page: Int?, to text: inout PDFText) {
    text.add(" ")
    if piece.page == page {
      text.add(piece.identifier)
    } else {
      text.add("<< /Type /MCR /Pg ")
      text.addReference(pages[piece.page])
      text.add(" /MCID \(piece.identifier) >>")
    }
  }

  private func addParentTree(to file: inout PDFFile) -> Int {
    var text: PDFText = "<< /Nums ["
    for (page, owners) in contents.owners.enumerated() {
      text.add("\n\(page) [")
      for owner in owners {
        text.add(" ")
        text.addReference(numbers[owner])
      }
      text.add(" ]")
    }
    for annotation in annotations.values.joined().sorted(by: { $0.parent < $1.parent }) {
      text.add("\n\(annotation.parent) ")
      text.addReference(numbers[annotation.element])
    }
    text.add(" ] >>")
    let number = file.reserveNumber()
    file.add(text, number: number)
    return number
  }
}
