package import Design
package import Diagnostics
package import DisplayList
package import Languages
package import TextShaping

/// What setting a publication depends on beside its blocks; belongs to one worker thread.
package final class TypesettingContext {
  package let shaper: any Shaper
  package let languages: LanguageCatalogue
  package let palette: Palette
  package let hyphenation: any HyphenationSource
  /// Resolves a workspace path of an image to a file and its size in points.
  package let images: any ImageSource
  /// Remembers shaped words and set paragraphs.
  package let paragraphSetter: ParagraphSetter
  /// Page numbers of anchors as the last pass found them, from 1.
  package var anchorPages: [String: Int] = [:]
  /// How many pages the last pass made; 0 before the first.
  package var pageCount = 0
  /// The page being filled, from 1, and the running headings by level.
  package var currentPage = 1
  package var runningHeadings = RunningHeadings()
  /// The publication's footnotes, for the feet of its pages.
  var footnotes = PublicationFootnotes()
  /// The running headings of further languages on the same pages.
  package var otherRunningHeadings: [LanguageTag: RunningHeadings] = [:]
  /// How many pages each half of a turned publication has.
  package var editionPageCounts: [LanguageTag: Int] = [:]
  /// What an editor can mend; collected while the publication is set as well as it can be.
  package internal(set) var diagnostics: [Diagnostic] = []
  var reported: Set<Diagnostic> = []
  /// Paragraphs of the publication in work that are broken into lines, by block and width.
  var setParagraphs: [ParagraphBlock.Key: SetParagraph] = [:]
  /// Columns of tables that are measured, by block and width.
  var tableColumns: [TableColumns.Key: TableColumns] = [:]
  /// How the texts of the frame being set are changed so that they fit.
  var adjustment: TextAdjustment?
  /// What was found for groups of frames in this pass.
  var groupCopyfits: [String: FrameCopyfitting.Result] = [:]
  /// How often a block was asked to fit so far: the work of making up pages.
  package internal(set) var fitCalls = 0

  package init(
    shaper: any Shaper, languages: LanguageCatalogue, palette: Palette,
    hyphenation: any HyphenationSource, images: any ImageSource,
    costs: JustificationCosts = JustificationCosts()
  ) {
    self.shaper = shaper
    self.languages = languages
    self.palette = palette
    self.hyphenation = hyphenation
    self.images = images
    paragraphSetter = ParagraphSetter(costs: costs)
  }

  /// Notes a problem; the same one counts once.
  package func report(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Forgets all of the publication before, so that one context serves many.
  package func beginPublication() {
    anchorPages = [:]
    pageCount = 0
    currentPage = 1
    runningHeadings = RunningHeadings()
    footnotes = PublicationFootnotes()
    otherRunningHeadings = [:]
    editionPageCounts = [:]
    diagnostics = []
    reported = []
    setParagraphs = [:]
    tableColumns = [:]
    adjustment = nil
    groupCopyfits = [:]
    paragraphSetter.forgetParagraphs()
  }
}

/// Finds the pictures of a workspace.
package protocol ImageSource: AnyObject {
  /// The absolute file and the natural size in points of a picture, checked to be one.
  func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double)

  /// The colours of the picture of an absolute file; nil where nothing is known of them.
  func colors(of file: String) -> PictureColors?
}

extension ImageSource {
  package func colors(of file: String) -> PictureColors? { nil }
}
