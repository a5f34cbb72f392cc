import Diagnostics
import Languages
import TemporaryFolders
import Testing
import Typesetting

@testable import ReportPipeline

/// The files of a workspace that say how words are divided.
@Suite struct HyphenationFileTests {
  private let workspace: SampleWorkspace
  private let german: LanguageRules

  init() throws {
    workspace = try SampleWorkspace()
    let tag = try #require(LanguageTag("de"))
    german = try #require(LanguageCatalogue.builtIn[tag])
  }

  /// The offsets at which a word is divided, and the problems of the files.
  private func divided(_ word: String) -> (offsets: [Int], diagnostics: [Diagnostic]) {
    let read = workspace.inputs(layouts: [])
    let divisions = read.output?.hyphenation.divisions(of: word, in: german) ?? []
    // What the dictionary said is remembered, as in a build.
    read.output?.hyphenation.save()
    return (
      divisions.map(\.offset),
      read.diagnostics.filter { $0.identifier != "workspace.no-layouts" }
    )
  }

  @Test func `a changed file changes how words are divided`() throws {
    #expect(divided("Phoenixsee").offsets == [4, 7])
    try workspace.folder.write("Phoe-nixsee\n", to: "Assets/hyphenation/de.txt")
    #expect(divided("Phoenixsee").offsets == [4])
    try workspace.folder.write("phoenixsee\n", to: "Assets/hyphenation/de.txt")
    #expect(divided("Phoenixsee").offsets == [])
    try workspace.folder.write("# nothing\n", to: "Assets/hyphenation/de.txt")
    #expect(divided("Phoenixsee").offsets == [4, 7])
    #expect(divided("Phoenixsee").diagnostics == [])
  }

  @Test func `problems have their place, and the other lines count`() throws {
    try workspace.folder.write("Gar-ten 3\nPhoe-nixsee\n", to: "Assets/hyphenation/de.txt")
    try workspace.folder.write("x\n", to: "Assets/hyphenation/fr.txt")
    let read = divided("Phoenixsee")
    #expect(read.offsets == [4])
    #expect(
      read.diagnostics.map(\.identifier) == [
        "hyphenation.two-words", "hyphenation.unknown-language",
      ])
    #expect(
      read.diagnostics.first?.location
        == SourceLocation(file: "Assets/hyphenation/de.txt", line: 1, column: 9))
    #expect(read.diagnostics.last?.hints == ["its languages are de, en"])
  }

  @Test func `a file that is no text or too large is a problem`() throws {
    try workspace.folder.write("Gar\u{0}ten\n", to: "Assets/hyphenation/de.txt")
    #expect(divided("Garten").diagnostics.map(\.identifier) == ["source.control-character"])
    try workspace.folder.write(
      String(repeating: "# much\n", count: 200_000), to: "Assets/hyphenation/de.txt")
    #expect(divided("Garten").diagnostics.map(\.identifier) == ["file.too-large"])
  }
}
