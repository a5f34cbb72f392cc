import Dispatch
import Languages
import Synchronization
import Testing

@testable import Typesetting

/// The words that are remembered between builds.
@Suite struct DividedWordsTests {
  private let workspace: TestFolder
  /// A dictionary that divides between n and d, in a folder of its own.
  private let dictionaries: TestFolder
  private let file: DictionaryFile
  private let rules: LanguageRules

  init() throws {
    workspace = try TestFolder()
    dictionaries = try TestFolder()
    try dictionaries.write("UTF-8\nn1d\n", to: "nd.dic")
    file = try DictionaryFile("nd.dic", in: dictionaries.path)
    var rules = Fixed.rules(Fixed.german)
    rules.hyphenation.dictionaries = ["nd.dic"]
    self.rules = rules
  }

  private var name: String { ".umbruch/hyphenation/\(file.version)-v4.txt" }

  private func source() -> LibHyphenSource {
    LibHyphenSource(
      directories: [dictionaries.path], remembering: HyphenationFolder(in: workspace.path))
  }

  @Test func newWordsAreWrittenSorted() {
    let source = source()
    #expect(source.offsets(of: "Stundenplan", in: rules) == [4])
    #expect(source.offsets(of: "Müllhändler", in: rules) == [9])
    #expect(source.offsets(of: "Aufgabe", in: rules).isEmpty)
    // Not divided at all, so not remembered.
    #expect(source.offsets(of: "UNDND", in: rules).isEmpty)
    #expect(workspace.text(name) == nil)
    source.save()
    #expect(workspace.text(name) == "Aufgabe\t\nMüllhändler\t9\nStundenplan\t4\n")
    #expect(workspace.names(in: ".umbruch/hyphenation") == ["\(file.version)-v4.txt"])
    #expect(file.version.hasPrefix("nd-10-"))
  }

  @Test func rememberedWordsNeedNoDictionary() throws {
    // Divisions that the dictionary would not give.
    try workspace.write("Aufgabe\t3\nStundenplan\t\n", to: name)
    let source = source()
    #expect(source.offsets(of: "Aufgabe", in: rules) == [3])
    #expect(source.offsets(of: "Stundenplan", in: rules).isEmpty)
    #expect(source.problem(in: rules) == nil)
    source.save()
    #expect(!LoadedDictionaries.hasLoaded(file))
    #expect(source.offsets(of: "Kinder", in: rules) == [3])
    #expect(LoadedDictionaries.hasLoaded(file))
  }

  /// A second build reads neither the dictionary nor the list, which is the larger of the two.
  @Test func rememberedCompoundsNeedNoListOfWords() throws {
    try dictionaries.write("Stunden\nListen\n", to: "ngerman")
    var rules = rules
    rules.hyphenation.compounds = LanguageCatalogue.builtIn[Fixed.german]?.hyphenation.compounds
    let list = try #require(WordListFile("ngerman", in: dictionaries.path))
    func grades() -> [Division.Grade] {
      let source = LibHyphenSource(
        directories: [dictionaries.path], wordListDirectories: [dictionaries.path],
        remembering: HyphenationFolder(in: workspace.path))
      defer { source.save() }
      return source.divisions(of: "Stundenlisten", in: rules).map(\.grade)
    }
    try workspace.write(
      "Stundenlisten\t4. 7=\n", to: ".umbruch/hyphenation/\(file.version)+\(list.version)-v4.txt")
    #expect(grades() == [.besideJoint, .joint])
    #expect(!LoadedDictionaries.hasLoaded(file) && !LoadedDictionaries.hasLoaded(list))
    // The first build has to read them.
    try workspace.write(
      "", to: ".umbruch/hyphenation/\(file.version)+\(list.version)-v4.txt")
    #expect(grades() == [.besideJoint, .joint])
    #expect(LoadedDictionaries.hasLoaded(file) && LoadedDictionaries.hasLoaded(list))
  }

  @Test func theLanguageMinimaAreNotRemembered() {
    var wide = rules
    wide.tag = Fixed.tag("de-AT")
    wide.hyphenation.minimumPrefix = 5
    let source = source()
    #expect(source.offsets(of: "Stundenplan", in: wide).isEmpty)
    #expect(source.offsets(of: "Stundenplan", in: rules) == [4])
    // Four letters in five bytes.
    #expect(source.offsets(of: "Ründenplan", in: wide).isEmpty)
  }

  @Test(arguments: [
    "Stundenplan", "Stundenplan\t99", "Stundenplan\t0", "Stundenplan\t11", "Stundenplan\t5 3",
    "Stundenplan\t3 3", "Stundenplan\t-3", "Stundenplan\t3 ", "Stundenplan\t3\t4",
    "Stundenplan\t99999999999999999999", "Stundenplan\tx", "Stunden plan\t3", "\t3", "\u{0}\t",
    "Stund\u{0}enplan\t3",
  ])
  func aDamagedLineIsLeftOut(_ line: String) throws {
    try workspace.write("Aufgabe\t3\n\(line)\nFreunde\t5\n", to: name)
    let source = source()
    #expect(source.offsets(of: "Stundenplan", in: rules) == [4])
    #expect(source.offsets(of: "Aufgabe", in: rules) == [3])
    #expect(source.offsets(of: "Freunde", in: rules) == [5])
    source.save()
    #expect(workspace.text(name) == "Aufgabe\t3\nFreunde\t5\nStundenplan\t4\n")
  }

  @Test func damagedBytesAndCutLinesAreLeftOut() throws {
    // Inside of a letter, wrong UTF-8, and an end that was not written.
    let text =
      Array("Müllhändler\t2\n".utf8) + [0x41, 0x42, 0x43, 0x44, 0xFF, 0x45, 0x09, 0x33, 0x0A]
      + Array("Stundenplan\t10".utf8)
    #expect(DividedWordsText.words(in: text, limit: 10).isEmpty)
    try workspace.write(text, to: name)
    #expect(source().offsets(of: "Müllhändler", in: rules) == [9])
    #expect(source().offsets(of: "Stundenplan", in: rules) == [4])
  }

  @Test func runsAtTheSameTimeKeepEachOthersWords() {
    let one = source()
    let other = source()
    #expect(one.offsets(of: "Stundenplan", in: rules) == [4])
    #expect(other.offsets(of: "Kinder", in: rules) == [3])
    one.save()
    other.save()
    #expect(workspace.text(name) == "Kinder\t3\nStundenplan\t4\n")
    let sources = (0..<8).map { _ in source() }
    let rules = rules
    DispatchQueue.concurrentPerform(iterations: sources.count) { index in
      let letters = ["a", "e", "i", "o", "u", "l", "m", "r"]
      for second in letters {
        _ = sources[index].offsets(of: "\(letters[index])\(second)anda", in: rules)
      }
      sources[index].save()
    }
    let lines = workspace.text(name)?.split(separator: "\n") ?? []
    #expect(lines.count == 2 + 64)
    #expect(workspace.names(in: ".umbruch/hyphenation").count == 1)
  }

  @Test func aFullFileBeginsAnew() throws {
    try workspace.write("Aufgabe\t3\nBeispiel\t3\nStundenplan\t4\n", to: name)
    let words = DividedWords(
      WordSource(dictionary: file, wordList: nil, compounds: nil),
      folder: HyphenationFolder(in: workspace.path), limit: 3)
    #expect(words.divisions(of: DividedWord(Array("Kinder".utf8))).map(\.offset) == [3])
    words.save()
    #expect(workspace.text(name)?.split(separator: "\n").count == 3)
    let wider = DividedWords(
      WordSource(dictionary: file, wordList: nil, compounds: nil),
      folder: HyphenationFolder(in: workspace.path), limit: 4)
    #expect(wider.divisions(of: DividedWord(Array("Kinder".utf8))).map(\.offset) == [3])
    try workspace.write("Aufgabe\t3\nBeispiel\t3\nStundenplan\t4\nZeitplan\t4\n", to: name)
    wider.save()
    #expect(workspace.text(name) == "Kinder\t3\n")
  }

  @Test func aFolderThatCannotBeUsedChangesNothing() throws {
    try workspace.write("in the way", to: ".umbruch")
    let source = source()
    #expect(source.offsets(of: "Stundenplan", in: rules) == [4])
    source.save()
    #expect(source.problem(in: rules) == nil)
    #expect(workspace.text(".umbruch") == "in the way")
  }

  @Test func linksOutOfTheWorkspaceAreNotFollowed() throws {
    let outside = try TestFolder()
    try outside.write("Stundenplan\t3\n", to: "hyphenation/\(file.version)-v4.txt")
    try workspace.link(".umbruch", to: outside.path)
    let first = source()
    #expect(first.offsets(of: "Stundenplan", in: rules) == [4])
    first.save()
    #expect(outside.names(in: "hyphenation").count == 1)
    #expect(outside.text("hyphenation/\(file.version)-v4.txt") == "Stundenplan\t3\n")
  }

  @Test func aLinkInPlaceOfTheFileIsReplacedNotFollowed() throws {
    let outside = try TestFolder()
    try outside.write("Stundenplan\t3\n", to: "words.txt")
    try workspace.write("", to: ".umbruch/hyphenation/other.txt")
    try workspace.link(name, to: outside.path + "/words.txt")
    let source = source()
    #expect(source.offsets(of: "Stundenplan", in: rules) == [4])
    source.save()
    #expect(outside.text("words.txt") == "Stundenplan\t3\n")
    #expect(workspace.text(name) == "Stundenplan\t4\n")
  }

  @Test func canonicallyEquivalentWordsKeepTheirOwnOffsets() {
    let source = source()
    #expect(source.offsets(of: "Müllhändler", in: rules) == [9])
    #expect(source.offsets(of: "Mu\u{308}llha\u{308}ndler", in: rules) == [11])
  }

  @Test func divisionsAreTheSameWithAndWithoutRememberingAndOnManyThreads() {
    let rules = Fixed.rules(Fixed.german)
    func remembering() -> LibHyphenSource {
      LibHyphenSource(remembering: HyphenationFolder(in: workspace.path))
    }
    @Sendable func divisions(_ source: LibHyphenSource) -> [[Int]] {
      WordList.words.map { source.offsets(of: $0, in: rules) }
    }
    let plain = divisions(LibHyphenSource())
    let cold = remembering()
    let results = Mutex<[[[Int]]]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      let found = divisions(cold)
      results.withLock { $0.append(found) }
    }
    #expect(results.withLock { $0.count { $0 == plain } } == 8)
    cold.save()
    #expect(divisions(remembering()) == plain)
  }
}
