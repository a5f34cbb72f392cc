import PDFReading

/// Marks on pages and the structure tree agree both ways (ISO 32000-1, 14.7.4).
struct MarkedContentRules {
  let inspection: Inspection
  let tree: StructureTree
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection, tree: StructureTree) {
    self.inspection = inspection
    self.tree = tree
  }

  func check() {
    guard tree.root != nil else { return }
    if tree.parents.isEmpty {
      inspection.add(
        "screen.parent-tree", "the structure tree has no way back from the pages (ParentTree)")
    }
    var painted = Set<StructureTree.Mark>()
    for page in inspection.pages {
      check(page, painted: &painted)
      checkAnnotations(of: page)
    }
    let known = Set(inspection.pages.compactMap(\.reference))
    let lost = tree.owners.keys.filter { known.contains($0.owner) && !painted.contains($0) }
    for mark in lost.sorted(by: { ($0.owner, $0.number) < ($1.owner, $1.number) }) {
      let page = inspection.pages.first { $0.reference == mark.owner }
      inspection.add(
        "screen.mark-missing", "an element owns mark \(mark.number), which the page does not have",
        on: page)
    }
  }

  private func check(_ page: PDFPage, painted: inout Set<StructureTree.Mark>) {
    guard let reference = page.reference else { return }
    let numbers = marks(of: page)
    let key = document.entry("StructParents", of: page.dictionary).integer
    if key == nil {
      inspection.add("screen.struct-parents", "the page has no StructParents", on: page)
    }
    let back = key.flatMap { document.resolve(tree.parents[$0]).array }
    if let key, back == nil, !tree.parents.isEmpty, !numbers.isEmpty {
      inspection.add(
        "screen.parent-tree", "the ParentTree has no entry \(key) for the page", on: page)
    }
    for number in numbers {
      let mark = StructureTree.Mark(owner: reference, number: number)
      guard painted.insert(mark).inserted else {
        inspection.add("screen.mark-twice", "mark \(number) is used twice on the page", on: page)
        continue
      }
      let owners = tree.owners[mark] ?? []
      if owners.count != 1 {
        inspection.add(
          "screen.mark-owner", "mark \(number) is owned by \(owners.count) elements, not by one",
          on: page)
      }
      guard let owner = owners.first, let back else { continue }
      let entry = back.indices.contains(number) ? back[number].reference : nil
      if entry == nil || entry != tree.elements[owner].reference {
        inspection.add(
          "screen.parent-tree", "the ParentTree gives mark \(number) another owner than the tree",
          on: page)
      }
    }
  }

  /// The numbers of the marks that a page's content paints, in order.
  private func marks(of page: PDFPage) -> [Int] {
    guard let content = try? document.content(of: page) else {
      inspection.add("file.content", "the page cannot be read", on: page)
      return []
    }
    let properties = document.resolve(page.resources["Properties"]).dictionary
    var numbers: [Int] = []
    var depth = 0
    for operation in ContentReader(content) {
      switch operation.name {
      case "BMC": depth += 1
      case "BDC":
        depth += 1
        let list = operation.operands.last
        let entries =
          list?.name.flatMap { document.resolve(properties?[$0]).dictionary } ?? list?.dictionary
        if let number = document.entry("MCID", of: entries).integer { numbers.append(number) }
      case "EMC": depth -= 1
      default: break
      }
      if depth < 0 { break }
    }
    if depth != 0 {
      inspection.add(
        "screen.mark-nesting", "marks on the page are not closed where they should be", on: page)
    }
    return numbers
  }

  private func checkAnnotations(of page: PDFPage) {
    for item in (document.resolve(page.dictionary["Annots"]).array ?? []).prefix(10_000) {
      let entries = document.resolve(item).dictionary
      let subtype = document.entry("Subtype", of: entries).name ?? ""
      if subtype == "Popup" || subtype == "PrinterMark" || subtype == "Widget" { continue }
      let box = document.rectangle(entries?["Rect"])
      let owners = item.reference.flatMap { tree.objects[$0] } ?? []
      if owners.count != 1 {
        inspection.add(
          "screen.annotation",
          "an annotation (\(subtype)) is owned by \(owners.count) elements, not by one",
          on: page, at: box)
      }
      let key = document.entry("StructParent", of: entries).integer
      let back = key.flatMap { tree.parents[$0]?.reference }
      if back == nil || owners.first.map({ tree.elements[$0].reference != back }) == true {
        inspection.add(
          "screen.annotation",
          "the ParentTree does not lead from an annotation (\(subtype)) to its element",
          on: page, at: box)
      }
    }
  }
}
