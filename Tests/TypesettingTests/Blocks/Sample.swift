import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import TextShaping

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

  /// A paragraph of so many lines at any width from 50 points up: a word of ten letters each.
  static func lines(_ count: Int, _ name: String = "l", role: ParagraphRole = .body) -> BlockNode {
    let inlines = words(count, name).flatMap { [Inline.lineBreak, .text($0)] }.dropFirst()
    return node(
      .paragraph(Paragraph(role: role, inlines: Array(inlines), style: Fixed.style())))
  }

  /// Words of ten letters: the name, the number, and filling.
  static func words(_ count: Int, _ name: String = "l") -> [String] {
    (0..<count).map { index in
      let word = "\(name)\(index)"
      return word + String(repeating: "x", count: max(0, 10 - word.count))
    }
  }

  static func heading(_ text: String, level: Int = 1, anchor: String? = nil) -> BlockNode {
    var node = paragraph(text, role: .heading(level: level))
    node.keepWithNext = true
    node.anchor = anchor
    return node
  }

  static func space(_ before: Double, _ after: Double, _ node: BlockNode) -> BlockNode {
    var copy = node
    copy.spaceBefore = before
    copy.spaceAfter = after
    return copy
  }

  static func together(_ nodes: [BlockNode]) -> BlockNode {
    var stack = node(.stack(nodes))
    stack.keepTogether = true
    return stack
  }

  /// A page of 110 by 140 points with margins of 10: 90 by 120 for text, ten lines of one word.
  static func page() -> PageGeometry {
    PageGeometry(
      size: Size(width: 110, height: 140), margins: Edges(all: 10), columns: 2, gutter: 10)
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

  /// A page with one frame over the type area.
  static func fixed(
    _ nodes: [BlockNode], alignment: VerticalAlignment = .top
  ) -> PublicationTree {
    let frame = Frame(
      area: FrameArea(horizontal: .columns(1, 2)), alignment: alignment, content: nodes,
      location: place)
    return tree([.fixed([frame])])
  }

  static func set(
    _ tree: PublicationTree, in context: TypesettingContext = Fixed.context()
  ) -> Diagnosed<PublicationDrawing> {
    PublicationSetter.set(tree, context: context)
  }

  /// The blocks of some nodes as one stack.
  static func stack(_ nodes: [BlockNode]) -> StackBlock {
    var builder = BlockBuilder(language: Fixed.english)
    return StackBlock(builder.build(nodes))
  }

  /// The content of one region of the given size, with the token to go on with.
  static func fit(
    _ block: any Block, width: Double = 90, height: Double, isFresh: Bool = true,
    token: BreakToken? = nil, in context: TypesettingContext = Fixed.context()
  ) throws(Diagnostic) -> (content: PageContent, height: Double, resume: BreakToken?)? {
    let region = Region(width: width, remaining: height, full: height, isFresh: isFresh)
    var content = PageContent()
    switch try block.fit(into: region, resumingAt: token, in: context) {
    case .empty, .nothing: return nil
    case .whole(let fragment):
      content.add(fragment, at: .zero)
      return (content, fragment.size.height, nil)
    case .part(let fragment, let resume):
      content.add(fragment, at: .zero)
      return (content, fragment.size.height, resume)
    }
  }
}

extension PageDrawing {
  /// The glyph runs in drawing order.
  var runs: [GlyphRun] { items.flatMap(\.runs) }

  /// The texts of the glyph runs in drawing order.
  var texts: [String] { runs.map(\.text) }

  /// Filled shapes in drawing order.
  var fills: [Rect] { items.flatMap(\.leaves).compactMap(\.fill) }
}

extension PageContent {
  /// Texts with the baselines they stand on.
  var baselines: [Double] { items.flatMap(\.runs).map(\.origin.y) }
  var texts: [String] { items.flatMap(\.runs).map(\.text) }
  var fills: [Rect] { items.flatMap(\.leaves).compactMap(\.fill) }
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

  /// The bounds of a filled shape.
  var fill: Rect? {
    guard case .shape(let shape) = content, shape.fill != nil else { return nil }
    return shape.path.bounds
  }
}
