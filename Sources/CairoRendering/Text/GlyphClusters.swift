import Geometry
import CCairo
import DisplayList

/// A glyph run in Cairo's form: glyphs, and which bytes of the text each group of them stands for.
struct GlyphClusters {
  private(set) var text: [UInt8]
  private(set) var glyphs: [cairo_glyph_t] = []
  private(set) var clusters: [cairo_text_cluster_t] = []

  /// U+00AD in UTF-8: a hyphen that goes when the word comes together again.
  private static let softHyphen: [UInt8] = [0xC2, 0xAD]

  /// Groups the glyphs; nil where their clusters do not ascend within the text.
  init?(_ run: GlyphRun, withSpaceAtEnd: Bool) {
    text = Array(run.text.utf8)
    let space = withSpaceAtEnd ? run.spaceAtEnd : nil
    let all = run.glyphs + (space.map { [$0] } ?? [])
    if space != nil { text.append(0x20) }
    for glyph in all {
      glyphs.append(
        cairo_glyph_t(
          index: UInt(glyph.identifier), x: run.origin.x + glyph.x, y: run.origin.y + glyph.y))
    }
    // Where each cluster begins, and with which glyph.
    var starts: [(byte: Int, glyph: Int)] = []
    for (index, glyph) in all.enumerated() {
      guard glyph.cluster >= (starts.last?.byte ?? 0), glyph.cluster <= text.count else {
        return nil
      }
      if starts.last?.byte != glyph.cluster { starts.append((glyph.cluster, index)) }
    }
    if run.endsWithSoftHyphen, let last = run.glyphs.indices.last {
      if starts.last?.glyph != last { starts.append((text.count, last)) }
      let start = starts[starts.count - 1].byte
      text.replaceSubrange(start..., with: Self.softHyphen)
    }
    for (place, start) in starts.enumerated() {
      let next = place + 1 < starts.count ? starts[place + 1] : (text.count, glyphs.count)
      // Text before the first glyph belongs to it: nothing of the text is lost.
      let firstByte = place == 0 ? 0 : start.byte
      clusters.append(
        cairo_text_cluster_t(
          num_bytes: Int32(next.0 - firstByte), num_glyphs: Int32(next.1 - start.glyph)))
    }
  }
}
