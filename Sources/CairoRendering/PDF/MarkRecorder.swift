import CCairo
import DisplayList

/// Encloses what is drawn in marked-content sequences and notes what each of them stands for.
///
/// Cairo 1.16 can number the sequences, and nothing more: its own structure tree loses text before
/// a nested element and knows no artifacts. All of them are flat `Span` here, numbered by Cairo
/// in the order of drawing; finishing gives them their names.
final class MarkRecorder {
  /// What the sequences of the page at hand stand for, by their number.
  private(set) var marks: [ContentMark] = []
  private var open: ContentMark?

  /// Goes on with the open sequence if it has this mark, or begins one.
  func begin(_ mark: ContentMark, on context: CairoContext) {
    guard open != mark else { return }
    end(on: context)
    cairo_tag_begin(context.handle, "Span", nil)
    marks.append(mark)
    open = mark
  }

  /// Ends the open sequence, if there is one.
  func end(on context: CairoContext) {
    guard open != nil else { return }
    cairo_tag_end(context.handle, "Span")
    open = nil
  }

  /// The marks of the page, which is done; the next one begins anew.
  func endPage() -> [ContentMark] {
    defer { marks = [] }
    return marks
  }
}
