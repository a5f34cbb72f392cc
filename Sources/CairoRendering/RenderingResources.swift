/// What renderers keep from one publication to the next: opened fonts and read pictures.
///
/// Owns C handles and belongs to one thread.
package final class RenderingResources {
  /// The fonts, opened when first drawn.
  let fonts = FontLoader()
  /// The pictures, shared with the typesetting of the same thread.
  package let images: ImageCatalogue

  /// Makes the resources of one thread over its catalogue of pictures.
  package init(images: ImageCatalogue) { self.images = images }
}
