import DocumentTree
import Languages

/// Blocks of the leading language in which containers hold all languages side by side.
enum SharedContent {
  /// Gives the `parallel` blocks inside a block their counterparts of the other languages.
  static func joined(_ node: BlockNode, with others: [BlockNode]) -> BlockNode {
    joined([node], with: others.map { [$0] }).first ?? node
  }

  /// The same for a list of blocks; `others` has a list for each further language.
  static func joined(_ nodes: [BlockNode], with others: [[BlockNode]]) -> [BlockNode] {
    let counterparts = others.map { nodes in
      var found: [BlockIdentity: BlockNode] = [:]
      collect(nodes, into: &found)
      return found
    }
    return nodes.map { join($0, counterparts) }
  }

  private static func collect(_ nodes: [BlockNode], into found: inout [BlockIdentity: BlockNode]) {
    for node in nodes {
      if case .parallel = node.content {
        if found[node.identity] == nil { found[node.identity] = node }
      } else {
        collect(node.innerNodes, into: &found)
      }
    }
  }

  private static func join(
    _ node: BlockNode, _ counterparts: [[BlockIdentity: BlockNode]]
  ) -> BlockNode {
    guard case .parallel(var parallel) = node.content else {
      return node.mappingChildren { $0.map { join($0, counterparts) } }
    }
    let all = [node] + counterparts.map { $0[node.identity] }
    let lists = all.map { node -> [BlockNode] in
      guard case .parallel(let own)? = node?.content else { return [] }
      return own.nodes(ofLanguage: 0)
    }
    let pairing = RowPairing(count: all.count, isSpread: parallel.isSpread, parallel: parallel)
    parallel.rows = pairing.rows(lists)
    var copy = node
    copy.content = .parallel(parallel)
    return copy
  }
}
