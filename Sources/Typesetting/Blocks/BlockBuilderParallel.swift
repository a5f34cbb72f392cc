import DisplayList
import DocumentTree
import Geometry
import Languages

/// Languages side by side.
extension BlockBuilder {
  /// Rows of counterparts; read are first all rows of one language, then all of the next.
  mutating func parallel(
    _ parallel: Parallel, of node: BlockNode, traits: BlockTraits
  ) -> ParallelBlock {
    var rows: [any Block] = []
    var run: [Parallel.Row] = []
    for row in parallel.rows {
      // What stands once ends a run: it is read between what is before it and what follows.
      if case .whole(let nodes) = row, let node = nodes.standing, !node.isQuiet, !node.holdsRows {
        rows += self.rows(of: run, parallel)
        run = []
        rows += whole(node, parallel)
      } else {
        run.append(row)
      }
    }
    rows += self.rows(of: run, parallel)
    return ParallelBlock(
      traits: traits, rows: StackBlock(rows), columns: columns(of: parallel),
      languages: languages, ruleColor: parallel.isSpread ? nil : parallel.ruleColor,
      box: parallel.box)
  }

  /// The columns; on a double page they are the text areas of its pages.
  private func columns(of parallel: Parallel) -> ParallelColumns {
    var columns =
      parallel.isSpread ? pages : ParallelColumns(shares: parallel.shares, gutter: parallel.gutter)
    columns.insetLeft = parallel.insetLeft
    columns.insetRight = parallel.insetRight
    columns.areOnPages = parallel.isSpread
    return columns
  }

  /// A block over all columns; on a double page it stands on the first page.
  private mutating func whole(_ node: BlockNode, _ parallel: Parallel) -> [any Block] {
    let outer = buildsShared
    buildsShared = !node.holdsParallel
    defer { buildsShared = outer }
    return build([node]).map { block in
      guard parallel.isSpread, !(block is SpaceBlock), !(block is RegionBreakBlock) else {
        return block
      }
      let others = [(any Block)?](repeating: nil, count: max(0, parallel.shares.count - 1))
      return ParallelRowBlock(sides: [block] + others, columns: columns(of: parallel))
    }
  }

  // MARK: Rows

  /// The rows of a run, in which all blocks of one language are built before those of the next.
  private mutating func rows(of run: [Parallel.Row], _ parallel: Parallel) -> [any Block] {
    guard !run.isEmpty else { return [] }
    var built: [ArraySlice<(any Block)?>] = []
    for index in parallel.shares.indices {
      var nodes: [BlockNode] = []
      Self.collect(run, language: index, into: &nodes)
      let language = languages.indices.contains(index) ? languages[index] : nil
      let isEmpty = nodes.allSatisfy(\.isQuiet)
      let mark = isEmpty ? .artifact : element("Div", language: language)
      built.append(within(mark) { $0.buildEach(nodes) }[...])
    }
    return assemble(run, parallel, &built)
  }

  /// The blocks of one language; one for each row, empty room where there is none.
  private static func collect(
    _ rows: [Parallel.Row], language: Int, into nodes: inout [BlockNode]
  ) {
    for row in rows {
      switch row {
      case .sides(let sides):
        let side = sides.indices.contains(language) ? sides[language] : nil
        if let side {
          nodes.append(side)
        } else if let other = sides.compactMap({ $0 }).first {
          nodes.append(other.emptied)
        }
      case .whole(let wholes):
        guard let node = wholes.standing else { continue }
        guard case .parallel(let inner) = node.content else {
          nodes.append(node.emptied)
          continue
        }
        collect(inner.rows, language: language, into: &nodes)
      }
    }
  }

  /// Makes rows of the built blocks, in the order in which they were collected.
  private mutating func assemble(
    _ rows: [Parallel.Row], _ parallel: Parallel, _ built: inout [ArraySlice<(any Block)?>]
  ) -> [any Block] {
    let columns = columns(of: parallel)
    var result: [any Block] = []
    for row in rows {
      switch row {
      case .sides(let nodes):
        let blocks = built.indices.map { index -> (any Block)? in
          let block = built[index].popFirst() ?? nil
          return nodes.indices.contains(index) && nodes[index] != nil ? block : nil
        }
        result += self.rows(beside: blocks, columns)
      case .whole(let wholes):
        guard let node = wholes.standing else { continue }
        guard case .parallel(let inner) = node.content else {
          for index in built.indices { _ = built[index].popFirst() }
          result += whole(node, parallel)
          continue
        }
        let rows = assemble(inner.rows, inner, &built)
        let block = ParallelBlock(
          traits: traits(node), rows: StackBlock(rows), columns: self.columns(of: inner),
          languages: languages, ruleColor: nil, box: inner.box)
        if let anchor = node.anchor, !buildsArtifact {
          define(anchor, at: node.location)
          result.append(AnchorBlock(name: anchor, content: block))
        } else {
          result.append(block)
        }
      }
    }
    return result
  }

  /// One row, or one for each part of blocks with equally many parts: items of lists, paragraphs of
  /// items, entries.
  private func rows(beside blocks: [(any Block)?], _ columns: ParallelColumns) -> [any Block] {
    guard blocks.contains(where: { $0 != nil }) else { return [] }
    let whole = ParallelRowBlock(sides: blocks, columns: columns)
    if let tables = TableCounterparts.joined(blocks, columns) {
      return [ParallelRowBlock(sides: tables, columns: columns)]
    }
    let figures = blocks.compactMap { CaptionedTable($0) }
    if figures.count == blocks.count,
      let tables = TableCounterparts.joined(figures.map(\.table), columns)
    {
      let parts = [figures.map(\.caption), tables].map {
        ParallelRowBlock(sides: $0, columns: columns)
      }
      return Self.joined(parts, as: whole.spacing)
    }
    let parts = blocks.compactMap { ($0 as? any DivisibleBlock)?.parts }
    let count = parts.first?.count ?? 0
    guard parts.count == blocks.count, count > 1, parts.allSatisfy({ $0.count == count }) else {
      return [whole]
    }
    var divided: [any Block] = []
    for index in 0..<count { divided += rows(beside: parts.map { $0[index] }, columns) }
    return Self.joined(divided, as: whole.spacing)
  }

  /// The rows of a block's parts, with the room around the block and what it is kept together with.
  private static func joined(_ rows: [any Block], as whole: BlockSpacing) -> [any Block] {
    guard let last = rows.indices.last else { return rows }
    if whole.keepTogether { return [StackBlock(rows, spacing: whole)] }
    var copy = rows
    copy[0] = copy[0].spaced { $0.before = max($0.before, whole.before) }
    copy[last] = copy[last].spaced {
      $0.after = max($0.after, whole.after)
      $0.keepWithNext = whole.keepWithNext
    }
    return copy
  }
}

extension Block {
  /// The row, or the rows that are kept together, with other room around.
  fileprivate func spaced(_ change: (inout BlockSpacing) -> Void) -> any Block {
    if var row = self as? ParallelRowBlock {
      change(&row.spacing)
      return row
    }
    guard var rows = self as? StackBlock else { return self }
    change(&rows.spacing)
    return rows
  }
}

/// A block of parts below each other, each of which may start level with a counterpart.
protocol DivisibleBlock: Block {
  var parts: [any Block] { get }
}

extension ListBlock: DivisibleBlock {
  var parts: [any Block] { items.children }
}
extension ListItemBlock: DivisibleBlock {
  /// The item's marker with its first paragraph, and what is below it; of one that holds nothing but
  /// a list, the items of that.
  var parts: [any Block] {
    var blocks = content.children
    if blocks.count == 1, let inner = blocks[0] as? any DivisibleBlock { blocks = inner.parts }
    return blocks.indices.map { index in
      var part = self
      part.content = StackBlock([blocks[index]])
      part.showsMarker = showsMarker && index == 0
      part.spacing = part.content.spacing
      if index == 0 { part.spacing.before = max(part.spacing.before, spacing.before) }
      if index == blocks.count - 1 {
        part.spacing.after = max(part.spacing.after, spacing.after)
      }
      return part
    }
  }
}
extension DefinitionsBlock: DivisibleBlock {
  var parts: [any Block] { entries.children }
}
extension ContentsBlock: DivisibleBlock {
  var parts: [any Block] { entries.children }
}
extension GridBlock: DivisibleBlock {
  var parts: [any Block] { rows.children }
}

extension BlockNode {
  /// Says nothing: room, a break, a line, art.
  fileprivate var isQuiet: Bool {
    switch content {
    case .space, .regionBreak, .rule, .icon, .ornament: true
    default: isDecorative
    }
  }

  /// A box or a group that holds rows of all languages.
  fileprivate var holdsRows: Bool { if case .parallel = content { true } else { false } }

  /// Empty room in the block's place.
  fileprivate var emptied: BlockNode {
    var node = self
    node.content = .space(0)
    node.anchor = nil
    return node
  }
}
