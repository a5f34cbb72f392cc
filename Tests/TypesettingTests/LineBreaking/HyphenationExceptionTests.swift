import Diagnostics
import Languages
import Testing

@testable import Typesetting

/// The file in which a workspace says how its words are divided.
@Suite struct HyphenationExceptionTests {
  private func read(_ text: String) -> Diagnosed<HyphenationExceptions> {
    HyphenationExceptions.read(text, file: "Assets/hyphenation/de.txt")
  }

  /// Offsets with a sign at the better places; nil where the file says nothing.
  private func places(_ text: String, _ word: String) -> [String]? {
    read(text).output?.divisions(of: word)?.map {
      "\($0.offset)\($0.grade == .joint ? "=" : "")"
    }
  }

  @Test func marksAndComments() {
    let text = "# names\n\nUr=in-stinkt # a comment\nPhoenixsee\r\n\tMüll=ei-mer"
    #expect(read(text).diagnostics == [])
    #expect(places(text, "Urinstinkt") == ["2=", "4"])
    #expect(places(text, "Phoenixsee") == [])
    #expect(places(text, "Mülleimer") == ["5=", "7"])
    #expect(places(text, "Phoenix") == nil)
  }

  @Test func capitalsDoNotMatter() {
    #expect(places("ur=instinkt", "URINSTINKT") == ["2="])
    #expect(places("UR=INSTINKT", "Urinstinkt") == ["2="])
    // “ẞ” has three bytes, “ß” two.
    #expect(places("gro-ßes", "GROẞES") == ["3"])
    #expect(places("große-s", "GROẞES") == ["7"])
  }

  @Test(arguments: [
    ("Ur=instinkt zwei", "hyphenation.two-words", 1, 13),
    ("# gut\n  Gar2ten", "hyphenation.no-letter", 2, 6),
    ("Müll_eimer", "hyphenation.no-letter", 1, 5),
    ("-Garten", "hyphenation.misplaced-mark", 1, 1),
    ("Gar-=ten", "hyphenation.misplaced-mark", 1, 5),
    (" Garten- # Rest", "hyphenation.misplaced-mark", 1, 8),
    ("Gar-ten\n\n GAR-TEN", "hyphenation.duplicate", 3, 2),
  ])
  func problems(_ text: String, _ identifier: String, _ line: Int, _ column: Int) throws {
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.count == 1)
    let problem = try #require(diagnostics.first)
    #expect(problem.identifier == identifier && !problem.hints.isEmpty)
    let place = SourceLocation(file: "Assets/hyphenation/de.txt", line: line, column: column)
    #expect(problem.location == place)
  }

  @Test func soundLinesCountBesideBadOnes() {
    let text = "zwei Wörter\nGar-ten\n3\n"
    #expect(read(text).diagnostics.count == 2)
    #expect(places(text, "Garten") == ["3"])
    #expect(read(String(repeating: "1\n", count: 5_000)).diagnostics.count == 100)
  }

  @Test func exceptionsGoBeforeTheDictionaryAndAreNotRemembered() throws {
    let workspace = try TestFolder()
    let folder = HyphenationFolder(in: workspace.path)
    let rules = Fixed.rules(Fixed.german)
    func offsets(_ text: String) throws -> [Int] {
      let exceptions = try #require(read(text).output)
      let source = LibHyphenSource(exceptions: [Fixed.german: exceptions], remembering: folder)
      let offsets = source.offsets(of: "Wissenschaft", in: rules)
      source.save()
      return offsets
    }
    #expect(try offsets("") == [3, 6])
    #expect(try offsets("wis-sen-s-chaft") == [3, 6, 7])
    #expect(try offsets("Wissenschaft") == [])
    #expect(try offsets("") == [3, 6])
    // Another language has its own file.
    let source = LibHyphenSource(exceptions: [Fixed.german: HyphenationExceptions()])
    #expect(source.offsets(of: "science", in: Fixed.rules(Fixed.english)) == [3])
  }

  /// Compounds and inflected forms of an excepted word take over its places; words that only have
  /// its letters do not.
  @Test(arguments: [
    ("Ur=instinkt", "Grundurinstinkt", "Grund=ur+instinkt"),
    ("Ur=instinkt", "Urinstinkte", "Ur=instinkte"),
    ("Ur=instinkt", "Grundurinstinkten", "Grund=ur+instinkten"),
    ("Ge-rüst", "Gerüstbau", "Ge-rüst=bau"),
    ("Umbruch", "Strukturumbruch", "Struk-tur=umbruch"),
    ("Umbruch", "Umbruchs", "Umbruchs"),
    ("Um-bruch", "Umbruchsphase", "Um-bruchs=pha-se"),
    ("Enten", "Studenten", "Stu~den~ten"),
    ("Ort", "Standort", "Stand=ort"),
  ])
  func inheritance(_ file: String, _ word: String, _ expected: String) throws {
    let exceptions = try #require(read(file).output)
    let source = LibHyphenSource(exceptions: [Fixed.german: exceptions])
    var bytes = Array(word.utf8)
    for division in source.divisions(of: word, in: CompoundTests.german).reversed() {
      let sign: StaticString =
        switch division.grade {
        case .joint: "="
        case .innerJoint: "+"
        case .besideJoint, .insidePart: "-"
        case .simple: "~"
        }
      bytes.insert(sign.utf8Start.pointee, at: division.offset)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
