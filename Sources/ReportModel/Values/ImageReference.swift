package import Geometry
package import Languages

/// A picture of a record.
package struct ImageReference: Sendable, Hashable {
  /// The file's path relative to the workspace.
  package var file: String
  /// What the picture shows; nil only for a decorative one.
  package var alternativeText: Localized<String>?
  /// Who made it, as it prints beside the picture.
  package var credit: String?
  /// Under which terms it may be printed.
  package var licence: String?
  /// Whether it says nothing that a reader who cannot see it would miss.
  package var isDecorative: Bool
  /// What a crop keeps in view; nil for the middle.
  package var focus: FocalPoint?

  package init(
    file: String, alternativeText: Localized<String>?, credit: String? = nil,
    licence: String? = nil, isDecorative: Bool = false
  ) {
    self.file = file
    self.alternativeText = alternativeText
    self.credit = credit
    self.licence = licence
    self.isDecorative = isDecorative
    focus = nil
  }
}
