import Foundation
import Testing

/// What README quotes of the measured comparison stands in the report.
struct QuotedFigureTests {
  /// A row of a table of the report: its cells behind the name, as numbers.
  private func row(_ name: String, at heading: String, in report: String) throws -> [Double] {
    let section = try #require(
      report.components(separatedBy: "\n### \(heading)\n").dropFirst().first)
    let line = try #require(
      section.split(separator: "\n").first { $0.hasPrefix("| \(name) |") }, "\(name), \(heading)")
    return line.split(separator: "|").dropFirst()
      .compactMap { Double($0.replacing("%", with: "").replacing(" ", with: "")) }
  }

  /// The words of a text with single spaces.
  private func text(_ file: String) throws -> String {
    try Repository.text(file).split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func theComparisonWithTypstIsThatOfTheReport() throws {
    let report = try Repository.text("Tests/Benchmark/LineBreaking.md")
    let quoted = try #require(
      try text("README.md").firstMatch(
        of:
          #/On (?<date>[\d-]+), at (?<mm>\d+) mm, German/English, total fit had (?<looseDe>[\d.]+)/(?<looseEn>[\d.]+) times the loose lines of (?<peer>Typst [\d.]*\d) with (?<hyphensDe>[\d.]+)/(?<hyphensEn>[\d.]+) times its hyphens/#
      ))
    #expect(report.contains("every figure comes from a run of it. \(quoted.date),"))
    let peer = String(quoted.peer)
    for (language, loose, hyphens) in [
      ("German", quoted.looseDe, quoted.hyphensDe), ("English", quoted.looseEn, quoted.hyphensEn),
    ] {
      let heading = "\(language), \(quoted.mm) mm"
      let ours = try row("total fit", at: heading, in: report)
      let theirs = try row(peer, at: heading, in: report)
      // Of lines, loose, hyphens, … the shares in percent.
      #expect(String(format: "%.2f", ours[1] / theirs[1]) == loose, "\(heading): loose lines")
      #expect(String(format: "%.2f", ours[2] / theirs[2]) == hyphens, "\(heading): hyphens")
    }
    #expect(report.contains("Total fit has the fewest loose lines at each measure"))
  }
}
