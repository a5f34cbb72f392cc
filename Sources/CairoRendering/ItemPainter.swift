import CCairo
import Design
import Diagnostics
import DisplayList
import Geometry

/// Draws display items on one page of a surface.
struct ItemPainter {
  /// How a surface wants its text and pictures.
  enum Medium {
    /// Text stays text, JPEG files are embedded as they are.
    case pdf
    /// Text becomes outlines, JPEG files are embedded as they are.
    case svg
    /// All becomes pixels.
    case pixels
  }

  let context: CairoContext
  let palette: Palette
  let resources: RenderingResources
  let medium: Medium
  /// Surface units per point: 1, or pixels per point.
  let unitsPerPoint: Double
  /// Notes what each piece of content means; nil where the medium has no place for it.
  var marks: MarkRecorder?
  /// Notes the colours by codes, for a drawing that will be printed; nil for one that is seen.
  var inks: InkRecorder?

  /// Deeper nesting of clips than any layout has.
  private static let deepest = 64

  private var cairo: OpaquePointer { context.handle }

  /// Draws items from the ground up.
  func draw(_ items: [DisplayItem], depth: Int = 0) throws(Diagnostic) {
    // What is marked alike and drawn in a row is one piece; clips have theirs within.
    defer { marks?.end(on: context) }
    for item in items {
      if case .clipped = item.content {
        marks?.end(on: context)
      } else {
        marks?.begin(item.mark, language: item.language, on: context)
      }
      switch item.content {
      case .glyphs(let run): try draw(run)
      case .shape(let shape): try draw(shape)
      case .image(let image): try draw(image)
      case .clipped(let path, let inner):
        guard depth < Self.deepest else {
          throw Diagnostic("render.too-deep", "clips are nested more than \(Self.deepest) deep")
        }
        try context.saving { () throws(Diagnostic) in
          try trace(path)
          cairo_clip(cairo)
          try draw(inner, depth: depth + 1)
        }
      }
    }
  }

  /// Draws an outline: its fill first, then its stroke on top.
  private func draw(_ shape: Shape) throws(Diagnostic) {
    let line = shape.stroke.flatMap { $0.width > 0 ? $0 : nil }
    guard shape.fill != nil || line != nil else { return }
    if let fill = shape.fill {
      try trace(shape.path)
      if marks != nil { context.keepFromPainting() }
      try setColor(fill, opacity: shape.opacity)
      cairo_set_fill_rule(
        cairo, shape.evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
      cairo_fill(cairo)
    }
    guard let line else { return }
    guard line.width.isFinite, line.dashes.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw Self.notFinite
    }
    try trace(shape.path)
    try setColor(line.color)
    cairo_set_line_width(cairo, line.width)
    cairo_set_line_cap(cairo, line.roundCaps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(cairo, line.roundCaps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    // Dashes and gaps that are all zero would put Cairo into its error state: a full line.
    let dashes = line.dashes.contains { $0 > 0 } ? line.dashes : []
    cairo_set_dash(cairo, dashes, Int32(dashes.count), 0)
    cairo_stroke(cairo)
  }

  /// Draws text in one face, size and colour.
  private func draw(_ run: GlyphRun) throws(Diagnostic) {
    guard !run.glyphs.isEmpty, run.size > 0 else { return }
    guard run.size.isFinite, run.scale.isFinite, run.scale > 0, Self.isFinite(run.origin),
      run.glyphs.allSatisfy({ $0.x.isFinite && $0.y.isFinite })
    else { throw Self.notFinite }
    guard let clusters = GlyphClusters(run, withSpaceAtEnd: medium == .pdf) else {
      throw Diagnostic(
        "render.clusters", "the glyphs of “\(run.text.prefix(40))” do not follow its text")
    }
    try setColor(run.color)
    let font = try resources.fonts.font(
      run.face, size: run.size, scale: run.scale, unitsPerPoint: unitsPerPoint)
    cairo_set_scaled_font(cairo, font.handle)
    if medium == .pdf {
      clusters.text.withUnsafeBytes { text in
        cairo_show_text_glyphs(
          cairo, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count),
          clusters.glyphs, Int32(clusters.glyphs.count), clusters.clusters,
          Int32(clusters.clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
      }
    } else if medium == .svg {
      // Each glyph's outline is written once and used by reference: a sixteenth of the size.
      cairo_show_glyphs(cairo, clusters.glyphs, Int32(clusters.glyphs.count))
    } else {
      // Cairo 1.16 sets glyphs on whole pixels, which spoils the spacing of small text; as
      // outlines they stand where they belong.
      cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
      cairo_glyph_path(cairo, clusters.glyphs, Int32(clusters.glyphs.count))
      cairo_fill(cairo)
    }
    try CairoFailure.check(cairo_status(cairo), "the text “\(run.text.prefix(40))”")
  }

  /// Draws the shown part of a picture into its frame.
  private func draw(_ image: PlacedImage) throws(Diagnostic) {
    let (frame, crop) = (image.frame, image.crop)
    guard Self.isFinite(frame), Self.isFinite(crop) else { throw Self.notFinite }
    guard frame.width > 0, frame.height > 0, crop.width > 0, crop.height > 0 else { return }
    // Where the whole picture would stand if its crop fills the frame.
    let size = Size(width: frame.width / crop.width, height: frame.height / crop.height)
    let whole = Rect(
      origin: Point(x: frame.x - crop.x * size.width, y: frame.y - crop.y * size.height),
      size: size)
    let color = try image.color.map { (color) throws(Diagnostic) in
      let rgb = try rgb(of: color)
      inks?.note(color, ofPicture: rgb)
      return rgb
    }
    let picture = try resources.images.picture(file: image.file)
    try context.saving { () throws(Diagnostic) in
      cairo_rectangle(cairo, frame.x, frame.y, frame.width, frame.height)
      cairo_clip(cairo)
      switch picture {
      case .raster(let raster):
        try raster.draw(in: whole, on: context, medium: medium, inks: inks != nil)
      case .vector(let vector): try vector.draw(in: whole, on: context, color: color)
      }
    }
    try CairoFailure.check(cairo_status(cairo), "the picture \(image.file)")
  }

  /// Makes a path the context's current one.
  private func trace(_ path: Path) throws(Diagnostic) {
    cairo_new_path(cairo)
    for element in path.elements {
      switch element {
      case .move(let p):
        guard Self.isFinite(p) else { throw Self.notFinite }
        cairo_move_to(cairo, p.x, p.y)
      case .line(let p):
        guard Self.isFinite(p) else { throw Self.notFinite }
        cairo_line_to(cairo, p.x, p.y)
      case .curve(let a, let b, let end):
        guard Self.isFinite(a), Self.isFinite(b), Self.isFinite(end) else { throw Self.notFinite }
        cairo_curve_to(cairo, a.x, a.y, b.x, b.y, end.x, end.y)
      case .close:
        cairo_close_path(cairo)
      }
    }
  }

  /// Makes a colour of the palette the context's source.
  private func setColor(_ color: PaletteColor, opacity: Double = 1) throws(Diagnostic) {
    var rgb = try rgb(of: color)
    if let inks { rgb = try inks.code(of: color) }
    guard opacity < 1 else {
      cairo_set_source_rgb(cairo, rgb.red, rgb.green, rgb.blue)
      return
    }
    guard opacity >= 0 else { throw Self.notFinite }
    cairo_set_source_rgba(cairo, rgb.red, rgb.green, rgb.blue, opacity)
  }

  /// A colour on screen; throws where the palette does not have it.
  private func rgb(of color: PaletteColor) throws(Diagnostic) -> RGB {
    guard let rgb = palette.rgb(of: color) else {
      throw Diagnostic(
        "render.unknown-color", "the palette has no colour “\(color.entry)”",
        hints: Suggestion.hint(for: color.entry, among: palette.entries.keys))
    }
    return rgb
  }

  /// Cairo would write `nan` into the file, or stop drawing without a word.
  private static let notFinite = Diagnostic(
    "render.not-finite", "something would be drawn at a place or in a size that is no number")

  private static func isFinite(_ p: Point) -> Bool { p.x.isFinite && p.y.isFinite }
  private static func isFinite(_ r: Rect) -> Bool {
    isFinite(r.origin) && r.width.isFinite && r.height.isFinite
  }
}
