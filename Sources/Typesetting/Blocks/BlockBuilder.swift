import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// Turns the nodes of a document tree into blocks, once for a publication and in reading order.
///
/// On the way it allocates the structure elements, so that parents come before their children, and
/// collects anchors and references.
struct BlockBuilder {
  /// A link or page reference to an anchor, with where it stands.
  struct Reference: Sendable, Hashable {
    var anchor: String
    var location: SourceLocation
    var language: LanguageTag
    /// The record that the text is of; empty for none.
    var record: String
    /// The element of the text; nil for what is no part of the structure.
    var element: Int?
  }

  /// Deeper trees are refused: every level costs room on a thread's stack.
  static let maximumDepth = 40
  /// Columns within columns within columns are filled, not balanced: each level of balancing
  /// multiplies the work.
  static let maximumBalancedDepth = 2

  private(set) var structure = StructureTree()
  /// Where each anchor was given, by name.
  private(set) var anchors: [String: SourceLocation] = [:]
  private(set) var references: [Reference] = []
  /// The texts of headings and captions with an anchor, which tell an editor more than its name.
  private(set) var anchorTitles: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Some text depends on the page of an anchor or on the number of pages, which only a second pass
  /// knows.
  private(set) var readsPagination = false
  /// Some text depends on the page it stands on.
  private(set) var readsPage = false

  /// The publication's leading language, which elements need not name.
  private let language: LanguageTag
  /// The element that new ones go below.
  private var parent: Int?
  /// What is built is not part of the reading order.
  private var isArtifact = false
  /// The number of the latest block.
  private var number = 0
  private var depth = 0
  /// What is built stands in a frame, whose height pictures can fill.
  var isInFrame = false
  /// Where the layout asked for the structure elements, by their index.
  private(set) var locations: [Int: SourceLocation] = [:]
  /// The records that the structure elements are of, by their index.
  private(set) var records: [Int: String] = [:]
  /// Where the layout asked first for text of a look that is no part of the structure.
  var artifactLocations: [ArtifactLook: SourceLocation] = [:]
  private var location: SourceLocation?
  private var record = ""
  var columnsDepth = 0
  var footnotes = FootnoteCollection()
  /// The figure whose caption is to be built at the beginning of its table, and that caption.
  var waitingCaption: CaptionedFigure?
  var builtCaption: StackBlock?
  /// The looks of the paragraphs built so far in the frame at hand.
  var textUse = TextUse()

  /// The style of a picture's credit where no caption lends it one.
  let creditStyle: TextStyle?
  /// The languages side by side, the leading one first.
  var languages: [LanguageTag] = []
  /// What is being built stands once for all languages.
  var buildsShared = false
  /// The text areas of a double page, where languages face each other.
  var pages = ParallelColumns(shares: [], gutter: 0)

  /// A builder for a publication whose leading language is `language`.
  init(language: LanguageTag, creditStyle: TextStyle? = nil) {
    self.language = language
    self.creditStyle = creditStyle
  }

  // MARK: Structure

  /// Adds an element below the current one; an artifact within repeated or decorative content.
  mutating func element(
    _ type: String, language: LanguageTag? = nil, alternativeText: String? = nil,
    table: StructureTree.CellAttributes? = nil,
    listNumbering: StructureTree.ListNumbering? = nil
  ) -> ContentMark {
    if isArtifact { return .artifact }
    var element = StructureTree.Element(
      type: type, parent: parent, language: language == self.language ? nil : language,
      alternativeText: alternativeText)
    element.table = table
    element.listNumbering = listNumbering
    let index = structure.add(element)
    locations[index] = location
    records[index] = record.isEmpty ? nil : record
    return .element(index)
  }

  /// Says of cells which headings they belong to.
  mutating func setHeaders(_ headers: [Int: [Int]]) {
    for (cell, headings) in headers { structure.setHeaders(headings, of: cell) }
  }

  /// Builds what belongs below an element.
  mutating func within<Result>(
    _ mark: ContentMark, _ build: (inout BlockBuilder) -> Result
  ) -> Result {
    let outer = parent
    if case .element(let index) = mark { parent = index }
    defer { parent = outer }
    return build(&self)
  }

  /// Builds what is repeated or ornamental.
  mutating func asArtifact<Result>(_ build: (inout BlockBuilder) -> Result) -> Result {
    let outer = isArtifact
    isArtifact = true
    defer { isArtifact = outer }
    return build(&self)
  }

  /// Builds, and says whether a text met on the way depends on its page.
  mutating func notingPageReads<Result>(
    _ build: (inout BlockBuilder) -> Result
  ) -> (Result, readsPage: Bool) {
    let outer = readsPage
    readsPage = false
    let result = build(&self)
    let inner = readsPage
    readsPage = outer || inner
    return (result, inner)
  }

  // MARK: Nodes

  /// The blocks of neighbouring nodes.
  mutating func build(_ nodes: [BlockNode]) -> [any Block] {
    buildEach(nodes).compactMap { $0 }
  }

  /// The block of each of neighbouring nodes; nil for what cannot be set.
  mutating func buildEach(_ nodes: [BlockNode]) -> [(any Block)?] {
    var blocks: [(any Block)?] = []
    blocks.reserveCapacity(nodes.count)
    var quotation: ContentMark?
    for (index, node) in nodes.enumerated() {
      // Neighbouring paragraphs of a quotation are one quotation.
      if node.isParagraph(as: .quotation) {
        let mark = quotation ?? element("BlockQuote", language: node.language)
        quotation = mark
        blocks.append(within(mark, { $0.build(node, isContinued: false) }))
        continue
      }
      quotation = nil
      let isContinued =
        index > 0 && node.isParagraph(as: .body) && nodes[index - 1].isParagraph(as: .body)
      blocks.append(build(node, isContinued: isContinued))
    }
    return blocks
  }

  /// The block of one node; nil where it is nothing that can be set.
  private mutating func build(_ node: BlockNode, isContinued: Bool) -> (any Block)? {
    guard depth < BlockBuilder.maximumDepth else {
      report(
        Diagnostic(
          "block.too-deep",
          "blocks are nested more than \(BlockBuilder.maximumDepth) levels deep",
          at: node.location, hints: ["use fewer containers within containers"]))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    let outer = (isArtifact, location, record)
    isArtifact = isArtifact || node.isDecorative
    location = node.location
    record = node.identity.record
    defer { (isArtifact, location, record) = outer }
    if !isArtifact, let anchor = node.anchor {
      define(anchor, at: node.location)
      anchorTitles[anchor] = node.title
    }
    guard let block = content(of: node, traits: traits(node), isContinued: isContinued) else {
      return nil
    }
    guard !isArtifact, let anchor = node.anchor else { return block }
    return AnchorBlock(name: anchor, content: block)
  }

  private mutating func content(
    of node: BlockNode, traits: BlockTraits, isContinued: Bool
  ) -> (any Block)? {
    switch node.content {
    case .paragraph(let paragraph) where paragraph.role == .code:
      return code(paragraph, traits: traits)
    case .paragraph(let paragraph):
      return self.paragraph(paragraph, traits: traits, isContinued: isContinued)
    case .list(let list): return self.list(list, traits: traits)
    case .definitions(let definitions): return self.definitions(definitions, traits: traits)
    case .table(let table): return self.table(table, traits: traits)
    case .metric(let card): return metric(card, traits: traits)
    case .chart(let chart):
      let mark = element(
        "Figure", language: node.language, alternativeText: chart.fullAlternativeText)
      return ChartBlock(
        chart: chart, language: node.language, location: node.location, spacing: traits.spacing,
        mark: mark)
    case .image(let image): return picture(image, traits: traits)
    case .overlay(let overlay): return self.overlay(overlay, traits: traits)
    case .icon(let icon): return IconBlock(traits: traits, icon: icon)
    case .qrCode(let code): return qrCode(code, traits: traits)
    case .contents(let contents): return self.contents(contents, traits: traits)
    case .ornament(let ornament): return OrnamentBlock(traits: traits, ornament: ornament)
    case .rule(let rule): return RuleBlock(traits: traits, rule: rule)
    case .space(let height): return SpaceBlock(height: height.isFinite ? height : 0)
    case .regionBreak(let kind): return RegionBreakBlock(kind: kind)
    case .figure(let figure): return self.figure(figure, traits: traits)
    case .stack, .row, .grid, .columns, .box: return container(node, traits: traits)
    case .parallel(let parallel): return self.parallel(parallel, of: node, traits: traits)
    }
  }

  // MARK: What blocks need

  mutating func traits(_ node: BlockNode) -> BlockTraits {
    var spacing = BlockSpacing(
      before: node.spaceBefore, after: node.spaceAfter, keepWithNext: node.keepWithNext,
      keepTogether: node.keepTogether)
    spacing.tellsBreak = node.keepTogether
    return traits(language: node.language, location: node.location, spacing: spacing)
  }

  /// Traits for a part of a node that is a block of its own.
  mutating func traits(
    language: LanguageTag, location: SourceLocation, spacing: BlockSpacing = .none
  ) -> BlockTraits {
    number += 1
    var spacing = spacing
    spacing.before = spacing.before.isFinite ? max(0, spacing.before) : 0
    spacing.after = spacing.after.isFinite ? max(0, spacing.after) : 0
    return BlockTraits(number: number, location: location, language: language, spacing: spacing)
  }

  /// Whether what is being built is left out of the reading order.
  var buildsArtifact: Bool { isArtifact }

  /// Notes a problem of the tree.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func define(_ anchor: String, at location: SourceLocation) {
    guard anchors.updateValue(location, forKey: anchor) != nil else { return }
    report(
      Diagnostic(
        "anchor.duplicate", "the anchor “\(anchor)” is given to more than one block", at: location,
        hints: ["links could lead to either; give each block a name of its own"]))
  }

  /// Notes a link or reference that must lead somewhere.
  mutating func refer(
    to anchor: String, at location: SourceLocation, in language: LanguageTag
  ) {
    references.append(
      Reference(
        anchor: anchor, location: location, language: language, record: record,
        element: isArtifact ? nil : parent))
  }

  /// Notes that the text at hand prints a number of the pagination, or of its own page.
  mutating func notePageField(ofOwnPage: Bool) {
    readsPage = true
    if !ofOwnPage { readsPagination = true }
  }
}

extension BlockNode {
  /// Whether the node is a paragraph in such a role.
  fileprivate func isParagraph(as role: ParagraphRole) -> Bool {
    guard case .paragraph(let paragraph) = content else { return false }
    return paragraph.role == role
  }

  /// The text of a paragraph, or the caption of a figure.
  fileprivate var title: String? {
    switch content {
    case .paragraph(let paragraph): paragraph.inlines.plainText
    case .figure(let figure): figure.caption.first?.title
    default: nil
    }
  }
}
