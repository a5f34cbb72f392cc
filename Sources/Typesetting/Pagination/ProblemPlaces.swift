import Diagnostics
import DisplayList

/// Names the record and the page of what is wrong with structure elements.
///
/// Blocks are measured in places that they do not keep, so that only finished pages tell where a
/// text has come to stand.
struct ProblemPlaces {
  /// The records that elements are of, by the elements' index.
  let records: [Int: String]
  let pages: [PageDrawing]

  /// The problems, each with what is known of its element.
  func naming(_ problems: [Diagnostic]) -> [Diagnostic] {
    let elements = Set(problems.compactMap(\.element))
    guard !elements.isEmpty else { return problems }
    let numbers = self.numbers(of: elements)
    let named = problems.map { problem in
      guard let element = problem.element else { return problem }
      var copy = problem
      copy.record = copy.record ?? records[element]
      copy.page = copy.page ?? numbers[element]
      return copy
    }
    return foldingLooseLines(named)
  }

  /// Tells of one loose line of each text, and of how many paragraphs have more of them.
  ///
  /// A text in too narrow a column has one in nearly every paragraph, and a paragraph over several
  /// pages has its worst one told on each.
  private func foldingLooseLines(_ problems: [Diagnostic]) -> [Diagnostic] {
    struct Text: Hashable {
      let location: SourceLocation?
      let record: String?
      let language: String?
    }
    var first: [Text: Int] = [:]
    var paragraphs: [Text: Set<Int?>] = [:]
    var folded: [Diagnostic] = []
    for problem in problems {
      guard problem.identifier == LooseLine.identifier else {
        folded.append(problem)
        continue
      }
      let text = Text(
        location: problem.location, record: problem.record, language: problem.language)
      paragraphs[text, default: []].insert(problem.element)
      if let index = first[text] {
        if (problem.page ?? .max) < (folded[index].page ?? .max) { folded[index] = problem }
      } else {
        first[text] = folded.count
        folded.append(problem)
      }
    }
    for (text, index) in first {
      let more = (paragraphs[text]?.count ?? 1) - 1
      guard more > 0 else { continue }
      folded[index].message +=
        ", and \(more) more paragraph\(more == 1 ? " has" : "s have") such lines"
    }
    return folded
  }

  /// The number of the first page on which each element stands.
  private func numbers(of elements: Set<Int>) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    func note(_ items: [DisplayItem], on page: Int) {
      for item in items {
        if case .element(let index) = item.mark, elements.contains(index), numbers[index] == nil {
          numbers[index] = page
        }
        if case .clipped(_, let inner) = item.content { note(inner, on: page) }
      }
    }
    for page in pages {
      if let number = Int(page.label) { note(page.items, on: number) }
    }
    return numbers
  }
}
