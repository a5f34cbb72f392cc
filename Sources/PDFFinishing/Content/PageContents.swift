import DisplayList
import Languages

/// What stands on the pages, by structure element.
struct PageContents {
  /// A marked-content sequence.
  struct Piece: Hashable, Comparable {
    var page: Int
    /// The sequence's number on its page.
    var identifier: Int

    static func < (a: Piece, b: Piece) -> Bool { (a.page, a.identifier) < (b.page, b.identifier) }
  }

  /// For each page what its sequences become, in the order of drawing.
  private(set) var sequences: [[ContentMarking.Sequence]] = []
  /// For each page the elements of its numbered sequences.
  private(set) var owners: [[Int]] = []
  /// For each element its pieces, in the order of drawing.
  private(set) var pieces: [[Piece]]

  /// Numbers the sequences that belong to elements, page by page.
  ///
  /// Text in another language than its element's gets a `Span` of its own below it, added to
  /// `structure`; one that goes on over lines or pages is one span.
  init(_ marks: [[DrawnMark]], structure: inout StructureTree, language: LanguageTag) {
    var spans = LanguageSpans(structure, language: language)
    pieces = Array(repeating: [], count: structure.elements.count)
    for (page, marks) in marks.enumerated() {
      var elements: [Int] = []
      sequences.append(
        marks.map { drawn in
          guard case .element(let index) = drawn.mark, spans.elements.indices.contains(index) else {
            return .artifact
          }
          let element = spans.element(for: index, in: drawn.language, of: &structure)
          if element == pieces.count { pieces.append([]) }
          let identifier = elements.count
          elements.append(element)
          pieces[element].append(Piece(page: page, identifier: identifier))
          return .element(type: structure.elements[element].type, identifier: identifier)
        })
      owners.append(elements)
    }
  }
}

/// The spans of text in another language than what it stands in (ISO 32000-1, 14.9.2).
private struct LanguageSpans {
  /// The languages of the elements, their own or that of what they stand in.
  private(set) var elements: [LanguageTag] = []
  /// The span that an element's text is in so far; nil where it is in the element's language.
  private var open: [Int: (language: LanguageTag, span: Int)] = [:]

  init(_ structure: StructureTree, language: LanguageTag) {
    elements.reserveCapacity(structure.elements.count)
    for element in structure.elements {
      elements.append(element.language ?? element.parent.map { elements[$0] } ?? language)
    }
  }

  /// The element that a piece of an element's text belongs to.
  mutating func element(
    for index: Int, in language: LanguageTag?, of structure: inout StructureTree
  ) -> Int {
    guard let language, language != elements[index],
      !StructureTree.isRead(asOne: structure.elements[index])
    else {
      if language != nil { open[index] = nil }
      return index
    }
    if let open = open[index], open.language == language { return open.span }
    let span = structure.add(
      StructureTree.Element(type: "Span", parent: index, language: language))
    open[index] = (language, span)
    return span
  }
}
