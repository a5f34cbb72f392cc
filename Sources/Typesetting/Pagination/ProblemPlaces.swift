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
    // A paragraph over several pages has its worst line told on each; the first is enough.
    var loose: Set<Int> = []
    let problems = problems.filter { problem in
      guard problem.identifier == LooseLine.identifier, let element = problem.element else {
        return true
      }
      return loose.insert(element).inserted
    }
    return problems.map { problem in
      guard let element = problem.element else { return problem }
      var copy = problem
      copy.record = copy.record ?? records[element]
      copy.page = copy.page ?? numbers[element]
      return copy
    }
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
