/// What a printer wants of a file: paper's edge, marks, inks and limits.
package struct PrinterProfile: Sendable, Hashable {
  /// How pages come to the printer.
  package enum Sheets: String, Sendable, Hashable, CaseIterable {
    /// One page of the file for each page.
    case single
    /// One page of the file for each two pages that face each other.
    case spreads
  }

  /// What stands around the trimmed page.
  package enum Mark: String, Sendable, Hashable, CaseIterable {
    case crop
    case registration
    case color
  }

  /// The paper and inks that the file is made for.
  package struct OutputCondition: Sendable, Hashable {
    /// The name in the ICC's registry of characterization data, as `FOGRA39`.
    package var identifier: String
    /// The same in words.
    package var name: String
    /// The file of the ICC profile; the workspace's `Assets/` comes first, then where `make` puts it.
    package var profile: String

    package init(identifier: String, name: String, profile: String) {
      self.identifier = identifier
      self.name = name
      self.profile = profile
    }
  }

  /// What preflight holds a file against.
  package struct Limits: Sendable, Hashable {
    /// The most ink in one place, in shares of one full ink: 3 is 300 %.
    package var totalInk = 3.0
    /// The least resolution of pictures in pixels to the inch: below the first a note of what is
    /// wanted, below the second a warning, below the third an error.
    package var wantedResolution = 300.0
    package var warnedResolution = 250.0
    package var leastResolution = 150.0
    /// The thinnest line in points.
    package var thinnestLine = 0.25
    /// Text smaller than this, in points, stands in one ink.
    package var smallText = 12.0
    /// Text smaller than this, in points, is not spared out of several inks, which would fill it.
    package var smallReversedText = 8.0
    /// How near to the trim text may come, in points.
    package var safety = 3.0 / 25.4 * 72
    /// The number of pages is a multiple of it.
    package var pageMultiple = 1

    package init() {}
  }

  package var name: String
  package var outputCondition: OutputCondition
  /// How far art runs over the trim, in points.
  package var bleed = 3.0 / 25.4 * 72
  package var marks: Set<Mark> = []
  package var sheets = Sheets.single
  package var limits = Limits()

  package init(name: String, outputCondition: OutputCondition) {
    self.name = name
    self.outputCondition = outputCondition
  }
}
