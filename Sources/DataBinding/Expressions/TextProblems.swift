import Diagnostics
import DocumentTree
import Languages
import SourceFiles

/// The problems of the model's own texts, each told once however often a text is printed.
///
/// A class for the same reason as `CitationRegister`: texts are printed by values that are copied.
final class TextProblems {
  private var seen: Set<Diagnostic> = []
  private(set) var all: [Diagnostic] = []
  /// Where the texts lead to anchors: whether these are there is known when all is bound.
  private(set) var linkPlaces: [LinkOrigin: SourceLocation] = [:]

  func add(_ problems: [Diagnostic]) {
    for problem in problems where seen.insert(problem).inserted { all.append(problem) }
  }

  /// Notes where a text that begins at a place leads to anchors: `[…](#anchor)`.
  func noteLinks(
    in text: String, at placed: PlacedText?, from origin: ValueOrigin, _ language: LanguageTag
  ) {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return }
    let scalars = Array(text.unicodeScalars)
    var opening = 0
    for index in scalars.indices {
      if scalars[index] == "[" { opening = index }
      guard scalars[index...].starts(with: "](#".unicodeScalars) else { continue }
      let name = scalars[(index + 3)...].prefix { $0 != ")" && $0 != " " }
      let anchor = name.reduce(into: "") { $0.unicodeScalars.append($1) }
      let link = LinkOrigin(anchor: anchor, record: origin.record, language: language)
      guard linkPlaces[link] == nil else { continue }
      linkPlaces[link] = placed?.place(of: opening) ?? origin.location
    }
  }
}
