import DocumentTree

/// The list of headings as a nested list of links.
struct ContentsList {
  private let entries: [Contents.Entry]

  init(_ entries: [Contents.Entry]) { self.entries = entries }

  /// The list, nested by the levels of its entries, none of them skipped.
  var list: MarkdownList {
    let levels = HeadingOutline.levels(entries.map(\.level))
    return MarkdownList(start: nil, items: nested(entries.indices, levels: levels))
  }

  /// The entries of a range, each with the deeper ones that follow it as a list below it.
  private func nested(_ range: Range<Int>, levels: [Int]) -> [[MarkdownBlock]] {
    var items: [[MarkdownBlock]] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let level = levels[index]
      let end = range[(index + 1)...].first { levels[$0] <= level } ?? range.upperBound
      var item: [MarkdownBlock] = [
        .paragraph([.link(.anchor(entries[index].anchor), entries[index].title)])
      ]
      if index + 1 < end {
        item.append(
          .list(MarkdownList(start: nil, items: nested(index + 1..<end, levels: levels))))
      }
      items.append(item)
      index = end
    }
    return items
  }
}
