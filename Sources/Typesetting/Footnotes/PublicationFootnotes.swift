import DocumentTree

/// The footnotes of the publication in work, as pages need them.
struct PublicationFootnotes: Sendable {
  var settings: FootnoteSettings?
  /// The notes, counted from 1 in reading order.
  var blocks: [Int: FootnoteBlock] = [:]
  /// The numbers that the notes had on their pages in the last pass, where pages count their own.
  var pageNumbers: [Int: Int] = [:]

  var isEmpty: Bool { blocks.isEmpty }

  /// The block of a note.
  subscript(note: Int) -> FootnoteBlock? { blocks[note] }

  /// As many figures as the largest number has, so that all notes hang at one edge.
  var widestNumber: String {
    let largest =
      settings?.numbering == .page ? pageNumbers.values.max() ?? 1 : max(1, blocks.count)
    return String(repeating: "0", count: String(largest).count)
  }
}
