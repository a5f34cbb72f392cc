import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Publications in several languages.
struct SideBySideTests {
  /// One language after the other, with a line across between them; what is shared is in both.
  @Test func languagesSideBySideAreReadOneAfterTheOther() throws {
    let german = try #require(LanguageTag("de"))
    let english = try #require(LanguageTag("en"))
    var other = SampleBlocks(language: english)
    var own = SampleBlocks(language: german)
    let parallel = Parallel(
      rows: [
        .sides([own.paragraph("Eins."), other.paragraph("One.")]),
        .whole([own.paragraph("Bild."), other.paragraph("Picture.")]),
        .sides([nil, other.paragraph("Only here.")]),
      ], shares: [1, 1], gutter: 0)
    let tree = SampleTree.tree(
      [own.paragraph("Vorweg."), own.node(.parallel(parallel))], languages: [german, english])
    let text = MarkdownWriter.write(tree, languages: .builtIn)
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
  @Test func whatSpeaksBothLanguagesIsReadOnce() throws {
    let german = try #require(LanguageTag("de"))
    let english = try #require(LanguageTag("en"))
    var other = SampleBlocks(language: english)
    var own = SampleBlocks(language: german)
    let parallel = Parallel(
      rows: [
        .whole([own.paragraph("Stadt · City"), other.paragraph("City · City")]),
        .whole([own.paragraph("Ullrich Sierau"), other.paragraph("Ullrich Sierau")]),
        .whole([own.paragraph("Rund 1.000 Bäume"), other.paragraph("About 1,000 trees")]),
      ], shares: [1, 1], gutter: 0)
    let tree = SampleTree.tree([own.node(.parallel(parallel))], languages: [german, english])
    let text = MarkdownWriter.write(tree, languages: .builtIn)
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
