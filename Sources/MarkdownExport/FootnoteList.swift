import DocumentTree

/// The footnotes of a publication as GFM writes them: marks in the text, notes at the file's end.
///
/// A class, because texts are written by values that are copied, and all of them number the notes of
/// one file. A text that is looked at twice gets the same numbers both times.
final class FootnoteList {
  private var numbers: [Footnote: Int] = [:]
  /// The numbers by what further marks have in common with the first: all but the note's text.
  private var latest: [Footnote: Int] = [:]
  private var notes: [Footnote] = []

  /// The number of a mark, from 1; nil for a further mark of a note that never had a first one.
  func number(of footnote: Footnote) -> Int? {
    var key = footnote
    key.paragraphs = []
    if footnote.isRepeated { return latest[key] }
    if let number = numbers[footnote] { return number }
    notes.append(footnote)
    numbers[footnote] = notes.count
    latest[key] = notes.count
    return notes.count
  }

  /// The lines of each note; further paragraphs are indented below the first (GFM's footnotes).
  func paragraphs(_ writer: InlineWriter) -> [[String]] {
    notes.enumerated().map { index, note in
      let paragraphs = note.paragraphs.map { writer.paragraph($0.withoutFootnotes) }
        .filter { !$0.isEmpty }
      let lines = Array(paragraphs.joined(separator: [""]))
      return ["[^\(index + 1)]: " + (lines.first ?? "")]
        + lines.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
    }
  }
}
