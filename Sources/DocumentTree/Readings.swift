import Languages

extension PublicationTree {
  /// What the publication says in one language at a time, the leading one first; the publication
  /// itself where it has only one.
  ///
  /// Exporters read languages one after the other, so that a reader finds each of them whole. What
  /// stands once for all languages belongs to the leading one; of what another language has in its
  /// place only that is read which it does not say already.
  package var readings: [PublicationTree] {
    guard languages.count > 1 else { return [self] }
    return languages.enumerated().map { index, language in
      var reading = mappingNodes { Self.nodes($0, ofLanguage: index, in: self) }
      let isLeading = index == 0
      func isRead(_ other: LanguageTag?) -> Bool { other == nil || other == language }
      reading.languages = [language]
      reading.editions = []
      reading.sections = reading.sections.filter { isRead($0.language) }
      for section in reading.sections.indices {
        guard case .fixed(let frames) = reading.sections[section].kind else { continue }
        reading.sections[section].kind = .fixed(frames.filter { isRead($0.language) })
      }
      // An empty section still ends what was said before it.
      if !isLeading { reading.masters = [:] }
      return reading
    }
  }

  /// Only the blocks of one language, by its position in the publication's order.
  private static func nodes(
    _ nodes: [BlockNode], ofLanguage index: Int, in tree: PublicationTree
  ) -> [BlockNode] {
    let language = tree.languages[index]
    return nodes.compactMap { node in
      let holdsOthers = node.holdsParallel
      guard node.language == language || holdsOthers else { return nil }
      var copy = node
      if case .parallel(let parallel) = node.content {
        copy.content = .stack(
          Self.nodes(parallel.read(inLanguage: index), ofLanguage: index, in: tree))
        return copy
      }
      return holdsOthers
        ? copy.mappingChildren { Self.nodes($0, ofLanguage: index, in: tree) } : copy
    }
  }
}

extension Parallel {
  /// The blocks that are read in one language, by its position in the publication's order.
  fileprivate func read(inLanguage index: Int) -> [BlockNode] {
    rows.compactMap { row in
      switch row {
      case .sides(let sides): return sides.indices.contains(index) ? sides[index] : nil
      case .whole(let nodes):
        guard nodes.indices.contains(index), let own = nodes[index] else { return nodes.standing }
        guard index > 0, let standing = nodes.standing, standing.language != own.language,
          !own.holdsParallel
        else { return own }
        return SaidWords(standing).unsaid(own)
      }
    }
  }
}

extension BlockNode {
  /// Whether several languages stand side by side in it.
  package var holdsParallel: Bool {
    if case .parallel = content { return true }
    return innerNodes.contains { $0.holdsParallel }
  }
}
