import DisplayList
import Geometry
import Languages
import TextShaping
import Typesetting

/// Measures set lines by their glyphs in the display list, as the PDF shows them.
struct DrawnLines {
  let shaper: any Shaper

  func measure(_ paragraph: SetParagraph) -> [MeasuredLine] {
    paragraph.lines.map(measure)
  }

  private func measure(_ line: SetLine) -> MeasuredLine {
    var measured = MeasuredLine(
      spaces: 0, spaceWidth: 0, width: 0, letters: 0, insertsHyphen: false)
    var start: Double?
    var end = 0.0
    for case .glyphs(let run) in line.items.map(\.content) {
      for word in words(of: run) {
        if start == nil {
          start = word.start
        } else if word.isAfterSpace {
          measured.spaces += 1
          measured.spaceWidth += word.start - end
        }
        end = word.end
        measured.letters += word.letters
      }
      if run.endsWithSoftHyphen {
        measured.insertsHyphen = true
        measured.letters -= 1
      }
    }
    measured.width = end - (start ?? 0)
    return measured
  }

  /// A word, or a part of one, between its first glyph's origin and its last glyph's end.
  private struct Word {
    var start: Double
    var end: Double
    var letters: Int
    var isAfterSpace: Bool
  }

  private func words(of run: GlyphRun) -> [Word] {
    let bytes = Array(run.text.utf8)
    let attributes = ShapingAttributes(face: run.face, language: run.language.rawValue)
    var words: [Word] = []
    var glyphs = run.glyphs[...]
    var start = 0
    var isAfterSpace = false
    while start < bytes.count {
      let text = bytes[start...].prefix { $0 != 0x20 }
      if !text.isEmpty {
        let string = String(decoding: text, as: UTF8.self)
        glyphs = glyphs.drop { $0.cluster < start }
        let own = glyphs.prefix { $0.cluster < text.endIndex }
        // The word ends with its last glyph's own advance; what is added behind is space.
        let advance = shaper.shape(string, attributes).glyphs.last?.advance ?? 0
        if let first = own.first, let last = own.last {
          words.append(
            Word(
              start: run.origin.x + first.x,
              end: run.origin.x + last.x + advance * run.size * run.scale,
              letters: TextCount.letters(in: text), isAfterSpace: isAfterSpace))
        }
      }
      start = text.endIndex + 1
      isAfterSpace = true
    }
    return words
  }
}
