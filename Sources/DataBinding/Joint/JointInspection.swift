import Diagnostics
import DocumentTree
import Languages

/// Finds what a publication in several languages cannot set level, or says in one language alone.
///
/// All of these are warnings: the pages are made, but not as one would expect them.
struct JointInspection {
  let languages: [LanguageTag]
  /// Texts of which an error tells already that their counterparts differ.
  let unequal: Set<PairedText.Key>
  private(set) var problems: [Diagnostic] = []

  init(languages: [LanguageTag], unequal: Set<PairedText.Key>) {
    self.languages = languages
    self.unequal = unequal
  }

  private mutating func warn(
    _ identifier: String, _ message: String, at location: SourceLocation, hint: String
  ) {
    problems.append(
      Diagnostic(identifier, severity: .warning, message, at: location, hints: [hint]))
  }

  // MARK: Rows

  /// Looks through the rows of counterparts of a whole publication.
  mutating func inspectRows(of tree: PublicationTree) {
    for section in tree.sections {
      switch section.kind {
      case .flow(let nodes): inspect(nodes)
      case .fixed(let frames): for frame in frames { inspect(frame.content) }
      }
    }
  }

  private mutating func inspect(_ nodes: [BlockNode]) {
    for node in nodes {
      if case .parallel(let parallel) = node.content {
        inspect(parallel)
      } else {
        inspect(node.innerNodes)
      }
    }
  }

  private mutating func inspect(_ parallel: Parallel) {
    let sides = parallel.rows.compactMap { row -> [BlockNode?]? in
      if case .sides(let sides) = row { sides } else { nil }
    }
    let counts = languages.indices.map { index in
      sides.count { $0.indices.contains(index) && $0[index] != nil }
    }
    for row in parallel.rows {
      switch row {
      case .whole(let nodes): inspect([nodes.standing].compactMap { $0 })
      case .sides(let sides):
        noteLonely(sides, counts)
        noteUnlevel(sides)
      }
    }
  }

  /// A block that one language has alone leaves a hole in the column of the other.
  private mutating func noteLonely(_ sides: [BlockNode?], _ counts: [Int]) {
    guard let node = sides.standing, !node.isQuiet,
      !unequal.contains(PairedText.Key(record: node.identity.record, path: node.identity.path)),
      let own = sides.firstIndex(where: { $0 != nil }), languages.indices.contains(own),
      let other = languages.indices.first(where: { !sides.indices.contains($0) || sides[$0] == nil }
      )
    else { return }
    let words = node.printedTexts.first { !$0.isEmpty } ?? ""
    let block = words.isEmpty ? "a block" : "“\(TextComparison.beginning(words))”"
    warn(
      "languages.lonely",
      "\(block) in “\(languages[own])” has no counterpart in “\(languages[other])”: side by side are "
        + "\(Self.blocks(counts[own])) and \(counts[other])", at: node.location,
      hint: "write it in both languages, or say “shared: true”, so that it stands once for both")
  }

  private static func blocks(_ count: Int) -> String { count == 1 ? "1 block" : "\(count) blocks" }

  /// In containers that set blocks beside each other only the first are level.
  private mutating func noteUnlevel(_ sides: [BlockNode?]) {
    guard sides.count(where: { $0 != nil }) > 1, let node = sides.standing else { return }
    let name: String
    let cells: [[BlockNode]]
    switch node.content {
    case .row(let row): (name, cells) = ("row", row.cells.map(\.content))
    case .columns(let columns): (name, cells) = ("columns", [columns.children])
    case .grid(let grid): (name, cells) = ("grid", grid.children.map { [$0] })
    case .overlay(let overlay): (name, cells) = ("overlay", [overlay.children])
    default: return
    }
    guard cells.contains(where: { $0.flatMap(\.leaves).dropLast().contains(where: \.printsText) })
    else { return }
    warn(
      "languages.not-level",
      "inside “\(name)” only what comes first is level with its counterpart", at: node.location,
      hint: "give it one block for each place, or say “shared: true” and put “parallel:” into it")
  }

  // MARK: Frames

  /// A frame is in the leading language; what it says in another one is not printed, unless some
  /// frame of its page has a language of its own.
  mutating func inspectFrames(of trees: [PublicationTree]) {
    var others: [SourceLocation: [Frame]] = [:]
    for frame in trees.dropFirst().flatMap(\.leadingFrames) {
      others[frame.location, default: []].append(frame)
    }
    for frame in trees.first?.leadingFrames ?? [] {
      // Loops give one place many frames, in one order.
      guard var queue = others[frame.location], !queue.isEmpty else { continue }
      let counterpart = queue.removeFirst()
      others[frame.location] = queue
      let said = frame.content.flatMap(\.unjoined).printedWords
      let unsaid = counterpart.content.flatMap(\.unjoined)
      guard let lost = unsaid.first(where: { ![$0].printedWords.isSubset(of: said) }) else {
        continue
      }
      let words = lost.printedTexts.first { !$0.isEmpty } ?? ""
      warn(
        "languages.frame",
        "the frame is printed in “\(languages[0])” alone, without "
          + "“\(TextComparison.beginning(words))” in “\(lost.language)”", at: lost.location,
        hint:
          "put its blocks into “parallel:”, say “shared: true” of what speaks both languages, or "
          + "“language:” of a frame for each")
    }
  }
}

extension PublicationTree {
  /// The frames of pages on which nothing names a language.
  fileprivate var leadingFrames: [Frame] {
    sections.filter { $0.language == nil }.flatMap { section -> [Frame] in
      guard case .fixed(let frames) = section.kind, frames.allSatisfy({ $0.language == nil }) else {
        return []
      }
      return frames
    }
  }
}

extension BlockNode {
  /// Says nothing: room, a break, a line, art.
  fileprivate var isQuiet: Bool {
    switch content {
    case .space, .regionBreak, .rule, .icon, .ornament: true
    default: isDecorative
    }
  }

  /// Whether its height depends on the words of its language.
  fileprivate var printsText: Bool { printedTexts.contains { !$0.isEmpty } }

  /// What stands below each other in it, as far as counterparts should be level there.
  fileprivate var leaves: [BlockNode] {
    guard !isQuiet else { return [] }
    switch content {
    case .stack(let nodes): return nodes.flatMap(\.leaves)
    case .box(let box): return box.children.flatMap(\.leaves)
    case .columns(let columns): return columns.children.flatMap(\.leaves)
    case .list(let list): return list.items.flatMap { $0.flatMap(\.leaves) }
    case .table(let table): return table.rows.map { _ in self }
    case .definitions(let definitions): return definitions.entries.map { _ in self }
    case .contents(let contents): return contents.entries.map { _ in self }
    default: return [self]
    }
  }

  /// The blocks in it that stand neither side by side nor once for all languages.
  fileprivate var unjoined: [BlockNode] {
    if isShared || isDecorative { return [] }
    if case .parallel = content { return [] }
    let inner = innerNodes
    return inner.isEmpty ? [self] : inner.flatMap(\.unjoined)
  }
}
