import Foundation
import Testing

/// A page of a PDF as its words stand on it, read by pdftotext.
struct PrintedPage {
  /// A word with its place, in points from the page's top left corner.
  struct Word {
    var text: String
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
  }

  /// From 1.
  var number: Int
  var words: [Word]

  /// The pages of a file.
  static func pages(of path: String) throws -> [PrintedPage] {
    let text = try Program.tool("pdftotext").text("-bbox", path, "-")
    let pages = text.components(separatedBy: "<page ").dropFirst()
    return try pages.enumerated().map { index, page in
      PrintedPage(number: index + 1, words: try words(in: page))
    }
  }

  private static func words(in page: String) throws -> [Word] {
    let form =
      /<word xMin="([-.\d]+)" yMin="([-.\d]+)" xMax="([-.\d]+)" yMax="([-.\d]+)">(.*)<\/word>/
    return try page.matches(of: form).map { match in
      let sides = [match.output.1, match.output.2, match.output.3, match.output.4]
      let edges = try sides.map { try #require(Double($0)) }
      return Word(
        text: String(match.output.5).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&quot;", with: "\"").replacing("&amp;", with: "&"),
        x: edges[0]...max(edges[0], edges[2]), y: edges[1]...max(edges[1], edges[3]))
    }
  }

  /// The indices of the words that mark the years along an axis.
  ///
  /// A row of at least three years whose distances on the page are those in time: nothing but a scale
  /// stands like that.
  var axisYears: Set<Int> {
    var rows: [Int: [Int]] = [:]
    for (index, word) in words.enumerated() where word.text.wholeMatch(of: /[12]\d{3}/) != nil {
      rows[Int(word.y.lowerBound.rounded()), default: []].append(index)
    }
    var found = Set<Int>()
    for row in rows.values where row.count >= 3 {
      let marks = row.map { index in
        (
          year: Double(words[index].text) ?? 0,
          place: (words[index].x.lowerBound + words[index].x.upperBound) / 2
        )
      }.sorted { $0.place < $1.place }
      guard let first = marks.first, let last = marks.last, last.year > first.year else { continue }
      let perYear = (last.place - first.place) / (last.year - first.year)
      let isScale = zip(marks, marks.dropFirst()).allSatisfy { a, b in
        b.year > a.year && abs(b.place - a.place - (b.year - a.year) * perYear) < 3
      }
      if isScale { found.formUnion(row) }
    }
    return found
  }
}

/// Numbers as people print them: digits with points or commas between them, such as `34,5`, `53.000`,
/// `2019`.
enum Figures {
  static func all(in text: String) -> [String] {
    text.matches(of: /[0-9]+(?:[.,][0-9]+)*/).map { String($0.output) }
  }
}
