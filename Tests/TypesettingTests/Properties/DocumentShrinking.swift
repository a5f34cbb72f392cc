import DocumentTree

/// Makes a document that shows a mistake as small as can be.
enum DocumentShrinking {
  /// Leaves out whatever the mistake does not need; `fails` says whether it still shows.
  static func shrunk(
    _ nodes: [BlockNode], trials: Int = 400, _ fails: ([BlockNode]) -> Bool
  ) -> [BlockNode] {
    var best = nodes
    var left = trials
    var isSmaller = true
    while isSmaller, left > 0 {
      isSmaller = false
      for candidate in smaller(best) {
        left -= 1
        guard left > 0 else { break }
        if fails(candidate) {
          best = candidate
          isSmaller = true
          break
        }
      }
    }
    return best
  }

  /// All documents that are one step smaller: a node less, or a container replaced by its content.
  private static func smaller(_ nodes: [BlockNode]) -> [[BlockNode]] {
    var result: [[BlockNode]] = []
    for index in nodes.indices {
      var without = nodes
      without.remove(at: index)
      result.append(without)
      if let half = nodes[index].halved {
        var shorter = nodes
        shorter[index] = half
        result.append(shorter)
      }
      guard let children = nodes[index].children else { continue }
      var opened = nodes
      opened.replaceSubrange(index...index, with: children)
      result.append(opened)
      for inner in smaller(children) {
        guard let parent = nodes[index].holding(inner) else { continue }
        var changed = nodes
        changed[index] = parent
        result.append(changed)
      }
    }
    return result
  }
}

extension BlockNode {
  /// The nodes that a container with one content holds.
  fileprivate var children: [BlockNode]? {
    switch content {
    case .stack(let nodes): nodes
    case .box(let box): box.children
    case .columns(let columns): columns.children
    case .grid(let grid): grid.children
    case .row(let row): row.cells.flatMap(\.content)
    case .list(let list): list.items.flatMap { $0 }
    case .definitions(let definitions): definitions.entries.flatMap(\.description)
    case .table(let table): table.allRows.flatMap { $0.flatMap(\.content) }
    case .figure(let figure): figure.children
    default: nil
    }
  }

  /// The same container with other content.
  fileprivate func holding(_ nodes: [BlockNode]) -> BlockNode? {
    var copy = self
    switch content {
    case .stack: copy.content = .stack(nodes)
    case .box(var box):
      box.children = nodes
      copy.content = .box(box)
    case .columns(var columns):
      columns.children = nodes
      copy.content = .columns(columns)
    case .grid(var grid):
      grid.children = nodes
      copy.content = .grid(grid)
    case .figure(var figure):
      figure.content = nodes
      figure.caption = []
      copy.content = .figure(figure)
    default: return nil
    }
    return copy
  }

  /// A paragraph with half of its inlines, or a table with a row less.
  fileprivate var halved: BlockNode? {
    if case .table(var table) = content, !table.allRows.isEmpty {
      var copy = self
      if table.footerRows.popLast() == nil, table.rows.popLast() == nil {
        table.headerRows.removeLast()
      }
      copy.content = .table(table)
      return copy
    }
    guard case .paragraph(var paragraph) = content, paragraph.inlines.count > 1 else { return nil }
    paragraph.inlines.removeLast(paragraph.inlines.count / 2)
    var copy = self
    copy.content = .paragraph(paragraph)
    return copy
  }
}
