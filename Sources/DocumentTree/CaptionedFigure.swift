/// Pictures, charts or a table with a caption that stays with them.
package struct CaptionedFigure: Sendable, Hashable {
  package var content: [BlockNode]
  /// The caption and, below it, the credit: paragraphs.
  package var caption: [BlockNode]
  /// The caption stands above, as is usual for tables, so that it is seen before a break.
  package var captionIsAbove: Bool
  /// Room between content and caption in points.
  package var gap: Double

  package init(
    content: [BlockNode], caption: [BlockNode], captionIsAbove: Bool = false, gap: Double
  ) {
    self.content = content
    self.caption = caption
    self.captionIsAbove = captionIsAbove
    self.gap = gap
  }

  /// All blocks in reading order.
  package var children: [BlockNode] { captionIsAbove ? caption + content : content + caption }
}
