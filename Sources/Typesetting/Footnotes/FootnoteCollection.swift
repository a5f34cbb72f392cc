import Diagnostics
import DocumentTree
import Languages

/// The footnotes that a builder has met, in reading order.
struct FootnoteCollection {
  /// What tells a note from others: a further mark has the same.
  private struct Key: Hashable {
    var identifier: String
    var location: SourceLocation?
  }

  /// A note whose mark is in a text that is being built.
  struct Waiting {
    var note: Int
    var footnote: Footnote
    var label: [Inline]
  }

  /// How notes are numbered and look; made from the first text with a note where the layout does
  /// not say.
  var settings: FootnoteSettings?
  private(set) var blocks: [Int: FootnoteBlock] = [:]
  /// Notes to be built, by the name to which their marks lead.
  private var waiting: [String: Waiting] = [:]
  private var latest: [Key: (note: Int, footnote: Footnote)] = [:]
  private var repeated: Set<Int> = []
  private var count = 0
  /// How many notes have numbers, in the publication and in the section at hand, by language where
  /// several stand in one publication.
  private var numbered: [LanguageTag?: Int] = [:]
  private var numberedInSection: [LanguageTag?: Int] = [:]
  /// Languages that stand in one publication, and count their notes each by itself.
  var countedLanguages: Set<LanguageTag> = []
  /// The language of the text that is being built.
  var language: LanguageTag?
  /// The number printed for each note, where it is known.
  private var numbers: [Int: Int] = [:]

  /// A new section, where notes may be counted anew.
  mutating func beginSection() { numberedInSection = [:] }

  /// The note of a mark; new ones get the next number, and wait to be built.
  mutating func add(_ footnote: Footnote) -> (note: Int, isNew: Bool)? {
    let key = Key(identifier: footnote.identifier, location: footnote.location)
    var added = footnote
    if footnote.isRepeated {
      guard let first = latest[key] else { return nil }
      guard settings?.numbering == .page else { return (first.note, false) }
      // On another page the number would be another note's: the note is given again.
      added = first.footnote
    }
    count += 1
    let counted = language.flatMap { countedLanguages.contains($0) ? $0 : nil }
    numbered[counted, default: 0] += 1
    numberedInSection[counted, default: 0] += 1
    let own = settings?.numbering == .section ? numberedInSection : numbered
    numbers[count] = own[counted]
    latest[key] = (count, added)
    waiting[FootnoteName.note(count)] = Waiting(
      note: count, footnote: added, label: label(of: count))
    return (count, true)
  }

  /// The note that the same text has brought before, for where it is drawn again.
  func note(again footnote: Footnote) -> Int? {
    latest[Key(identifier: footnote.identifier, location: footnote.location)]?.note
  }

  /// The number as it is printed.
  func label(of note: Int) -> [Inline] {
    settings?.numbering == .page
      ? [.pageField(.footnoteNumber(note))] : [.text(String(numbers[note] ?? note))]
  }

  /// Keeps a note that was built.
  mutating func keep(_ block: FootnoteBlock) {
    blocks[block.note] = block
    blocks[block.note]?.hasFurtherMarks = repeated.contains(block.note)
  }

  /// Notes that a further mark leads to the note.
  mutating func markAgain(_ note: Int) {
    // The note may still wait to be built, when it has both marks in one paragraph.
    repeated.insert(note)
    blocks[note]?.hasFurtherMarks = true
  }

  /// The note to build where a link of its mark is met.
  mutating func take(_ name: String) -> Waiting? { waiting.removeValue(forKey: name) }
}
