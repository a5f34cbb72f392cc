import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// Makes up all pages of a publication once, with what the pass before found out about them.
///
/// Page numbers are those of the file: the first page is 1. A page is finished by its master, which
/// is set after its content, since running heads tell what begins on the page itself.
struct PageMaker {
  /// No publication has more pages; a flow that would is stopped.
  static let maximumPages = 5_000
  /// Blocks that stick out of their pages are named so many times for a section.
  private static let maximumOverfullReports = 10

  let tree: PublicationTree
  let blocks: PublicationBlocks
  let context: TypesettingContext

  private(set) var pages: [PageDrawing] = []
  private(set) var outline: [OutlineEntry] = []
  /// The page of each anchor, from 1.
  private(set) var anchorPages: [String: Int] = [:]
  /// The number of each footnote on its page, where pages count their own.
  private(set) var footnoteNumbers: [Int: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var runningHeadings = RunningHeadings()
  /// The running headings of the languages that do not lead.
  private var otherRunningHeadings: [LanguageTag: RunningHeadings] = [:]
  /// The index of the first page of the half at hand; 0 where the publication is not turned.
  private var halfStart = 0
  /// The pages that each half of a turned publication has.
  private(set) var editionPageCounts: [LanguageTag: Int] = [:]
  /// Where the second half of a turned publication begins.
  private(set) var turnedFrom: Int?
  private var masterPainter: MasterPainter
  /// What is wrong with masters; it is told of their first pages.
  private var masterProblems: Set<Diagnostic> = []

  init(tree: PublicationTree, blocks: PublicationBlocks, context: TypesettingContext) {
    self.tree = tree
    self.blocks = blocks
    self.context = context
    masterPainter = MasterPainter(tree: tree, blocks: blocks)
  }

  /// Makes up all sections.
  mutating func run() throws(Diagnostic) {
    context.groupCopyfits = [:]
    for (index, section) in blocks.sections.enumerated() {
      startHalf(at: index)
      try start(section.section)
      if section.section.isSpread {
        try addSpreads(section)
        continue
      }
      switch section.kind {
      case .fixed(let frames): try addFixed(frames, section.section)
      case .flow(let content): try addFlow(content, section.section)
      }
    }
    // Halves are rarely equally long. Empty pages stand where they meet, inside the bound book; both
    // covers are outside only where the last page is the back of a leaf.
    guard !tree.editions.isEmpty, let last = tree.sections.last else { return }
    let asked = max(1, tree.pageMultiple)
    let multiple = asked.isMultiple(of: 2) ? asked : 2 * asked
    let counts = editionPageCounts
    while !pages.isEmpty, !pages.count.isMultiple(of: multiple) {
      try add(PageContent(), master: nil, last)
    }
    // They belong to neither half.
    editionPageCounts = counts
  }

  var number: Int { pages.count - halfStart + 1 }

  /// Counts pages anew where the second half of a turned publication begins.
  private mutating func startHalf(at section: Int) {
    guard let edition = tree.editions.first(where: { $0.firstSection == section }) else { return }
    if pages.count > 0 { turnedFrom = pages.count }
    halfStart = pages.count
    runningHeadings = RunningHeadings()
    outline.append(
      OutlineEntry(title: edition.title, level: 1, page: pages.count, y: 0))
  }

  /// The master of the page that is being made.
  func master(_ section: PageSection, isFirst: Bool) -> String {
    section.master.name(isFirst: isFirst, isLeft: isLeft(number))
  }

  /// Whether a page is the left one of a double page; page 1 is a right page.
  func isLeft(_ number: Int) -> Bool { tree.page.facing && number % 2 == 0 }

  /// Adds an empty page where the section must start on the other side.
  private mutating func start(_ section: PageSection) throws(Diagnostic) {
    let wanted = section.startsOn
    guard tree.page.facing, wanted != .both, isLeft(number) != (wanted == .left) else { return }
    try add(PageContent(), master: nil, section)
  }

  // MARK: Fixed pages

  /// One page with its frames in the order in which they are drawn and read.
  private mutating func addFixed(
    _ frames: [PublicationBlocks.FrameBlocks], _ section: PageSection
  ) throws(Diagnostic) {
    context.currentPage = number
    context.runningHeadings = runningHeadings
    var content = PageContent()
    for frame in frames {
      let setFrame = try frame.setter(in: blocks, on: tree.page)
        .set(on: tree.page, isLeft: isLeft(number), in: context)
      content.add(setFrame.content)
      report(setFrame.diagnostics, in: section)
    }
    try add(content, master: master(section, isFirst: true), section)
  }

  // MARK: Flowing pages

  /// As many pages as the blocks need; each gives the token that the next one goes on with.
  private mutating func addFlow(
    _ content: StackBlock, _ section: PageSection
  ) throws(Diagnostic) {
    let flow = FootedBlock(content: content)
    let first = pages.count
    var resume: BreakToken?
    var reports = 0
    repeat {
      let master = master(section, isFirst: pages.count == first)
      let area = textArea(master, isLeft: isLeft(number))
      guard area.width > 0, area.height > 0 else {
        let problem = Diagnostic(
          "master.no-text-area", "the page master “\(master)” leaves no room for text",
          at: section.location, hints: ["make its margins smaller or its text area larger"])
        report([problem], in: section)
        return
      }
      context.currentPage = number
      context.runningHeadings = runningHeadings
      let region = Region(
        width: area.width, remaining: area.height, full: area.height, isFresh: true,
        grid: BaselineGrid(of: tree.page, at: area.y))
      var content = PageContent()
      switch try flow.countedFit(into: region, resumingAt: resume, in: context) {
      // Only a forced break was left, and a page for nothing is not made.
      case .empty: resume = nil
      case .nothing: throw .standstill(of: flow)
      case .whole(let fragment):
        place(fragment, in: area, &content, section, &reports)
        if let text = fragment.danglingText { content.add(.dangling(at: text)) }
        try add(content, master: master, section)
        resume = nil
      case .part(let fragment, let next):
        guard next != resume else { throw .standstill(of: flow) }
        place(fragment, in: area, &content, section, &reports)
        try add(content, master: master, section)
        resume = next
      }
    } while resume != nil
    try pad(section, from: first)
  }

  /// The area that text flows through, in points from the trim box's top left corner.
  private func textArea(_ master: String, isLeft: Bool) -> Rect {
    tree.masters[master]?.textArea?.rect(on: tree.page, isLeft: isLeft)
      ?? tree.page.typeArea(isLeft: isLeft)
  }

  /// Puts a page's fragment into the text area; one that is too high was set as well as it could be.
  mutating func place(
    _ fragment: Fragment, in area: Rect, _ content: inout PageContent, _ section: PageSection,
    _ reports: inout Int
  ) {
    content.add(fragment, at: area.origin)
    let excess = fragment.size.height - area.height
    guard excess > Region.tolerance, reports < PageMaker.maximumOverfullReports else { return }
    reports += 1
    let problem = Diagnostic(
      "page.overfull",
      "a block is \(Length(points: excess).inMillimetres) higher than the text area of its page",
      at: fragment.location(ofBlockBelow: area.height) ?? section.location,
      hints: ["make it lower, or let it break over pages"])
    report([problem], in: section)
  }

  /// Brings a flow to the number of pages that the layout asks for.
  mutating func pad(_ section: PageSection, from first: Int) throws(Diagnostic) {
    guard let wanted = section.pageCount else { return }
    let made = pages.count - first
    if made > wanted {
      var problem = Diagnostic(
        "section.too-many-pages",
        "the section has \(made) pages, but the layout gives it \(wanted)",
        at: section.location, hints: ["shorten the text, or raise the number of pages"])
      if !section.record.isEmpty { problem.record = section.record }
      diagnostics.append(problem)
    }
    while pages.count - first < wanted {
      context.currentPage = number
      let master = master(section, isFirst: pages.count == first)
      try add(PageContent(), master: master, section)
    }
  }

  // MARK: Pages

  /// Notes what is wrong on the page at hand, with the record that its section is about.
  mutating func report(_ problems: [Diagnostic], in section: PageSection) {
    for var problem in problems {
      // On a double page a text's own place tells which of both it is.
      if !(section.isSpread && problem.element != nil) { problem.page = problem.page ?? number }
      if problem.element == nil, problem.record == nil, !section.record.isEmpty {
        problem.record = section.record
      }
      diagnostics.append(problem)
    }
  }

  /// Goes on to a page with such headings; of languages side by side each has its own.
  private mutating func turnPage(with headings: [HeadingMark]) {
    let others = tree.editions.isEmpty ? tree.languages.dropFirst() : []
    runningHeadings.turnPage(
      with: headings.filter { heading in !others.contains { $0 == heading.language } })
    for language in others {
      let own = headings.filter { $0.language == nil || $0.language == language }
      guard !own.isEmpty || otherRunningHeadings[language] != nil else { continue }
      otherRunningHeadings[language, default: RunningHeadings()].turnPage(with: own)
    }
  }

  /// Ends a page: what stands on it, over what its master draws.
  mutating func add(
    _ content: PageContent, master: String?, _ section: PageSection
  ) throws(Diagnostic) {
    guard pages.count < PageMaker.maximumPages else {
      throw Diagnostic(
        "publication.page-limit",
        "the publication has more than \(PageMaker.maximumPages) pages", at: section.location,
        hints: ["split it into several publications"])
    }
    report(content.flatArt.map(\.diagnostic) + content.warnings, in: section)
    for heading in content.headings {
      // Of languages side by side only the leading one has entries of its own.
      if let language = heading.language, tree.editions.isEmpty,
        tree.languages.dropFirst().contains(language)
      {
        join(heading, toOutlineOn: pages.count)
        continue
      }
      outline.append(
        OutlineEntry(
          title: heading.title, level: heading.level + (tree.editions.isEmpty ? 0 : 1),
          page: pages.count, y: heading.y))
    }
    if context.footnotes.settings?.numbering == .page {
      // Languages side by side have their notes each below its column, and count them by themselves.
      var counts: [LanguageTag?: Int] = [:]
      for note in content.footnotes.sorted() {
        let language = tree.arrangement.isJoint ? context.footnotes[note]?.traits.language : nil
        counts[language, default: 0] += 1
        footnoteNumbers[note] = counts[language]
      }
    }
    turnPage(with: content.headings)
    // A block over several pages is referred to by the one on which it begins.
    for destination in content.destinations where anchorPages[destination.name] == nil {
      anchorPages[destination.name] = number
    }
    var page = PageDrawing(
      size: tree.page.size, bleed: tree.page.bleed, label: String(number))
    if let master {
      context.currentPage = number
      context.runningHeadings = runningHeadings
      context.otherRunningHeadings = otherRunningHeadings
      let ground = try masterPainter.paint(
        master, background: section.background, isLeft: isLeft(number), in: context)
      let problems = ground.diagnostics + ground.content.flatArt.map(\.diagnostic)
      report(problems.filter { masterProblems.insert($0).inserted }, in: section)
      page.items = ground.content.items
      page.links = ground.content.links
    }
    if !tree.editions.isEmpty, let language = section.language {
      editionPageCounts[language] = number
    }
    page.items += content.items
    page.links += content.links
    page.destinations = content.destinations
    pages.append(page)
  }
  /// Adds a heading to the bookmark of its counterpart, which stands at the same height.
  ///
  /// The counterpart is on this page, or on the page before where languages face each other.
  private mutating func join(_ heading: HeadingMark, toOutlineOn page: Int) {
    let index = outline.lastIndex { entry in
      entry.level == heading.level && abs(entry.y - heading.y) < entryTolerance
        && (entry.page == page || entry.page == page - 1)
    }
    guard let index else {
      outline.append(
        OutlineEntry(title: heading.title, level: heading.level, page: page, y: heading.y))
      return
    }
    let titles = outline[index].title.split(separator: " · ").map(String.init)
    if !titles.contains(heading.title) { outline[index].title += " · " + heading.title }
  }

  /// Headings of different styles stand level on their first baselines, not at their tops.
  private var entryTolerance: Double { 2 * tree.page.baseline }
}
