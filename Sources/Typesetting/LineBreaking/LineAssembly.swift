import Design
import DisplayList
import DocumentTree
import Geometry
import TextShaping

/// Puts the glyphs of one line in their places and makes as few runs of them as possible.
struct LineAssembly {
  /// The text with its runs and links; parts refer to runs by index.
  private let text: StyledText
  private let mark: ContentMark

  private(set) var items: [DisplayItem] = []
  private(set) var links: [LinkArea] = []
  /// Where the next glyph goes, in points from the paragraph's left edge.
  private var cursor: Double
  /// The glyph run being filled, and the last styled run that went into it.
  private var current: GlyphRun?
  private var currentRun = 0
  /// The link being set, where it began on this line, and how its text looks.
  private var link: (index: Int, start: Double, look: RunAttributes)?

  /// Sets a line from `x` on.
  init(
    _ content: LineContent, of text: StyledText, mark: ContentMark, at x: Double,
    _ adjustment: Adjustment, endsInHyphen: Bool
  ) {
    self.text = text
    self.mark = mark
    cursor = x
    for part in content.parts {
      follow(linkOf: part)
      if current == nil || !looksAlike(currentRun, part.run) {
        finishRun()
        current = GlyphRun(
          face: part.look.face, size: part.look.size, color: part.look.color,
          origin: Point(x: cursor, y: -part.look.rise), glyphs: [], text: "",
          language: part.look.language)
        current?.scale = adjustment.scale
      }
      currentRun = part.run
      place(part, adjustment)
    }
    current?.endsWithSoftHyphen = endsInHyphen
    if let current, let space = content.endingSpace?.glyphs.first {
      self.current?.spaceAtEnd = PositionedGlyph(
        identifier: space.identifier, x: cursor - current.origin.x, y: 0,
        cluster: current.text.utf8.count)
    }
    finishRun()
    finishLink()
  }

  /// Appends the glyphs of a word or a space to the current run.
  private mutating func place(_ part: LineContent.Part, _ adjustment: Adjustment) {
    let (size, look) = (part.look.size, part.look)
    let base = current?.text.utf8.count ?? 0
    let origin = current?.origin.x ?? cursor
    let apart = part.isSpace ? 0 : adjustment.room(forLetterOfSize: size)
    // Spaces give on their own.
    let scale = part.isSpace ? 1 : adjustment.scale
    for glyph in part.word.glyphs {
      current?.glyphs.append(
        // Fonts count upward, pages downward.
        PositionedGlyph(
          identifier: glyph.identifier, x: cursor - origin + glyph.xOffset * size * scale,
          y: -glyph.yOffset * size, cluster: base + glyph.cluster))
      if glyph.advance != 0 {
        cursor += glyph.advance * size * scale + look.tracking + apart
      }
    }
    current?.text += part.word.text
    if part.isSpace { cursor += adjustment.room(forSpace: part.word.width) }
  }

  /// Whether glyphs of two runs can stand in one: same look, same link.
  private func looksAlike(_ a: Int, _ b: Int) -> Bool {
    a == b
      || (text.runs[a].attributes == text.runs[b].attributes
        && text.runs[a].link == text.runs[b].link)
  }

  private mutating func finishRun() {
    if let current { items.append(DisplayItem(.glyphs(current), mark: mark)) }
    current = nil
  }

  // MARK: - Links

  /// Closes the area of a link that ends before this part, and opens that of one that begins.
  private mutating func follow(linkOf part: LineContent.Part) {
    let index = text.runs[part.run].link
    if index == link?.index { return }
    finishLink()
    link = index.map { ($0, cursor, part.look) }
  }

  /// One area for all that belongs to one link on the line.
  private mutating func finishLink() {
    guard let (index, start, look) = link else { return }
    link = nil
    let target: LinkArea.Target =
      switch text.links[index].target {
      case .address(let address): .address(address)
      case .anchor(let name): .destination(name)
      }
    let metrics = look.face.metrics
    links.append(
      LinkArea(
        rect: Rect(
          x: start, y: -metrics.ascender * look.size, width: cursor - start,
          height: (metrics.ascender - metrics.descender) * look.size),
        target: target, title: text.links[index].title))
  }
}
