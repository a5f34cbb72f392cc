import DisplayList
import Geometry

/// The outline of a publication (ISO 32000-1, 12.3.3).
enum Bookmarks {
  private struct Node {
    var entry: OutlineEntry
    var number: Int
    var parent: Int?
    var children: [Int] = []
  }

  /// Writes it, open on its first level, and returns its number; nil where there is none.
  static func write(
    _ outline: [OutlineEntry], pages: [PDFPage], to file: inout PDFFile
  ) -> Int? {
    guard !outline.isEmpty else { return nil }
    let root = file.reserveNumber()
    var nodes: [Node] = []
    var topLevel: [Int] = []
    // The entries that the next one may belong to, from the first level down.
    var ancestors: [Int] = []
    for entry in outline {
      // A level that was left out counts as its parent's next one.
      ancestors.removeLast(ancestors.count - min(max(1, entry.level) - 1, ancestors.count))
      let index = nodes.count
      nodes.append(Node(entry: entry, number: file.reserveNumber(), parent: ancestors.last))
      if let parent = ancestors.last {
        nodes[parent].children.append(index)
      } else {
        topLevel.append(index)
      }
      ancestors.append(index)
    }
    for index in nodes.indices {
      let node = nodes[index]
      let siblings = node.parent.map { nodes[$0].children } ?? topLevel
      let place = siblings.firstIndex(of: index) ?? 0
      var text: PDFText = "<< /Title "
      text.addText(node.entry.title)
      text.add(" /Parent ")
      text.addReference(node.parent.map { nodes[$0].number } ?? root)
      if place > 0 { add("Prev", nodes[siblings[place - 1]].number, to: &text) }
      if place + 1 < siblings.count { add("Next", nodes[siblings[place + 1]].number, to: &text) }
      addChildren(node.children.map { nodes[$0].number }, to: &text)
      if !node.children.isEmpty {
        // What lies below the second level is closed; the negative count says so.
        text.add(" /Count \(node.parent == nil ? node.children.count : -node.children.count)")
      }
      let page = pages[node.entry.page]
      let point = page.place(of: Point(x: 0, y: node.entry.y))
      text.add(" /Dest [ ")
      text.addReference(page.number)
      text.add(" /XYZ 0 ")
      text.add(point.y)
      text.add(" 0 ] >>")
      file.add(text, number: node.number)
    }
    var text: PDFText = "<< /Type /Outlines"
    addChildren(topLevel.map { nodes[$0].number }, to: &text)
    let visible = topLevel.reduce(topLevel.count) { $0 + nodes[$1].children.count }
    text.add(" /Count \(visible) >>")
    file.add(text, number: root)
    return root
  }

  private static func add(_ key: String, _ number: Int, to text: inout PDFText) {
    text.add(" /\(key) ")
    text.addReference(number)
  }

  private static func addChildren(_ numbers: [Int], to text: inout PDFText) {
    guard let first = numbers.first, let last = numbers.last else { return }
    add("First", first, to: &text)
    add("Last", last, to: &text)
  }
}
