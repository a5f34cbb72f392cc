import Design
import Diagnostics
import DocumentTree
import Geometry

/// Pairs the blocks of several languages by their identities, and makes rows of them.
struct RowPairing {
  /// How many languages there are.
  let count: Int
  /// Languages stand on facing pages, so that art without words stands on both.
  let isSpread: Bool
  /// The rows' columns, with the paddings of the boxes around them.
  let parallel: Parallel

  /// Rows of one list of blocks for each language.
  func rows(_ lists: [[BlockNode]]) -> [Parallel.Row] {
    matched(lists).flatMap { rows(of: $0) }
  }

  // MARK: Counterparts

  /// What two blocks have in common that are each other's counterpart.
  private struct Key: Hashable {
    var identity: BlockIdentity
    /// Counts blocks of one identity: a text may stand twice.
    var turn: Int
  }

  private func keys(_ nodes: [BlockNode]) -> [Key] {
    var turns: [BlockIdentity: Int] = [:]
    return nodes.map { node in
      let turn = turns[node.identity, default: 0]
      turns[node.identity] = turn + 1
      return Key(identity: node.identity, turn: turn)
    }
  }

  /// Counterparts in the order of the leading language; what another language has alone stands
  /// before what follows it there.
  private func matched(_ lists: [[BlockNode]]) -> [[BlockNode?]] {
    let keys = lists.map(keys)
    let leading = Set(keys[0])
    let positions = keys.map { keys in
      Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    var result: [[BlockNode?]] = []
    var cursors = [Int](repeating: 0, count: lists.count)
    /// Blocks that only some languages have, up to one that all may have.
    func addLonely(of list: Int) {
      while cursors[list] < lists[list].count {
        let key = keys[list][cursors[list]]
        guard !leading.contains(key) else { return }
        let isFirst = !positions[..<list].contains { $0[key] != nil }
        if isFirst {
          result.append(
            lists.indices.map { other in positions[other][key].map { lists[other][$0] } })
        }
        cursors[list] += 1
      }
    }
    for (index, key) in keys[0].enumerated() {
      for list in lists.indices.dropFirst() { addLonely(of: list) }
      result.append(
        lists.indices.map { list in
          list == 0 ? lists[0][index] : positions[list][key].map { lists[list][$0] }
        })
      for list in lists.indices.dropFirst() where positions[list][key] == cursors[list] {
        cursors[list] += 1
      }
    }
    for list in lists.indices.dropFirst() {
      while cursors[list] < lists[list].count {
        addLonely(of: list)
        if cursors[list] < lists[list].count { cursors[list] += 1 }
      }
    }
    return result
  }

  // MARK: Rows

  /// The rows of one block and its counterparts.
  private func rows(of nodes: [BlockNode?]) -> [Parallel.Row] {
    guard let node = nodes.first(where: { $0 != nil }) ?? nil else { return [] }
    if node.isShared { return shared(node, nodes) }
    switch node.content {
    case .space, .regionBreak: return [.whole([node])]
    case .rule, .icon, .ornament:
      // In a box, or on facing pages, each column has its own.
      let standsOnce = !isSpread && parallel.insetLeft == 0 && parallel.insetRight == 0
      return standsOnce ? [.whole([node])] : [.sides(nodes)]
    case .stack where !node.keepTogether && node.anchor == nil && !node.isDecorative:
      var inner = rows(lists(nodes) { if case .stack(let nodes) = $0 { nodes } else { nil } })
      inner.takeSpace(of: nodes)
      return inner
    case .stack:
      return [
        group(nodes, parallel, of: lists(nodes) { if case .stack(let n) = $0 { n } else { nil } })
      ]
    case .parallel:
      return rows(
        lists(nodes) { content in
          guard case .parallel(let parallel) = content else { return nil }
          return parallel.nodes(ofLanguage: 0)
        })
    case .box(let box):
      var inner = parallel
      inner.box = box
      inner.box?.children = []
      inner.insetLeft += max(0, box.padding.left)
      inner.insetRight += max(0, box.padding.right)
      return [
        group(
          nodes, inner, of: lists(nodes) { if case .box(let b) = $0 { b.children } else { nil } })
      ]
    default: return [.sides(nodes)]
    }
  }

  /// The inner blocks of counterparts, one list for each language.
  private func lists(
    _ nodes: [BlockNode?], _ inner: (BlockContent) -> [BlockNode]?
  ) -> [[BlockNode]] {
    nodes.map { node in
      guard let node, var inner = inner(node.content) else { return [] }
      if node.isDecorative { for index in inner.indices { inner[index].isDecorative = true } }
      return inner
    }
  }

  /// One row of rows: a box, or what is kept together.
  private func group(
    _ nodes: [BlockNode?], _ parallel: Parallel, of lists: [[BlockNode]]
  ) -> Parallel.Row {
    var inner = parallel
    inner.rows = RowPairing(count: count, isSpread: isSpread, parallel: parallel).rows(lists)
    // The hairline between columns is drawn by the rows around.
    if inner.box == nil { inner.ruleColor = nil }
    guard var node = nodes.first(where: { $0 != nil }) ?? nil else { return .sides(nodes) }
    node.content = .parallel(inner)
    node.spaceBefore = nodes.reduce(0) { max($0, $1?.spaceBefore ?? 0) }
    node.spaceAfter = nodes.reduce(0) { max($0, $1?.spaceAfter ?? 0) }
    return .whole([node])
  }

  /// A block that stands once; the caption of a picture stands below it in every language.
  private func shared(_ node: BlockNode, _ nodes: [BlockNode?]) -> [Parallel.Row] {
    if case .figure(let figure) = node.content, !figure.caption.isEmpty {
      return sharedFigure(figure, nodes)
    }
    guard case .image(var image) = node.content, image.caption != nil, image.credit.isEmpty else {
      let joined = SharedContent.joined(node, with: nodes.dropFirst().compactMap { $0 })
      // What holds all languages has no counterparts.
      return [.whole(joined.holdsParallel ? [joined] : nodes)]
    }
    var picture = node
    image.caption = nil
    picture.content = .image(image)
    picture.spaceAfter = 0
    picture.keepWithNext = true
    let captions = nodes.map { node -> BlockNode? in
      guard let node, case .image(let image) = node.content, let caption = image.caption else {
        return nil
      }
      var below = node
      below.content = .paragraph(caption)
      below.anchor = nil
      below.isShared = false
      below.spaceBefore = caption.style.leading / 2
      return below
    }
    return [.whole([picture]), .sides(captions)]
  }
}

extension [Parallel.Row] {
  /// Gives the first and the last row the room around the stack that they come from.
  fileprivate mutating func takeSpace(of stacks: [BlockNode?]) {
    let before = stacks.reduce(0) { Swift.max($0, $1?.spaceBefore ?? 0) }
    let after = stacks.reduce(0) { Swift.max($0, $1?.spaceAfter ?? 0) }
    let keeps = stacks.contains { $0?.keepWithNext == true }
    func change(_ row: Parallel.Row, _ body: (inout BlockNode) -> Void) -> Parallel.Row {
      switch row {
      case .whole(let nodes): return .whole(nodes.map(changed))
      case .sides(let sides): return .sides(sides.map(changed))
      }
      func changed(_ node: BlockNode?) -> BlockNode? {
        guard var node else { return nil }
        body(&node)
        return node
      }
    }
    guard let first, !isEmpty else { return }
    self[0] = change(first) { $0.spaceBefore = Swift.max($0.spaceBefore, before) }
    self[count - 1] = change(self[count - 1]) {
      $0.spaceAfter = Swift.max($0.spaceAfter, after)
      $0.keepWithNext = $0.keepWithNext || keeps
    }
  }
}
