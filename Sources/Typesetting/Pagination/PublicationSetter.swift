import Design
package import Diagnostics
package import DisplayList
package import DocumentTree
import Languages

/// Sets a whole publication: blocks, pages, outline, links.
///
/// Blocks are built once. Pages are made up in passes: each reads the page numbers that the pass
/// before found, and when a pass finds what it read, its pages are right. A publication that prints
/// no such numbers needs one pass.
package enum PublicationSetter {
  /// Page numbers that have not come to rest after so many passes swing.
  private static let maximumPasses = 4

  /// Makes up the pages of a publication; all problems are collected, and what can be drawn is.
  ///
  /// The context is emptied first, so that one serves many publications. There is no drawing where
  /// a problem stopped the work or there is no page.
  package static func set(
    _ tree: PublicationTree, context: TypesettingContext, creator: String = "Umbruch"
  ) -> Diagnosed<PublicationDrawing> {
    context.beginPublication()
    guard let language = tree.languages.first else {
      let problem = Diagnostic("publication.no-language", "the publication has no language")
      return Diagnosed(nil, complete([problem], of: tree))
    }
    let blocks = PublicationBlocks(tree, language: language)
    context.footnotes = blocks.footnotes
    var problems = blocks.diagnostics
    do {
      let pages = try passes(tree, blocks, context, &problems)
      // What blocks reported holds for all passes; what pages reported, for the last one only.
      problems += context.diagnostics + pages.diagnostics + limits(of: tree, pages.pages.count)
      guard !pages.pages.isEmpty else { return Diagnosed(nil, complete(problems, of: tree)) }
      let anchors = Set(blocks.anchors.keys)
      var drawn = pages.pages.map { withoutDeadLinks($0, anchors) }
      for index in drawn.indices where drawn[index].removeUnplaced() {
        problems.append(unplaced(on: drawn[index], of: tree))
      }
      problems += ContrastCheck.problems(
        on: drawn, palette: context.palette, images: context.images, locations: blocks.locations,
        artifacts: blocks.artifactLocations)
      var drawing = PublicationDrawing(
        pages: drawn,
        palette: tree.theme.palette, outline: pages.outline, structure: blocks.structure,
        information: information(tree, language: language, creator: creator))
      drawing.turnedFrom = pages.turnedFrom
      problems = ProblemPlaces(records: blocks.records, pages: drawn).naming(problems)
      return Diagnosed(drawing, complete(problems, of: tree))
    } catch {
      return Diagnosed(nil, complete(problems + context.diagnostics + [error], of: tree))
    }
  }

  /// Makes up the pages until the numbers they print are those that they have.
  private static func passes(
    _ tree: PublicationTree, _ blocks: PublicationBlocks, _ context: TypesettingContext,
    _ problems: inout [Diagnostic]
  ) throws(Diagnostic) -> PageMaker {
    for pass in 1...maximumPasses {
      var maker = PageMaker(tree: tree, blocks: blocks, context: context)
      try maker.run()
      let isStable =
        maker.anchorPages == context.anchorPages && maker.pages.count == context.pageCount
        && maker.footnoteNumbers == context.footnotes.pageNumbers
        && maker.editionPageCounts == context.editionPageCounts
      if isStable || !blocks.readsPagination { return maker }
      if pass == maximumPasses {
        problems.append(unstable(maker, blocks, context))
        return maker
      }
      context.anchorPages = maker.anchorPages
      context.pageCount = maker.pages.count
      context.footnotes.pageNumbers = maker.footnoteNumbers
      context.editionPageCounts = maker.editionPageCounts
    }
    return PageMaker(tree: tree, blocks: blocks, context: context)
  }

  /// The error that names what swings between the last two passes.
  private static func unstable(
    _ maker: PageMaker, _ blocks: PublicationBlocks, _ context: TypesettingContext
  ) -> Diagnostic {
    // Only what is printed or led to can move something; the first of it comes first.
    let swinging = maker.anchorPages
      .filter { context.anchorPages[$0.key] != $0.value && blocks.references[$0.key] != nil }
      .filter { !FootnoteName.isOwn($0.key) }
      .map { (name: $0.key, pages: [context.anchorPages[$0.key] ?? 0, $0.value].sorted()) }
      .sorted { ($0.pages[0], $0.name) < ($1.pages[0], $1.name) }
    let what: String
    if swinging.isEmpty {
      let pages = [context.pageCount, maker.pages.count].sorted()
      what =
        pages[0] == pages[1]
        ? "the numbers of footnotes swing"
        : "the number of pages swings between \(pages[0]) and \(pages[1])"
    } else {
      what =
        "the page of "
        + swinging.prefix(3).map { anchor in
          let title = blocks.anchorTitles[anchor.name] ?? ""
          return "“\(title.isEmpty ? anchor.name : title)” swings between \(anchor.pages[0]) and "
            + "\(anchor.pages[1])"
        }.joined(separator: ", that of ")
    }
    let name = swinging.first?.name
    var hints = ["change the text around it a little, or fix its place with a page break"]
    if let place = name.flatMap({ blocks.references[$0] }) {
      hints.insert("its number is asked for at \(place)", at: 0)
    }
    return Diagnostic(
      "pagination.unstable",
      "page numbers do not come to rest after \(maximumPasses) passes: \(what)",
      at: name.flatMap { blocks.anchors[$0] }, hints: hints)
  }

  /// The error for what has no place on a page.
  private static func unplaced(on page: PageDrawing, of tree: PublicationTree) -> Diagnostic {
    Diagnostic(
      "page.no-place",
      "something on page \(page.label) has no place, because a measure of it is no number",
      at: tree.sections.first?.location,
      hints: ["look for sizes and distances of that page that are without bounds"])
  }

  /// What is wrong with the number of pages.
  private static func limits(of tree: PublicationTree, _ count: Int) -> [Diagnostic] {
    guard count > 0 else {
      return [
        Diagnostic(
          "publication.empty", "the publication has no pages", at: tree.sections.first?.location,
          hints: ["give the layout a section with content"])
      ]
    }
    var problems: [Diagnostic] = []
    let place = tree.sections.last?.location
    if tree.pageMultiple > 1, count % tree.pageMultiple != 0 {
      let next = (count / tree.pageMultiple + 1) * tree.pageMultiple
      problems.append(
        Diagnostic(
          "publication.page-multiple",
          "the publication has \(count) pages, but their number must be a multiple of "
            + "\(tree.pageMultiple)",
          at: place, hints: ["add \(next - count) pages, or take \(count % tree.pageMultiple) out"])
      )
    }
    if let most = tree.maximumPages, count > most {
      problems.append(
        Diagnostic(
          "publication.too-many-pages",
          "the publication has \(count) pages, but at most \(most) are allowed", at: place,
          hints: ["shorten the text, or set it smaller"]))
    }
    return problems
  }

  /// Every problem with the layout, record and language that were being set.
  private static func complete(
    _ diagnostics: [Diagnostic], of tree: PublicationTree
  ) -> [Diagnostic] {
    let languages = tree.languages.map(\.rawValue).joined(separator: "-")
    var seen = Set<Diagnostic>()
    return diagnostics.map { diagnostic in
      var copy = diagnostic
      copy.element = nil
      copy.layout = copy.layout ?? tree.layout
      if copy.record == nil, !tree.record.isEmpty { copy.record = tree.record }
      if copy.language == nil, !languages.isEmpty { copy.language = languages }
      return copy
    }.filter { seen.insert($0).inserted }
  }

  /// The page without links to places that there are not; those are reported already.
  private static func withoutDeadLinks(_ page: PageDrawing, _ anchors: Set<String>) -> PageDrawing {
    var copy = page
    copy.links.removeAll { link in
      guard case .destination(let name) = link.target else { return false }
      return !anchors.contains(name)
    }
    return copy
  }

  /// What the file says of itself; a date known to the year counts from its first day.
  private static func information(
    _ tree: PublicationTree, language: LanguageTag, creator: String
  ) -> DocumentInformation {
    let date = tree.metadata.date
    let day = PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    return DocumentInformation(
      title: tree.metadata.title, author: tree.metadata.author, subject: tree.metadata.subject,
      keywords: tree.metadata.keywords.joined(separator: ", "),
      creationDate: day.iso + "T00:00:00Z", language: language, creator: creator)
  }
}
