package import Diagnostics
package import Languages

/// What names a block in every language: the record and path it was made from and its place there.
package struct BlockIdentity: Sendable, Hashable {
  /// The record's identifier; empty for text that stands in the layout itself.
  package var record: String
  /// The model path or the layout path (`pages[3].frames[0].content[2]`).
  package var path: String
  /// The paragraph within that text, from 0.
  package var paragraph: Int

  package init(record: String = "", path: String, paragraph: Int = 0) {
    self.record = record
    self.path = path
    self.paragraph = paragraph
  }
}

/// One block of a publication: content with what every kind of block has.
package struct BlockNode: Sendable, Hashable {
  package var content: BlockContent
  package var identity: BlockIdentity
  package var language: LanguageTag
  /// Where the layout asked for it.
  package var location: SourceLocation
  /// Room above and below in points; none at the edges of a region.
  ///
  /// Neighbouring rooms do not add up: the larger counts.
  package var spaceBefore: Double
  package var spaceAfter: Double
  /// The block may not be broken over two regions.
  package var keepTogether: Bool
  /// The block stays in one region with the beginning of the next.
  package var keepWithNext: Bool
  /// A name that links and page references can lead to.
  package var anchor: String?
  /// Left out of Markdown, CSV and the reading order (repeated or ornamental text).
  package var isDecorative: Bool
  /// Stands once where languages stand side by side.
  package var isShared: Bool

  package init(
    _ content: BlockContent, identity: BlockIdentity, language: LanguageTag,
    location: SourceLocation
  ) {
    self.content = content
    self.identity = identity
    self.language = language
    self.location = location
    spaceBefore = 0
    spaceAfter = 0
    keepTogether = false
    keepWithNext = false
    anchor = nil
    isDecorative = false
    isShared = false
  }
}

/// The kinds of block.
package indirect enum BlockContent: Sendable, Hashable {
  case paragraph(Paragraph)
  case list(List)
  case definitions(Definitions)
  case table(Table)
  case metric(MetricCard)
  case chart(Chart)
  case image(ImageBlock)
  case icon(Icon)
  case qrCode(QRCode)
  case contents(Contents)
  /// Children below each other.
  case stack([BlockNode])
  /// Children beside each other on the grid of their region.
  case row(Row)
  /// Children in equal cells, row by row.
  case grid(Grid)
  /// Children over balanced columns.
  case columns(Columns)
  /// Children on a ground with padding.
  case box(Box)
  /// Pictures, charts or a table with their caption.
  case figure(CaptionedFigure)
  /// The same children in several languages, side by side.
  case parallel(Parallel)
  case ornament(Ornament)
  case rule(Rule)
  /// Empty room in points.
  case space(Double)
  /// What follows starts in the next column or page.
  case regionBreak(RegionBreak)
}

/// How far a forced break goes.
package enum RegionBreak: String, Sendable, Hashable, CaseIterable {
  case column, page
}
