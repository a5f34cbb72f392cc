/// What publications of one house look like: colours, typefaces, text styles.
package struct Theme: Sendable, Hashable {
  package var name: String
  package var palette: Palette
  /// The styles by name.
  package var styles: [String: TextStyle]

  /// Font families by the role that styles name (`reading`).
  package var fonts: [String: String] = [:]

  package init(name: String, palette: Palette, styles: [String: TextStyle]) {
    self.name = name
    self.palette = palette
    self.styles = styles
  }
}
