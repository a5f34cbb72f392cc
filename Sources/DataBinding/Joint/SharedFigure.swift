import DocumentTree

/// Figures that stand once where their captions stand in every language.
extension RowPairing {
  /// The picture over all columns and its captions side by side: a text in any language may refer to
  /// its number.
  func sharedFigure(_ figure: CaptionedFigure, _ nodes: [BlockNode?]) -> [Parallel.Row] {
    let isAbove = figure.captionIsAbove
    let pictures = nodes.map { node in
      node?.mappingFigure { figure, node in
        figure.caption = []
        if isAbove { node.spaceBefore = 0 } else { node.spaceAfter = 0 }
        node.keepWithNext = node.keepWithNext || !isAbove
      }
    }
    let captions = nodes.map { node -> [BlockNode] in
      guard let node, case .figure(let own) = node.content else { return [] }
      var lines = own.caption
      let last = lines.count - 1
      for index in lines.indices {
        lines[index].keepTogether = true
        lines[index].keepWithNext = isAbove || index < last || node.keepWithNext
        if index == 0 { lines[index].spaceBefore = isAbove ? node.spaceBefore : own.gap }
        if index == last { lines[index].spaceAfter = isAbove ? own.gap : node.spaceAfter }
      }
      return lines
    }
    guard let standing = pictures.standing else { return [] }
    let joined = SharedContent.joined(standing, with: pictures.dropFirst().compactMap { $0 })
    // What holds all languages has no counterparts.
    let picture = Parallel.Row.whole(joined.holdsParallel ? [joined] : pictures)
    return isAbove ? rows(captions) + [picture] : [picture] + rows(captions)
  }
}

extension BlockNode {
  /// The block with its figure changed, where it is one.
  fileprivate func mappingFigure(
    _ change: (inout CaptionedFigure, inout BlockNode) -> Void
  ) -> BlockNode {
    guard case .figure(var figure) = content else { return self }
    var copy = self
    change(&figure, &copy)
    copy.content = .figure(figure)
    return copy
  }
}
