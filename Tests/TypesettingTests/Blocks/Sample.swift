import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

@testable import Typesetting

/// Small trees to set: with the fixed shaper a character is 5 points wide and a line 12 high.
enum Sample {
  static let place = SourceLocation(file: "layout.yaml", line: 3, column: 5)

  static func node(_ content: BlockContent, line: Int = 3) -> BlockNode {
    BlockNode(
      content, identity: BlockIdentity(path: "test"), language: Fixed.english,
      location: SourceLocation(file: "layout.yaml", line: line, column: 5))
  }

  static func paragraph(
    _ text: String, role: ParagraphRole = .body, style: TextStyle = Fixed.style(), line: Int = 3
  ) -> BlockNode {
    node(.paragraph(Paragraph(role: role, inlines: [.text(text)], style: style)), line: line)
  }

  /// A paragraph of so many lines in a column of 100 points: 19 letters fill one.
  static func lines(_ count: Int, _ name: String = "line", role: ParagraphRole = .body) -> BlockNode
  {
    let words = (0..<count).map { index in
      let word = "\(name)\(index)"
      return word + String(repeating: "x", count: max(0, 19 - word.count))
    }
    return paragraph(words.joined(separator: " "), role: role)
  }

  static func heading(_ text: String, level: Int = 1) -> BlockNode {
    paragraph(text, role: .heading(level: level))
  }

  /// A page of 120 by 140 points with margins of 10: 100 by 120 for text, ten lines.
  static func page() -> PageGeometry {
    PageGeometry(
      size: Size(width: 120, height: 140), margins: Edges(all: 10), columns: 2, gutter: 10)
  }

  static func tree(_ sections: [PageSection.Kind] = []) -> PublicationTree {
    var tree = PublicationTree(
      layout: "test", outputStem: "test", languages: [Fixed.english],
      metadata: Metadata(title: "Test", author: "Nobody", date: PartialDate(year: 2024, month: 5)),
      theme: Theme(name: "test", palette: Palette(entries: [:]), styles: [:]), page: page())
    tree.record = "record"
    tree.masters = ["plain": PageMaster(name: "plain")]
    tree.sections = sections.map { PageSection(kind: $0, master: "plain", location: place) }
    return tree
  }

  static func flow(_ nodes: [BlockNode]) -> PublicationTree { tree([.flow(nodes)]) }

  static func fixed(_ nodes: [BlockNode]) -> PublicationTree {
    tree([
      .fixed([Frame(area: FrameArea(horizontal: .columns(1, 2)), content: nodes, location: place)])
    ])
  }

  static func set(
    _ tree: PublicationTree, in context: TypesettingContext = Fixed.context()
  ) -> Diagnosed<PublicationDrawing> {
    PublicationSetter.set(tree, context: context)
  }
}

extension PageDrawing {
  /// The glyph runs in drawing order.
  var runs: [GlyphRun] { items.flatMap(\.runs) }

  /// The texts of the glyph runs in drawing order.
  var texts: [String] { runs.map(\.text) }
}

extension DisplayItem {
  /// The glyph runs of the item and of what it clips.
  var runs: [GlyphRun] {
    switch content {
    case .glyphs(let run): [run]
    case .clipped(_, let items): items.flatMap(\.runs)
    case .shape, .image: []
    }
  }

  /// Every item that is not a group.
  var leaves: [DisplayItem] {
    if case .clipped(_, let items) = content { items.flatMap(\.leaves) } else { [self] }
  }
}
