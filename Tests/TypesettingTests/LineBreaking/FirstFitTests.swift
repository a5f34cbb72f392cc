import Design
import DisplayList
import DocumentTree
import Testing

@testable import Typesetting

/// Total fit against first fit, which breaks line by line with the same places and rules.
///
/// `make bench` measures the same with real faces and dictionaries. A character is 5 points wide.
@Suite struct FirstFitTests {
  /// What was counted in the lines of all texts but the last ones of each.
  private struct Count {
    var lines = 0
    var loose = 0
    var hyphens = 0

    mutating func add(from start: LinePlace, to end: LinePlace, width: Double) {
      let spaces = end.spacesEnd - start.spacesNext
      let room = width - (end.naturalEnd - start.naturalNext)
      lines += 1
      if spaces == 0 || room > 0.5 * spaces + 0.001 { loose += 1 }
      if end.insertsHyphen { hyphens += 1 }
    }
  }

  private func settings() -> [ParagraphSetting] {
    (1...60).map { seed in
      var generator = TextGenerator(seed: UInt64(seed))
      return ParagraphSetting(
        inlines: [.text(generator.text(words: 80))], style: Fixed.style(alignment: .justify),
        language: Fixed.german)
    }
  }

  /// Each line takes as much as it can hold with its spaces shrunk, but no third hyphen in a row.
  private func firstFit(_ places: [LinePlace], width: Double, into count: inout Count) {
    var start = 0
    var row = 0
    while start < places.count - 1 {
      var end = start + 1
      for index in (start + 1)..<places.count {
        let spaces = places[index].spacesEnd - places[start].spacesNext
        let natural = places[index].naturalEnd - places[start].naturalNext
        if natural - spaces * Elasticity.spaceShrink > width + 0.01 { continue }
        if places[index].endsInHyphen, row == 2 { continue }
        end = index
      }
      if end < places.count - 1 { count.add(from: places[start], to: places[end], width: width) }
      row = places[end].endsInHyphen ? row + 1 : 0
      start = end
    }
  }

  /// The lines of total fit, by the same places.
  private func totalFit(
    _ set: SetParagraph, _ places: [LinePlace], width: Double, into count: inout Count
  ) {
    var start = 0
    for line in set.lines.dropLast() {
      // The place whose line has this natural width and ends like it.
      let end = places.indices.first { index in
        index > start && places[index].insertsHyphen == line.endsInSoftHyphen
          && abs(places[index].naturalEnd - places[start].naturalNext - line.naturalWidth) < 0.001
      }
      guard let end else {
        Issue.record("a line ends at no place")
        return
      }
      count.add(from: places[start], to: places[end], width: width)
      start = end
    }
  }

  /// What is counted in the lines of all texts.
  private func counts(
    width: Double, in context: TypesettingContext
  ) throws -> (total: Count, first: Count) {
    var (total, first) = (Count(), Count())
    for setting in settings() {
      let places = try context.linePlaces(of: setting)
      try totalFit(context.set(setting, width: width), places, width: width, into: &total)
      firstFit(places, width: width, into: &first)
    }
    return (total, first)
  }

  @Test(arguments: [120.0, 160, 220]) func totalFitHasFewerLooseLinesAndNoMoreHyphens(
    _ width: Double
  ) throws {
    // Words of this test divide at every third letter: at the usual price of hyphens total fit takes
    // far fewer than first fit. At this price it takes about as many, and the lines can be compared.
    var costs = JustificationCosts()
    costs.hyphen = 48
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3), costs: costs)
    let (total, first) = try counts(width: width, in: context)
    #expect(first.lines > 500)
    #expect(total.loose < first.loose, "\(total), \(first)")
    #expect(total.hyphens <= first.hyphens, "\(total), \(first)")
  }

  @Test func atTheUsualPriceOfHyphensToo() throws {
    // About as far apart as the parts of German compounds: with more places total fit, for which a
    // hyphen has its price, takes so few of them that the lines cannot be compared.
    let context = Fixed.context(hyphenation: StepHyphenation(step: 7))
    var hyphens = (total: 0, first: 0)
    for width in [120.0, 160, 220] {
      let (total, first) = try counts(width: width, in: context)
      #expect(first.lines > 500)
      #expect(total.loose < first.loose, "\(width): \(total), \(first)")
      hyphens.total += total.hyphens
      hyphens.first += first.hyphens
    }
    #expect(hyphens.total <= hyphens.first)
  }
}

extension SetLine {
  /// The line ends in a hyphen that breaking added.
  fileprivate var endsInSoftHyphen: Bool {
    items.contains { item in
      if case .glyphs(let run) = item.content { run.endsWithSoftHyphen } else { false }
    }
  }
}
