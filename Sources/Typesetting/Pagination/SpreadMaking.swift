import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Double pages on which two languages face each other.
///
/// Each double page is set as one region that reaches over both text areas, so that counterparts are
/// level and both pages break at the same row; then it is cut at the spine.
extension PageMaker {
  /// Makes up a section of double pages; it begins on a left page.
  mutating func addSpreads(_ section: PublicationBlocks.SectionBlocks) throws(Diagnostic) {
    if !isLeft(number) { try add(PageContent(), master: nil, section.section) }
    switch section.kind {
    case .fixed(let frames): try addFixedSpread(frames, section.section)
    case .flow(let content): try addSpreads(content, section.section)
    }
  }

  /// One double page with its frames.
  private mutating func addFixedSpread(
    _ frames: [PublicationBlocks.FrameBlocks], _ section: PageSection
  ) throws(Diagnostic) {
    context.currentPage = number
    var content = PageContent()
    for frame in frames {
      let spread = Spread(area: frame.frame.area, on: tree.page)
      let setFrame = try frame.setter(in: blocks, on: tree.page)
        .set(in: spread.rect, in: context)
      content.add(setFrame.content)
      report(setFrame.diagnostics, in: section)
    }
    try addBoth(content, section, isFirst: true)
  }

  /// As many double pages as the blocks need.
  private mutating func addSpreads(
    _ content: StackBlock, _ section: PageSection
  ) throws(Diagnostic) {
    let first = pages.count
    var resume: BreakToken?
    var reports = 0
    repeat {
      let isFirst = pages.count == first
      let masters = (
        left: section.master.name(isFirst: isFirst, isLeft: true),
        right: section.master.name(isFirst: isFirst, isLeft: false)
      )
      let spread = Spread(
        left: tree.masters[masters.left]?.textArea, right: tree.masters[masters.right]?.textArea,
        on: tree.page)
      let area = spread.rect
      guard spread.left.width > 0, spread.right.width > 0, area.height > 0 else {
        let problem = Diagnostic(
          "master.no-text-area",
          "the page masters “\(masters.left)” and “\(masters.right)” leave no room for text that "
            + "faces its counterpart", at: section.location,
          hints: ["make their margins smaller or their text areas larger"])
        report([problem], in: section)
        return
      }
      // Each language has its notes on its own page.
      let flow = FootedBlock(
        content: content,
        places: [
          FootnoteFeet.Place(x: 0, width: spread.left.width, language: tree.languages.first),
          FootnoteFeet.Place(
            x: spread.right.x - area.x, width: spread.right.width, language: tree.languages.last),
        ])
      context.currentPage = number
      var region = Region(
        width: area.width, remaining: area.height, full: area.height, isFresh: true,
        grid: BaselineGrid(of: tree.page, at: area.y))
      region.pages = spread.columns
      var content = PageContent()
      switch try flow.countedFit(into: region, resumingAt: resume, in: context) {
      case .empty: resume = nil
      case .nothing: throw .standstill(of: flow)
      case .whole(let fragment):
        place(fragment, in: area, &content, section, &reports)
        report(fragment.danglingText.map { [.dangling(at: $0)] } ?? [], in: section)
        report(content.warnings, in: section)
        try addBoth(content, section, isFirst: isFirst)
        resume = nil
      case .part(let fragment, let next):
        guard next != resume else { throw .standstill(of: flow) }
        place(fragment, in: area, &content, section, &reports)
        report(content.warnings, in: section)
        try addBoth(content, section, isFirst: isFirst)
        resume = next
      }
    } while resume != nil
    try pad(section, from: first)
  }

  /// Ends both pages of a double page; the first page of each language has the first page's master.
  private mutating func addBoth(
    _ content: PageContent, _ section: PageSection, isFirst: Bool
  ) throws(Diagnostic) {
    let pages = content.cut(at: tree.page.size.width, languages: tree.languages)
    try add(pages.left, master: master(section, isFirst: isFirst), section)
    try add(pages.right, master: master(section, isFirst: isFirst), section)
  }
}
