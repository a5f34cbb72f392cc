import Design
import Diagnostics
import DisplayList
import DocumentTree

/// Paragraphs, lists, definitions and contents.
extension BlockBuilder {
  /// A paragraph; one that continues another is indented as its style says.
  mutating func paragraph(
    _ paragraph: Paragraph, traits: BlockTraits, isContinued: Bool = false
  ) -> ParagraphBlock {
    let type =
      switch paragraph.role {
      case .heading(let level): "H\(min(6, max(1, level)))"
      case .body, .quotation, .attribution, .caption, .label, .note, .code: "P"
      }
    var mark = element(type, language: traits.language)
    if case .code = paragraph.role { mark = within(mark) { $0.element("Code") } }
    return self.paragraph(paragraph, traits: traits, mark: mark, isContinued: isContinued)
  }

  /// A paragraph that belongs to an element that is there already.
  mutating func paragraph(
    _ paragraph: Paragraph, traits: BlockTraits, mark: ContentMark, isContinued: Bool = false
  ) -> ParagraphBlock {
    footnotes.language = traits.language
    let inlines = marked(paragraph.inlines, style: paragraph.style, at: traits.location)
    var traits = traits
    // A heading of several lines is one thing, and goes to the next page as such.
    if case .heading = paragraph.role { traits.spacing.keepTogether = true }
    textUse.note(paragraph)
    if mark == .artifact {
      let look = ArtifactLook(color: paragraph.style.color, size: paragraph.style.size)
      if artifactLocations[look] == nil { artifactLocations[look] = traits.location }
    }
    var block = ParagraphBlock(
      traits: traits,
      setting: ParagraphSetting(
        inlines: inlines, style: paragraph.style, language: traits.language,
        location: traits.location, mark: mark,
        firstLineIndent: isContinued ? paragraph.style.firstLineIndent : 0))
    if let dropCap = paragraph.style.dropCap,
      let (initial, rest) = Initial.split(inlines, dropCap, traits.language)
    {
      block.initial = initial
      block.setting.inlines = rest
      block.setting.firstLineIndent = 0
    }
    if case .heading(let level) = paragraph.role, !buildsArtifact {
      block.heading = HeadingMark(
        level: min(6, max(1, level)), title: paragraph.inlines.plainText, y: 0,
        language: buildsShared ? nil : traits.language)
    }
    block.hangingMark = paragraph.hangingMark
    within(mark) { builder in
      builder.collect(inlines, into: &block)
    }
    return block
  }

  /// Finds the links and page fields of a text.
  private mutating func collect(_ inlines: [Inline], into block: inout ParagraphBlock) {
    for inline in inlines {
      switch inline {
      case .text, .code, .quantity, .lineBreak, .footnote: break
      case .link(.anchor(let anchor), let children) where FootnoteName.isMark(anchor):
        footnoteReference(to: anchor, children, into: &block)
      case .emphasis(let children), .strong(let children), .language(_, let children),
        .styled(_, let children):
        collect(children, into: &block)
      case .link(let target, let children):
        let area: LinkArea.Target
        switch target {
        case .address(let address): area = .address(address)
        case .anchor(let anchor):
          area = .destination(anchor)
          refer(to: anchor, at: block.traits.location, in: block.traits.language)
        }
        // Made even for text of masters, where it comes out as an artifact.
        let mark = element("Link")
        if case .element(let index) = mark {
          block.links.append(LinkElement(target: area, title: children.plainText, element: index))
        }
        collect(children, into: &block)
      case .pageField(let field):
        block.readsPage = true
        switch field {
        case .pageNumber, .runningHeading: notePageField(ofOwnPage: true)
        case .pageCount, .footnoteNumber: notePageField(ofOwnPage: false)
        case .pageOf(let anchor):
          notePageField(ofOwnPage: false)
          refer(to: anchor, at: block.traits.location, in: block.traits.language)
        }
      }
    }
  }

  /// A list: `L` with an `LI` of `Lbl` and `LBody` for each item.
  ///
  /// The marker's width is that of the last one, so that all items begin at one edge on every page.
  mutating func list(_ list: List, traits: BlockTraits) -> ListBlock {
    func marker(_ index: Int) -> String {
      list.start.map { "\($0.addingReportingOverflow(index).partialValue)." } ?? "•"
    }
    let widest = marker(list.items.count - 1)
    let mark = element(
      "L", language: traits.language, listNumbering: list.start == nil ? .disc : .decimal)
    var items: [any Block] = []
    for (index, item) in list.items.enumerated() {
      let block: any Block = within(mark) { builder in
        let listItem = builder.element("LI")
        return builder.within(listItem) { builder in
          let label = MarkerBlock(
            traits: builder.traits(language: traits.language, location: traits.location),
            text: marker(index), style: list.markerStyle, mark: builder.element("Lbl"))
          let body = builder.element("LBody")
          let content = builder.within(body) { StackBlock($0.build(item)) }
          return ListItemBlock(
            marker: label, content: content, indent: max(0, list.indent), widestMarker: widest,
            spacing: entrySpacing(
              list.itemSpacing, isFirst: index == 0, isLast: index == list.items.count - 1))
        }
      }
      items.append(block)
    }
    return ListBlock(items: StackBlock(items, spacing: traits.spacing))
  }

  /// Terms and texts, tagged as a list: PDF 1.7 has no elements of their own for them.
  mutating func definitions(_ definitions: Definitions, traits: BlockTraits) -> DefinitionsBlock {
    let mark = element("L", language: traits.language)
    let last = definitions.entries.count - 1
    // A term above its text keeps with it; beside it the two are one row anyway.
    // With a hairline the other half of the room is below the line, within the entry.
    let room =
      definitions.ruleColor == nil ? definitions.entrySpacing : definitions.entrySpacing / 2
    var entries: [any Block] = []
    for (index, entry) in definitions.entries.enumerated() {
      let block: any Block = within(mark) { builder in
        let item = builder.element("LI")
        return builder.within(item) { builder in
          let label = builder.element("Lbl")
          let term = builder.within(label) {
            StackBlock($0.build([entry.term]), spacing: BlockSpacing(keepWithNext: true))
          }
          let body = builder.element("LBody")
          let description = builder.within(body) { StackBlock($0.build(entry.description)) }
          return DefinitionEntryBlock(
            term: term, description: description, definitions: definitions, isFirst: index == 0,
            spacing: entrySpacing(room, isFirst: index == 0, isLast: index == last))
        }
      }
      entries.append(block)
    }
    return DefinitionsBlock(entries: StackBlock(entries, spacing: traits.spacing))
  }

  /// The contents: `TOC` with a `TOCI` and a `Link` for each line.
  ///
  /// With a colour for rules hairlines part the lines, without one dots lead to the numbers.
  mutating func contents(_ contents: Contents, traits: BlockTraits) -> ContentsBlock {
    notePageField(ofOwnPage: false)
    let toc = element("TOC", language: traits.language)
    let last = contents.entries.count - 1
    let hasRules = contents.ruleColor != nil
    let room = hasRules ? contents.rowGap / 2 : contents.rowGap
    var entries: [any Block] = []
    for (index, entry) in contents.entries.enumerated() {
      refer(to: entry.anchor, at: traits.location, in: traits.language)
      let block: any Block = within(toc) { builder in
        let item = builder.element("TOCI")
        return builder.within(item) { builder in
          let link = builder.element("Link")
          var title = builder.paragraph(
            Paragraph(inlines: entry.title.withoutFootnotes, style: entry.style),
            traits: builder.traits(language: traits.language, location: traits.location),
            mark: link)
          title.setting.firstLineIndent = -entry.hanging
          // Title and number are not read as one word.
          title.setting.endsInSpace = true
          return ContentsEntryBlock(
            traits: builder.traits(
              language: traits.language, location: traits.location,
              spacing: entrySpacing(room, isFirst: index == 0, isLast: index == last)),
            entry: entry, title: title, mark: link, ruleColor: contents.ruleColor,
            isDotted: !hasRules, ruleGap: room)
        }
      }
      entries.append(block)
    }
    return ContentsBlock(entries: StackBlock(entries, spacing: traits.spacing))
  }
}

/// The spacing of one of several entries: room between them, none of it outside.
private func entrySpacing(_ room: Double, isFirst: Bool, isLast: Bool) -> BlockSpacing {
  let room = room.isFinite ? max(0, room) : 0
  return BlockSpacing(before: isFirst ? 0 : room, after: isLast ? 0 : room)
}
