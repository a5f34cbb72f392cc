/// Breaks a paragraph into lines so that its lines together are the best.
///
/// Knuth and Plass, “Breaking Paragraphs into Lines” (1981); ragged lines with TeX's demerits,
/// justified ones with `JustificationCosts`. Beside position and fitness class a node remembers how
/// many lines in a row have ended in a hyphen, so that more than the style allows are ruled out and
/// not merely dear. The work is linear in the text: the active nodes lie within one line's reach, and
/// there are never more than `maximumActiveNodes` of them.
struct TotalFit {
  /// A way to end a line, at the end of the best way to get there.
  private struct Node {
    var breakpoint: Int
    var fitness: Int
    var hyphens: Int
    /// The lines up to here, as far as they may differ in width.
    var lines = 0
    var demerits: Double
    var previous: Int
  }

  /// The best node of each fitness class, number of hyphens and of narrowed lines at one breakpoint.
  private struct BestNodes {
    private(set) var nodes: [Node?]
    private(set) var isEmpty = true
    private let rows: Int

    /// Room for all hyphens in a row that are allowed, and one more for those that break the rule.
    init(_ parameters: Parameters) {
      rows = parameters.maximumHyphens + 2
      nodes = [Node?](repeating: nil, count: 4 * rows * (parameters.narrowedLines + 1))
    }

    mutating func offer(_ node: Node) {
      let place = (node.lines * 4 + node.fitness) * rows + node.hyphens
      if let other = nodes[place], other.demerits <= node.demerits { return }
      nodes[place] = node
      isEmpty = false
    }

    mutating func removeAll() {
      if isEmpty { return }
      for place in nodes.indices { nodes[place] = nil }
      isEmpty = true
    }
  }

  /// A line between two breakpoints, judged.
  private struct Verdict {
    var ratio: Double
  }

  static let maximumActiveNodes = 160
  /// No line is called worse than one stretched tenfold.
  static let maximumBadness = 100_000.0
  /// What an overfull line costs for itself and for each point of its excess: more than any loose
  /// one.
  static let overfullDemerits = 1e12
  /// What a line costs that ends in one hyphen more than allowed, inside a word that is longer than
  /// it: more than any loose line.
  static let brokenRuleDemerits = 1e7
  /// What still counts as fitting, in points: rounding, not typography.
  static let slack = 0.01

  private let parameters: Parameters
  /// How many characters of the text stand from a byte on, up to the minimum of a last line.
  private let charactersAfter: (Int) -> Int
  /// How many pairs of breakpoints were looked at.
  private(set) var considered = 0

  init(_ parameters: Parameters, charactersAfter: @escaping (Int) -> Int) {
    self.parameters = parameters
    self.charactersAfter = charactersAfter
  }

  /// The indices of the breakpoints that end the lines, or nil where the tolerance is too small.
  ///
  /// The first breakpoint stands for the beginning and the last for the end; `refine` makes a
  /// breakpoint exact and is called only for those that are nearly feasible. The first line's indent
  /// is in the sums.
  mutating func lines(
    _ breakpoints: inout [Breakpoint], refine: (inout Breakpoint) -> Void
  ) -> [Int]? {
    var nodes = [Node(breakpoint: 0, fitness: 1, hyphens: 0, demerits: 0, previous: -1)]
    var active = [0]
    var best = BestNodes(parameters)
    for index in 1..<breakpoints.count {
      best.removeAll()
      var kept = 0
      var overfull: Node?
      let isEnd = index == breakpoints.count - 1
      for position in 0..<active.count {
        considered += 1
        let number = active[position]
        let node = nodes[number]
        let start = breakpoints[node.breakpoint]
        let isAllowed = mayEnd(node, breakpoints[index], start)
        if isAllowed,
          let found = candidate(
            from: number, node, to: index, in: &breakpoints, isEnd: isEnd, refine: refine)
        {
          best.offer(found)
        }
        if isEnd || (isAllowed && isOverfull(start, breakpoints[index], line: node.lines)) {
          let excess =
            breakpoints[index].naturalEnd - start.naturalNext
            - parameters.width(ofLine: node.lines)
          let demerits = node.demerits + Self.overfullDemerits * (1 + max(0, excess))
          if overfull.map({ demerits < $0.demerits }) ?? true {
            overfull = Node(
              breakpoint: index, fitness: 1,
              hyphens: hyphens(after: node, at: breakpoints[index]), lines: lines(after: node),
              demerits: demerits, previous: number)
          }
        } else {
          active[kept] = number
          kept += 1
        }
      }
      active.removeSubrange(kept...)
      if best.isEmpty, active.isEmpty {
        guard parameters.isLastResort, let overfull else { return nil }
        best.offer(overfull)
        if !breakpoints[index].isExact { refine(&breakpoints[index]) }
      }
      if best.isEmpty { continue }
      for case let node? in best.nodes {
        nodes.append(node)
        active.append(nodes.count - 1)
      }
      thin(&active, nodes)
    }
    guard
      let last = active.filter({ nodes[$0].breakpoint == breakpoints.count - 1 })
        .min(by: { nodes[$0].demerits < nodes[$1].demerits })
    else { return nil }
    var ends: [Int] = []
    var number = last
    while number > 0 {
      ends.append(nodes[number].breakpoint)
      number = nodes[number].previous
    }
    return ends.reversed()
  }

  /// Whether a line cannot be made short enough, and neither can any longer one.
  private func isOverfull(_ start: Breakpoint, _ end: Breakpoint, line: Int) -> Bool {
    var width = end.naturalEnd - start.naturalNext
    if parameters.isJustified { width -= end.shrinkEnd - start.shrinkNext }
    return width > parameters.width(ofLine: line) + Self.slack
  }

  /// Whether a line from `start` may end in one more hyphen, where it does.
  private func mayEnd(_ node: Node, _ end: Breakpoint, _ start: Breakpoint) -> Bool {
    // Only a word longer than a line may break the rule, and only when nothing else is left.
    hyphens(after: node, at: end) <= parameters.maximumHyphens
      || (parameters.isLastResort && start.piece != nil && start.piece == end.piece)
  }

  /// Lines behind the last narrowed one are all alike, and need not be told apart.
  private func lines(after node: Node) -> Int { min(node.lines + 1, parameters.narrowedLines) }

  private func hyphens(after node: Node, at breakpoint: Breakpoint) -> Int {
    breakpoint.kind.endsInHyphen ? min(node.hyphens + 1, parameters.maximumHyphens + 1) : 0
  }

  /// The node that ends a line at `index`, or nil where that line is not good enough.
  private func candidate(
    from number: Int, _ node: Node, to index: Int, in breakpoints: inout [Breakpoint],
    isEnd: Bool, refine: (inout Breakpoint) -> Void
  ) -> Node? {
    let start = breakpoints[node.breakpoint]
    let hyphens = hyphens(after: node, at: breakpoints[index])
    guard var verdict = judge(start, breakpoints[index], line: node.lines, isEnd: isEnd) else {
      return nil
    }
    if !breakpoints[index].isExact {
      refine(&breakpoints[index])
      guard let exact = judge(start, breakpoints[index], line: node.lines, isEnd: isEnd) else {
        return nil
      }
      verdict = exact
    }
    let end = breakpoints[index]
    let fitness = fitness(verdict.ratio)
    let isContrast = abs(fitness - node.fitness) > 1 && node.previous >= 0
    var demerits = node.demerits
    demerits +=
      parameters.isJustified
      ? cost(verdict, end, hyphens: hyphens, isContrast: isContrast)
      : self.demerits(verdict, end, hyphens: hyphens)
    if hyphens > parameters.maximumHyphens { demerits += Self.brokenRuleDemerits }
    if isEnd, node.previous >= 0 {
      guard let cost = lastLineDemerits(start, end, line: node.lines) else { return nil }
      demerits += cost
    }
    return Node(
      breakpoint: index, fitness: fitness, hyphens: hyphens, lines: lines(after: node),
      demerits: demerits, previous: number)
  }

  /// What a justified line costs that ends with so many hyphens in a row.
  private func cost(_ verdict: Verdict, _ end: Breakpoint, hyphens: Int, isContrast: Bool) -> Double
  {
    let costs = parameters.costs
    var cost = costs.line(verdict.ratio, spaceShare: parameters.spaceShare)
    cost += costs.place(
      end.penalty, insertsHyphen: end.kind.insertsHyphen, price: parameters.hyphenPrice)
    if isContrast { cost += costs.contrast }
    return hyphens > 1 ? cost + costs.hyphensInARow * Double(hyphens - 1) : cost
  }

  /// TeX's demerits of a ragged line.
  private func demerits(_ verdict: Verdict, _ end: Breakpoint, hyphens: Int) -> Double {
    let badness = min(100 * verdict.ratio * verdict.ratio * verdict.ratio, Self.maximumBadness)
    let line = parameters.linePenalty + badness
    let penalty = end.penalty + (end.kind.insertsHyphen ? parameters.hyphenPenalty : 0)
    let inARow = hyphens > 1 ? parameters.doubleHyphenDemerits * Double(hyphens - 1) : 0
    return line * line + penalty * penalty + inARow
  }

  /// How well a line fits; nil where it is out of the question.
  private func judge(
    _ start: Breakpoint, _ end: Breakpoint, line: Int, isEnd: Bool
  ) -> Verdict? {
    let natural = end.naturalEnd - start.naturalNext
    let room = parameters.width(ofLine: line) - natural
    if !parameters.isJustified {
      guard room >= -Self.slack else { return nil }
      if isEnd { return Verdict(ratio: 0) }
      let ratio = max(0, room) / (parameters.raggedStretch + parameters.emergencyStretch)
      guard ratio <= parameters.tolerance else { return nil }
      return Verdict(ratio: ratio)
    }
    if room >= 0 {
      if isEnd { return Verdict(ratio: 0) }
      // A line without a space stretches a little all the same, or one word could not be a line.
      let stretch = max(end.stretchEnd - start.stretchNext, 0.5)
      // What lines may stretch in an emergency lets looser ones pass and, unlike TeX's, makes none
      // any better: a line of few spaces is not as good as one of many.
      let limit = parameters.tolerance * (stretch + parameters.emergencyStretch)
      guard room <= limit else { return nil }
      if room <= stretch { return Verdict(ratio: room / stretch) }
      // Letters and glyphs have given what they can; the spaces take all that is left.
      let spaces = (end.spacesEnd - start.spacesNext) * Elasticity.spaceStretch
      return Verdict(ratio: spaces > 0 ? 1 + (room - stretch) / spaces : room / stretch)
    }
    let shrink = end.shrinkEnd - start.shrinkNext
    guard -room <= shrink + Self.slack else { return nil }
    let ratio = shrink > 0 ? max(-1, room / shrink) : 0
    return Verdict(ratio: ratio)
  }

  private func fitness(_ ratio: Double) -> Int {
    ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
  }

  /// What a last line costs; nil where it is too short to stand.
  func lastLineDemerits(
    _ start: Breakpoint, _ end: Breakpoint, line: Int
  ) -> Double? {
    var demerits = 0.0
    if charactersAfter(start.next) < parameters.minimumLastLine {
      guard parameters.isLastResort else { return nil }
      demerits += 1e9
    }
    let isOneWord = end.spacesEnd - start.spacesNext < Self.slack
    if start.kind.insertsHyphen {
      // Nothing forces a ragged line to do so, and the rest of a word must not stand alone; before
      // further words it is better than a line that is torn apart.
      if isOneWord || !parameters.isJustified {
        guard parameters.isLastResort else { return nil }
        demerits += 1e7
      } else {
        demerits += parameters.costs.finalHyphen
      }
    }
    let length = end.naturalEnd - start.naturalNext
    // Beside an initial, a last line has less room, and is sooner long enough.
    let width = parameters.width(ofLine: line)
    if parameters.isJustified {
      if length < JustificationCosts.shortLastLineShare * width {
        demerits += parameters.costs.shortLastLine
      }
    } else if start.kind != .address, start.kind != .addressAnywhere {
      demerits += parameters.leftOver(
        length, of: width, isOneWord: isOneWord)
    }
    return demerits
  }

  /// Drops the worst of the older nodes where there are too many: only in very wide lines, where
  /// there is much to choose from.
  private func thin(_ active: inout [Int], _ nodes: [Node]) {
    while active.count > Self.maximumActiveNodes {
      var worst = 0
      for position in 0..<active.count / 2
      where nodes[active[position]].demerits > nodes[active[worst]].demerits {
        worst = position
      }
      active.remove(at: worst)
    }
  }
}
