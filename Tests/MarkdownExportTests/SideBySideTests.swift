import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Publications in several languages.
struct SideBySideTests {
  private let languages: [LanguageTag]
  private var own: SampleBlocks
  private var other: SampleBlocks

  init() throws {
    let german = try #require(LanguageTag("de"))
    let english = try #require(LanguageTag("en"))
    languages = [german, english]
    own = SampleBlocks(language: german)
    other = SampleBlocks(language: english)
  }

  private mutating func source(_ rows: [Parallel.Row], after nodes: [BlockNode] = []) -> String {
    let parallel = Parallel(rows: rows, shares: [1, 1], gutter: 0)
    let tree = SampleTree.tree(nodes + [own.node(.parallel(parallel))], languages: languages)
    return MarkdownWriter.write(tree, languages: .builtIn)
  }

  /// One language after the other, with a line across between them; what is shared is in both.
  @Test mutating func languagesSideBySideAreReadOneAfterTheOther() {
    let before = own.paragraph("Vorweg.")
    let text = source(
      [
        .sides([own.paragraph("Eins."), other.paragraph("One.")]),
        .whole([own.paragraph("Bild."), other.paragraph("Picture.")]),
        .sides([nil, other.paragraph("Only here.")]),
      ], after: [before])
    #expect(
      text.hasSuffix(
        """
        ---

        Vorweg.

        Eins.

        Bild.

        ---

        One.

        Picture.

        Only here.

        """))
    #expect(text.contains("language: [\"de\", \"en\"]"))
  }

  /// What stands once and speaks both languages is read once; names and headings belong to each.
  @Test mutating func whatSpeaksBothLanguagesIsReadOnce() {
    let text = source([
      .whole([own.paragraph("Stadt · City"), other.paragraph("City · City")]),
      .whole([own.paragraph("Ullrich Sierau"), other.paragraph("Ullrich Sierau")]),
      .whole([own.paragraph("Rund 1.000 Bäume"), other.paragraph("About 1,000 trees")]),
    ])
    #expect(
      text.hasSuffix(
        """
        Stadt · City

        Ullrich Sierau

        Rund 1.000 Bäume

        ---

        Ullrich Sierau

        About 1,000 trees

        """))
  }
}
