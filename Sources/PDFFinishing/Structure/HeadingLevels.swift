import DisplayList

/// The levels that headings have in the structure (ISO 14289-1, 7.4.2).
///
/// A layout may choose its levels by their look and skip some; a listener who goes down one level must
/// find the next heading there. Levels are counted by what stands above a heading: below a first
/// level comes a second, whatever it is called.
enum HeadingLevels {
  /// Gives the headings that are drawn their levels.
  static func closeGaps(in tree: inout StructureTree, drawn marks: [[DrawnMark]]) {
    var isDrawn = Array(repeating: false, count: tree.elements.count)
    for mark in marks.joined() {
      if case .element(let index) = mark.mark, isDrawn.indices.contains(index) {
        isDrawn[index] = true
      }
    }
    // Children stand after their parents: from the end, each is known before its parent.
    for index in tree.elements.indices.reversed() where isDrawn[index] {
      if let parent = tree.elements[index].parent { isDrawn[parent] = true }
    }
    var above: [Int] = []
    for index in tree.elements.indices where isDrawn[index] {
      guard let level = level(of: tree.elements[index].type) else { continue }
      while let last = above.last, last >= level { above.removeLast() }
      above.append(level)
      tree.elements[index].type = "H\(above.count)"
    }
  }

  /// 1 to 6; nil for what is no heading.
  private static func level(of type: String) -> Int? {
    guard type.count == 2, type.first == "H" else { return nil }
    return type.last?.wholeNumberValue
  }
}
