package import Design
package import Diagnostics
package import Languages

/// A whole publication in one language (or several side by side), before any line is set.
package struct PublicationTree: Sendable {
  /// The layout it was made with.
  package var layout: String
  /// The path of the output without language and format: `fact-sheets/drz`.
  package var outputStem: String
  /// The record that it is about; empty for a publication about all of them.
  package var record: String
  /// The languages on its pages, the leading one first.
  package var languages: [LanguageTag]
  package var metadata: Metadata
  package var theme: Theme
  package var page: PageGeometry
  package var masters: [String: PageMaster]
  package var sections: [PageSection]
  /// What the records on its pages are, by identifier, so that data formats can list them.
  package var records: [String: RecordSummary]
  /// Where texts of the model lead to anchors, so that one that is missing can be found.
  package var linkPlaces: [LinkOrigin: SourceLocation]
  /// The number of pages must be a multiple of this; 1 for any.
  package var pageMultiple: Int
  package var maximumPages: Int?
  /// How footnotes are numbered and look; nil derives it from the text they belong to.
  package var footnotes: FootnoteSettings?
  /// How the languages stand to each other.
  package var arrangement: LanguageArrangement
  /// The halves of a turned publication, in order; empty for any other.
  package var editions: [Edition]

  package init(
    layout: String, outputStem: String, languages: [LanguageTag], metadata: Metadata,
    theme: Theme, page: PageGeometry
  ) {
    self.layout = layout
    self.outputStem = outputStem
    self.languages = languages
    self.metadata = metadata
    self.theme = theme
    self.page = page
    record = ""
    masters = [:]
    sections = []
    records = [:]
    linkPlaces = [:]
    pageMultiple = 1
    maximumPages = nil
    footnotes = nil
    arrangement = .separate
    editions = []
  }
}

/// What tells links of the model's texts apart: the anchor, and whose text in which language.
package struct LinkOrigin: Sendable, Hashable {
  package var anchor: String
  package var record: String
  package var language: LanguageTag

  package init(anchor: String, record: String, language: LanguageTag) {
    self.anchor = anchor
    self.record = record
    self.language = language
  }
}

/// A record of the model as data formats list it.
package struct RecordSummary: Sendable, Hashable {
  /// The record's type as the model names it (`project`).
  package var type: String
  /// Its name in the publication's leading language.
  package var name: String
  /// Its names in the other languages of a publication in several.
  package var otherNames: [LanguageTag: String] = [:]

  package init(type: String, name: String) {
    self.type = type
    self.name = name
  }

  /// Its name in one of the publication's languages.
  package func name(in language: LanguageTag) -> String { otherNames[language] ?? name }
}

/// What a finished file says of itself.
package struct Metadata: Sendable, Hashable {
  package var title: String
  package var author: String
  package var subject: String
  package var keywords: [String]
  /// The date of the edition, from the workspace; no clock is read.
  package var date: PartialDate

  package init(
    title: String, author: String, subject: String = "", keywords: [String] = [],
    date: PartialDate
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.date = date
  }
}

/// What stands on every page of a kind: ground, ornaments, folio, running heads.
package struct PageMaster: Sendable, Hashable {
  package var name: String
  package var background: PaletteColor?
  /// Drawn below the page's own frames; all of it is an artifact.
  package var frames: [Frame]
  /// The area that flowing text fills; nil takes the type area.
  package var textArea: FrameArea?

  package init(
    name: String, background: PaletteColor? = nil, frames: [Frame] = [], textArea: FrameArea? = nil
  ) {
    self.name = name
    self.background = background
    self.frames = frames
    self.textArea = textArea
  }
}

/// An area of a page with its blocks.
package struct Frame: Sendable, Hashable {
  package var area: FrameArea
  package var alignment: VerticalAlignment
  package var content: [BlockNode]
  package var location: SourceLocation
  /// On which pages of a double page a master's frame appears.
  package var side: PageSide
  /// The language it is in; nil for the leading one or several.
  package var language: LanguageTag?
  /// How its text gives way where it does not fit.
  package var copyfit: Copyfit?

  package init(
    area: FrameArea, alignment: VerticalAlignment = .top, content: [BlockNode],
    location: SourceLocation, side: PageSide = .both
  ) {
    self.area = area
    self.alignment = alignment
    self.content = content
    self.location = location
    self.side = side
    language = nil
  }
}

/// The pages of a double page.
package enum PageSide: String, Sendable, Hashable, CaseIterable {
  case both, left, right
}

/// A run of pages.
package struct PageSection: Sendable, Hashable {
  /// How its content comes onto pages.
  package enum Kind: Sendable, Hashable {
    /// One page with frames at fixed places; what does not fit is an error.
    case fixed([Frame])
    /// As many pages as the blocks need.
    case flow([BlockNode])
  }

  package var kind: Kind
  package var master: MasterChoice
  /// Overrides the master's ground.
  package var background: PaletteColor?
  /// The section starts on such a page; an empty page is put before it where needed.
  package var startsOn: PageSide
  /// A flow fills exactly so many pages: empty ones are added, more are an error.
  package var pageCount: Int?
  /// The language it is in; nil for the leading one or several.
  package var language: LanguageTag?
  /// Each page is a double page: the languages face each other.
  package var isSpread: Bool
  package var location: SourceLocation
  /// The record that it is about, where it is one of several for records; empty for none.
  package var record = ""

  package init(
    kind: Kind, master: MasterChoice, background: PaletteColor? = nil, startsOn: PageSide = .both,
    pageCount: Int? = nil, location: SourceLocation
  ) {
    self.kind = kind
    self.master = master
    self.background = background
    self.startsOn = startsOn
    self.pageCount = pageCount
    self.location = location
    language = nil
    isSpread = false
  }
}
