package import Design
package import Diagnostics
import Geometry
package import Languages

/// A layout file, read and checked as far as it goes without a model.
package struct LayoutTemplate: Sendable {
  /// The file's name without its ending.
  package var name: String
  package var location: SourceLocation
  package var theme: Theme
  package var title: TextTemplate
  package var subject: TextTemplate?
  /// One publication for every item, where given.
  package var iteration: Iteration?
  /// The output's path without language and format: `fact-sheets/{record.id}`.
  package var output: TextTemplate
  package var formats: [String]
  /// The editions of its PDF.
  package var editions: [PDFEdition]
  /// The printer's profile for the print edition, and where the layout names it.
  package var printer: String
  package var printerLocation: SourceLocation
  /// The width of PNG output in pixels.
  package var pngWidth: Int
  package var page: PageGeometry
  /// How its languages stand to each other.
  package var languages: LanguageSetting
  package var labels: LabelTable
  package var components: [String: ComponentTemplate]
  package var masters: [String: MasterTemplate]
  package var sections: [SectionTemplate]
  package var pageMultiple: Int
  package var maximumPages: Int?
  /// How footnotes are numbered and look, where the layout says it.
  package var footnotes: FootnoteTemplate?
  /// What is done to typed text, beside what the workspace says.
  package var typography: TypographyChoice
  /// Where each gender sign comes first in the layout's texts.
  package var genderSigns: [GenderSign: SourceLocation]
  /// The files that were read for it: layout and theme.
  package var files: [String]

  package init(
    name: String, location: SourceLocation, theme: Theme, title: TextTemplate,
    output: TextTemplate, page: PageGeometry
  ) {
    self.name = name
    self.location = location
    self.theme = theme
    self.title = title
    self.output = output
    self.page = page
    subject = nil
    iteration = nil
    formats = ["pdf", "md", "csv"]
    editions = [.screen]
    printer = "coated"
    printerLocation = location
    languages = LanguageSetting(arrangement: .separate)
    pngWidth = 1240
    labels = LabelTable()
    components = [:]
    masters = [:]
    sections = []
    pageMultiple = 1
    maximumPages = nil
    footnotes = nil
    typography = TypographyChoice()
    genderSigns = [:]
    files = []
  }
}

/// The lists whose items each give one publication.
package struct Iteration: Sendable {
  package var lists: [Expression]
  package var variable: String
  package var condition: Expression?
  package var location: SourceLocation

  package init(
    lists: [Expression], variable: String, condition: Expression?, location: SourceLocation
  ) {
    self.lists = lists
    self.variable = variable
    self.condition = condition
    self.location = location
  }
}

/// Fixed words of a layout in every language; groups have dotted names (`nature.planned`).
package struct LabelTable: Sendable {
  package var entries: [String: TextTemplate] = [:]
  package init() {}
}

/// Blocks with parameters, used by name.
package struct ComponentTemplate: Sendable {
  /// A parameter and the type that it must have: a record type, `text`, `number` or `list of …`.
  package struct Parameter: Sendable {
    package var name: String
    package var type: String
    package var location: SourceLocation

    package init(name: String, type: String, location: SourceLocation) {
      self.name = name
      self.type = type
      self.location = location
    }
  }

  package var parameters: [Parameter]
  package var content: [BlockTemplate]
  package var location: SourceLocation

  package init(parameters: [Parameter], content: [BlockTemplate], location: SourceLocation) {
    self.parameters = parameters
    self.content = content
    self.location = location
  }
}

/// A page master.
package struct MasterTemplate: Sendable {
  package var background: ColorTemplate?
  package var textArea: AreaTemplate?
  package var frames: [FrameTemplate]
  package var location: SourceLocation

  package init(
    background: ColorTemplate?, textArea: AreaTemplate?, frames: [FrameTemplate],
    location: SourceLocation
  ) {
    self.background = background
    self.textArea = textArea
    self.frames = frames
    self.location = location
  }
}

/// A frame's area as written.
package struct AreaTemplate: Sendable {
  package var horizontal: FrameArea.Horizontal
  package var top: LayoutLength?
  package var bottom: LayoutLength?
  package var height: LayoutLength?

  package init(horizontal: FrameArea.Horizontal) {
    self.horizontal = horizontal
    top = nil
    bottom = nil
    height = nil
  }

  /// The area on a page.
  package func resolved(on page: PageGeometry) -> FrameArea {
    FrameArea(
      horizontal: horizontal, top: top?.points(on: page), bottom: bottom?.points(on: page),
      height: height?.points(on: page))
  }
}

/// A frame with its blocks.
package struct FrameTemplate: Sendable {
  package var area: AreaTemplate
  package var alignment: String
  package var side: String
  package var condition: Expression?
  /// The language of its content; nil for the leading one, or all where they stand side by side.
  package var language: LanguageTag?
  /// How its text gives way where it does not fit.
  package var copyfit: Copyfit?
  package var content: [BlockTemplate]
  package var location: SourceLocation

  package init(area: AreaTemplate, content: [BlockTemplate], location: SourceLocation) {
    self.area = area
    self.content = content
    self.location = location
    alignment = "top"
    side = "both"
    condition = nil
    language = nil
  }
}

/// A page, a flow of pages, or either of them for each item of a list.
package struct SectionTemplate: Sendable {
  package enum Kind: Sendable {
    case fixed([FrameTemplate])
    case flow([BlockTemplate])
    /// Sections once for every item (`each: programmes`).
    case each(Argument, variable: String, condition: Expression?, [SectionTemplate])
  }

  package var kind: Kind
  package var master: MasterChoice
  package var background: ColorTemplate?
  package var startsOn: String
  package var pageCount: Int?
  package var condition: Expression?
  /// The language of its content; nil for the leading one, or all where they stand side by side.
  package var language: LanguageTag?
  package var location: SourceLocation

  package init(kind: Kind, master: MasterChoice, location: SourceLocation) {
    self.kind = kind
    self.master = master
    self.location = location
    background = nil
    startsOn = "both"
    pageCount = nil
    condition = nil
    language = nil
  }
}
