package import Design
package import Geometry

/// Content set on a picture.
package struct Overlay: Sendable, Hashable {
  package var image: ImageBlock
  /// A veil between the picture and the content; nil for none.
  package var scrim: PaletteColor?
  /// How much of the picture the veil hides, from 0 to 1.
  package var opacity: Double
  package var padding: Edges
  package var alignment: VerticalAlignment
  package var children: [BlockNode]

  package init(image: ImageBlock, children: [BlockNode], padding: Edges = .zero) {
    self.image = image
    self.children = children
    self.padding = padding
    scrim = nil
    opacity = 1
    alignment = .bottom
  }
}
