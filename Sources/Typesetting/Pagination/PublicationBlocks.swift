import Design
import Diagnostics
import DisplayList
import DocumentTree
import Languages

/// A publication whose nodes are blocks; made once, set as often as the pages need to come to rest.
struct PublicationBlocks {
  /// A frame with its blocks.
  struct FrameBlocks {
    var frame: Frame
    var content: StackBlock
    /// Its text depends on the page it stands on.
    var readsPage: Bool
    /// The looks of its texts.
    var textUse = TextUse()
    /// It stands on both pages of a double page.
    var isSpread = false
  }

  /// A section with its blocks.
  struct SectionBlocks {
    enum Kind {
      case fixed([FrameBlocks])
      case flow(StackBlock)
    }

    var section: PageSection
    var kind: Kind
  }

  private(set) var sections: [SectionBlocks] = []
  private(set) var masters: [String: [FrameBlocks]] = [:]
  private(set) var structure = StructureTree()
  /// Where the layout asked for the structure's elements, by their index.
  private(set) var locations: [Int: SourceLocation] = [:]
  /// The records that the structure's elements are of, by their index.
  private(set) var records: [Int: String] = [:]
  /// The same of text that is no part of the structure.
  private(set) var artifactLocations: [ArtifactLook: SourceLocation] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The anchors that links can lead to, with where they were given.
  private(set) var anchors: [String: SourceLocation] = [:]
  private(set) var anchorTitles: [String: String] = [:]
  /// Where the page of an anchor, or a link to it, was asked for first.
  private(set) var references: [String: SourceLocation] = [:]
  private(set) var footnotes = PublicationFootnotes()
  /// Some text needs the result of a pass before it can be right.
  private(set) var readsPagination = false

  /// Builds all blocks of a publication: its sections in reading order, then its masters.
  init(_ tree: PublicationTree, language: LanguageTag) {
    var builder = BlockBuilder(language: language, creditStyle: tree.theme.styles["caption"])
    builder.footnotes.settings = tree.footnotes
    if tree.arrangement.isJoint {
      builder.footnotes.countedLanguages = Set(tree.languages)
    }
    builder.languages = tree.languages
    for section in tree.sections {
      builder.footnotes.beginSection()
      let mark = builder.element("Sect", language: section.language)
      builder.pages = Self.spread(of: section, in: tree).columns
      let kind: SectionBlocks.Kind = builder.within(mark) { builder in
        switch section.kind {
        case .flow(let nodes): .flow(StackBlock(builder.build(nodes)))
        case .fixed(let frames):
          .fixed(Self.frames(frames, &builder, spreadOn: section.isSpread ? tree.page : nil))
        }
      }
      sections.append(SectionBlocks(section: section, kind: kind))
    }
    for name in tree.masters.keys.sorted() {
      guard let master = tree.masters[name] else { continue }
      masters[name] = builder.asArtifact { Self.frames(master.frames, &$0) }
    }
    // References are checked here, where their places are known, and not on the pages.
    structure = builder.structure
    footnotes.settings = builder.footnotes.settings
    footnotes.blocks = builder.footnotes.blocks
    diagnostics = builder.diagnostics
    locations = builder.locations
    records = builder.records
    artifactLocations = builder.artifactLocations
    readsPagination = builder.readsPagination
    anchors = builder.anchors
    anchorTitles = builder.anchorTitles
    for reference in builder.references where references[reference.anchor] == nil {
      references[reference.anchor] = reference.location
    }
    for section in tree.sections {
      for name in section.master.names where tree.masters[name] == nil {
        diagnostics.append(
          Diagnostic(
            "section.unknown-master", "there is no page master “\(name)”", at: section.location,
            hints: Suggestion.hint(for: name, among: tree.masters.keys)))
      }
    }
    for reference in builder.references where anchors[reference.anchor] == nil {
      var problem = Diagnostic(
        "link.unknown-anchor",
        "there is nothing with the anchor “\(reference.anchor)” to lead to",
        at: tree.linkPlace(of: reference) ?? reference.location,
        hints: GeneratedAnchor.hints(
          for: reference.anchor, among: anchors.keys.filter { !FootnoteName.isOwn($0) }))
      if !reference.record.isEmpty { problem.record = reference.record }
      problem.language = reference.language.rawValue
      problem.element = reference.element
      diagnostics.append(problem)
    }
  }

  /// The text areas of a section's double pages, but for its first.
  private static func spread(of section: PageSection, in tree: PublicationTree) -> Spread {
    func area(isLeft: Bool) -> FrameArea? {
      tree.masters[section.master.name(isFirst: false, isLeft: isLeft)]?.textArea
    }
    return Spread(left: area(isLeft: true), right: area(isLeft: false), on: tree.page)
  }

  /// The frames' blocks, each noted where it depends on its page.
  private static func frames(
    _ frames: [Frame], _ builder: inout BlockBuilder, spreadOn page: PageGeometry? = nil
  ) -> [FrameBlocks] {
    var result: [FrameBlocks] = []
    builder.isInFrame = true
    defer { builder.isInFrame = false }
    for frame in frames {
      if let page { builder.pages = Spread(area: frame.area, on: page).columns }
      builder.textUse = TextUse()
      let (content, readsPage) = builder.notingPageReads { StackBlock($0.build(frame.content)) }
      result.append(
        FrameBlocks(
          frame: frame, content: content, readsPage: readsPage, textUse: builder.textUse,
          isSpread: page != nil))
    }
    return result
  }
}

extension PublicationTree {
  /// Where a reference was written in the model; nil for one of the layout.
  fileprivate func linkPlace(of reference: BlockBuilder.Reference) -> SourceLocation? {
    func place(_ record: String) -> SourceLocation? {
      linkPlaces[
        LinkOrigin(anchor: reference.anchor, record: record, language: reference.language)]
    }
    // A record within another one has no name of its own.
    return place(reference.record) ?? place("")
  }
}
