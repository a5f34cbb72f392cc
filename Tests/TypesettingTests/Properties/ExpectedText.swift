import Design
import DisplayList
import DocumentTree
import Languages

@testable import Typesetting

/// The texts of a document in reading order, each as it must be found on the pages.
///
/// Spaces and invisible signs are left out: lines end with them or without them.
enum ExpectedText {
  /// The visible texts of some nodes, one for each paragraph, marker, entry or figure.
  static func of(_ nodes: [BlockNode], pages: [String: Int]) -> [String] {
    nodes.flatMap { $0.isDecorative ? [] : of($0, pages: pages) }.filter { !$0.isEmpty }
  }

  private static func of(_ node: BlockNode, pages: [String: Int]) -> [String] {
    func inner(_ nodes: [BlockNode]) -> [String] { of(nodes, pages: pages) }
    switch node.content {
    case .paragraph(let paragraph): return [paragraph.visibleText]
    case .list(let list):
      return list.items.enumerated().flatMap { index, item in
        [list.start.map { "\($0 + index)." } ?? "•"] + inner(item)
      }
    case .definitions(let definitions):
      return definitions.entries.flatMap { inner([$0.term]) + inner($0.description) }
    case .table(let table):
      return ([table.header] + table.rows).flatMap { $0.flatMap { inner($0.content) } }
    case .metric(let card):
      return [card.figure + card.unitAfter, card.label.visibleText, card.note?.visibleText ?? ""]
    case .image(let image): return [image.caption?.visibleText ?? ""]
    case .contents(let contents):
      return contents.entries.map { entry in
        entry.title.plainText.visible + (pages[entry.anchor].map { "\($0)" } ?? "")
      }
    case .stack(let nodes): return inner(nodes)
    case .row(let row): return row.cells.flatMap { inner($0.content) }
    case .grid(let grid): return inner(grid.children)
    case .columns(let columns): return inner(columns.children)
    case .box(let box): return inner(box.children)
    default: return []
    }
  }

  /// What is found on the pages, by the element that owns it, in reading order.
  static func found(in drawing: PublicationDrawing) -> [String] {
    let elements = drawing.structure.elements
    // A link within a paragraph is a part of the paragraph's text.
    func owner(_ index: Int) -> Int {
      guard elements[index].type == "Link", let parent = elements[index].parent,
        elements[parent].type != "TOCI"
      else { return index }
      return owner(parent)
    }
    var texts: [Int: String] = [:]
    for item in drawing.pages.flatMap(\.items) {
      guard case .element(let element) = item.mark else { continue }
      for run in item.runs {
        let text = run.endsWithSoftHyphen ? String(run.text.dropLast()) : run.text
        texts[owner(element), default: ""] += text
      }
    }
    return texts.sorted { $0.key < $1.key }.map(\.value.visible).filter { !$0.isEmpty }
  }
}

extension Paragraph {
  /// What the paragraph prints.
  fileprivate var visibleText: String {
    let text = inlines.plainText
    return (style.uppercase ? text.uppercased() : text).visible
  }
}

extension String {
  /// The text without white space and without the signs that only steer line breaking.
  fileprivate var visible: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          !scalar.properties.isWhitespace && ![0xAD, 0x200B, 0x2060].contains(scalar.value)
        }))
  }
}
