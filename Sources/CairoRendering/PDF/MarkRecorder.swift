import CCairo
import DisplayList
import Languages

/// Encloses what is drawn in marked-content sequences and notes what each of them stands for.
///
/// Cairo 1.16 can number the sequences, and nothing more: its own structure tree loses text before
/// a nested element and knows no artifacts. All of them are flat `Span` here, numbered by Cairo
/// in the order of drawing; finishing gives them their names.
final class MarkRecorder {
  /// What the sequences of the page at hand stand for, by their number.
  private(set) var marks: [DrawnMark] = []
  private var isOpen = false

  /// Goes on with the open sequence if it has this mark and is in this language, or begins one.
  func begin(_ mark: ContentMark, language: LanguageTag?, on context: CairoContext) {
    if isOpen, let last = marks.indices.last, marks[last].mark == mark,
      mark == .artifact || language == nil || marks[last].language.map({ $0 == language }) ?? true
    {
      marks[last].language = marks[last].language ?? language
      return
    }
    end(on: context)
    cairo_tag_begin(context.handle, "Span", nil)
    marks.append(DrawnMark(mark, language: language))
    isOpen = true
  }

  /// Ends the open sequence, if there is one.
  func end(on context: CairoContext) {
    guard isOpen else { return }
    cairo_tag_end(context.handle, "Span")
    isOpen = false
  }

  /// The marks of the page, which is done; the next one begins anew.
  func endPage() -> [DrawnMark] {
    defer { marks = [] }
    return marks
  }
}
