import DisplayList

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
  init(_ marks: [[ContentMark]], structure: StructureTree) {
    pieces = Array(repeating: [], count: structure.elements.count)
    for (page, marks) in marks.enumerated() {
      var elements: [Int] = []
      sequences.append(
        marks.map { mark in
          guard case .element(let element) = mark, pieces.indices.contains(element) else {
            return .artifact
          }
          let identifier = elements.count
          elements.append(element)
          pieces[element].append(Piece(page: page, identifier: identifier))
          return .element(type: structure.elements[element].type, identifier: identifier)
        })
      owners.append(elements)
    }
  }
}
