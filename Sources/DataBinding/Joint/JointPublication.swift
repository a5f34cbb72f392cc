import Design
import Diagnostics
import DocumentTree
import Languages

/// Makes one publication of several that differ only in their language.
struct JointPublication {
  /// One for each language, the leading one first; there are at least two.
  let trees: [PublicationTree]
  let arrangement: LanguageArrangement

  private var languages: [LanguageTag] { trees.flatMap(\.languages) }

  /// The publication in all languages.
  func joined() -> PublicationTree {
    // Names of places are those of the leading language; the same place in another language has a
    // name of its own, which only links of that language lead to.
    let renamed = trees.enumerated().map { index, tree in
      index == 0 ? tree : tree.namingAnchors(for: languages[index])
    }
    var joint = renamed[0]
    joint.arrangement = arrangement
    joint.languages = languages
    joint.metadata.title = Self.joined(trees.map(\.metadata.title))
    joint.metadata.subject = Self.joined(trees.map(\.metadata.subject))
    for (tree, language) in zip(renamed, languages).dropFirst() {
      joint.linkPlaces.merge(tree.linkPlaces) { first, _ in first }
      for (id, record) in tree.records {
        joint.records[id, default: record].otherNames[language] = record.name
      }
    }
    if arrangement == .turned {
      turn(renamed, into: &joint)
    } else {
      joint.sections = sections(renamed)
      joint.masters = masters(renamed)
    }
    return joint.resolvingAnchors(of: languages)
  }

  /// Words that all languages share stand once.
  private static func joined(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: " · ")
  }

  // MARK: Halves

  /// All pages in one language, then all in the other.
  private func turn(_ trees: [PublicationTree], into joint: inout PublicationTree) {
    joint.sections = []
    joint.masters = [:]
    for (tree, language) in zip(trees, languages) {
      joint.editions.append(
        Edition(
          language: language, title: tree.metadata.title, firstSection: joint.sections.count))
      // A master's words are in the language of its half.
      func name(_ master: String) -> String { "\(master)·\(language)" }
      for (key, master) in tree.masters {
        var master = master
        master.name = name(key)
        joint.masters[name(key)] = master
      }
      for section in tree.sections {
        var section = section
        section.master = section.master.renamed(name)
        section.language = language
        joint.sections.append(section)
      }
    }
  }

  // MARK: Side by side

  /// The sections of the leading language with what stands beside in the others.
  private func sections(_ trees: [PublicationTree]) -> [PageSection] {
    let others = trees.dropFirst().map { Counterparts($0.sections, by: \.location) }
    return trees[0].sections.enumerated().map { _, section in
      let counterparts = others.map { $0.next(for: section.location) }
      let all = [section] + counterparts.map { $0 ?? section }
      if let own = section.language, let index = languages.firstIndex(of: own) {
        var single = all[index]
        if case .fixed = single.kind {
          single.kind = .fixed(frames(all.map(Self.frames), leading: index))
        } else {
          single.kind = .flow(content(all.map(Self.nodes), leading: index))
        }
        return single
      }
      var joint = section
      switch section.kind {
      case .fixed: joint.kind = .fixed(frames(all.map(Self.frames), leading: 0))
      case .flow: joint.kind = .flow(content(all.map(Self.nodes), leading: 0))
      }
      return joint
    }
  }

  private static func frames(_ section: PageSection) -> [Frame] {
    if case .fixed(let frames) = section.kind { frames } else { [] }
  }

  private static func nodes(_ section: PageSection) -> [BlockNode] {
    if case .flow(let nodes) = section.kind { nodes } else { [] }
  }

  /// Frames are in the language that they name, or in the leading one.
  private func frames(_ lists: [[Frame]], leading: Int) -> [Frame] {
    let others = lists.map { Counterparts($0, by: \.location) }
    return lists[leading].map { frame in
      let all = lists.indices.map { $0 == leading ? frame : others[$0].next(for: frame.location) }
      let index = frame.language.flatMap { languages.firstIndex(of: $0) } ?? leading
      var joint = all[index] ?? frame
      joint.content = content(all.map { $0?.content ?? [] }, leading: index)
      return joint
    }
  }

  /// The blocks of one language, with those of the others where they stand side by side.
  private func content(_ lists: [[BlockNode]], leading: Int) -> [BlockNode] {
    // Rows are made in the publication's order, whatever language leads around them.
    guard leading > 0 else {
      return SharedContent.joined(lists[0], with: Array(lists.dropFirst()))
    }
    let rows = SharedContent.joined(lists[0], with: Array(lists.dropFirst()))
    var parallels: [BlockIdentity: BlockNode] = [:]
    func collect(_ nodes: [BlockNode]) {
      for node in nodes {
        if case .parallel = node.content { parallels[node.identity] = node }
        collect(node.innerNodes)
      }
    }
    collect(rows)
    func replace(_ nodes: [BlockNode]) -> [BlockNode] {
      nodes.map { node in
        if case .parallel = node.content { return parallels[node.identity] ?? node }
        return node.mappingChildren(replace)
      }
    }
    return replace(lists[leading])
  }

  /// Masters in the leading language; on facing pages each side has the words of its own.
  private func masters(_ trees: [PublicationTree]) -> [String: PageMaster] {
    var joint: [String: PageMaster] = [:]
    for (name, master) in trees[0].masters {
      var all = master
      let lists = trees.map { $0.masters[name]?.frames ?? [] }
      guard arrangement == .facing else {
        all.frames = frames(lists, leading: 0)
        joint[name] = all
        continue
      }
      all.frames = []
      let sides = [frames(lists, leading: 0), frames(lists, leading: 1)]
      for (index, side) in [PageSide.left, .right].enumerated() {
        for frame in sides[index] where frame.side == .both || frame.side == side {
          var own = frame
          // A frame in a language of its own stands where the layout put it.
          if frame.language == nil { own.side = side } else if index > 0 { continue }
          all.frames.append(own)
        }
      }
      joint[name] = all
    }
    return joint
  }
}

/// Finds counterparts by the place that the layout gave them; loops give one place many.
private final class Counterparts<Item> {
  private var queues: [SourceLocation: [Item]] = [:]
  private var taken: [SourceLocation: Int] = [:]

  init(_ items: [Item], by place: (Item) -> SourceLocation) {
    for item in items { queues[place(item), default: []].append(item) }
  }

  /// The next item of a place that was not taken yet.
  func next(for place: SourceLocation) -> Item? {
    let index = taken[place, default: 0]
    taken[place] = index + 1
    guard let queue = queues[place], queue.indices.contains(index) else { return nil }
    return queue[index]
  }
}

extension PublicationTree {
  /// The name of a place in a language that does not lead.
  private static func name(_ anchor: String, in language: LanguageTag) -> String {
    "\(anchor).\(language)"
  }

  /// The publication with names of its own for all its places.
  fileprivate func namingAnchors(for language: LanguageTag) -> PublicationTree {
    func rename(_ anchor: String) -> String { Self.name(anchor, in: language) }
    return mappingNodes { nodes in
      nodes.map { $0.renamingAnchors(defined: rename, referred: rename) }
    }
  }

  /// Lets links lead to the leading language's place where their own language has none.
  fileprivate func resolvingAnchors(of languages: [LanguageTag]) -> PublicationTree {
    let known = anchors
    func resolve(_ anchor: String) -> String {
      guard !known.contains(anchor) else { return anchor }
      for language in languages {
        let suffix = ".\(language)"
        if anchor.hasSuffix(suffix) {
          let plain = String(anchor.dropLast(suffix.count))
          if known.contains(plain) { return plain }
          // Or to the first language that has it.
          let named = languages.map { Self.name(plain, in: $0) }
          return named.first(where: known.contains) ?? plain
        }
      }
      let named = languages.map { Self.name(anchor, in: $0) }
      return named.first(where: known.contains) ?? anchor
    }
    return mappingNodes { nodes in
      nodes.map { $0.renamingAnchors(defined: { $0 }, referred: resolve) }
    }
  }
}
