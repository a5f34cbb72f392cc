import Diagnostics
import SourceFiles
import Testing

/// Reads YAML and gives the diagnostics as `line:column identifier`.
private func problems(_ text: String) -> [String] {
  problems(Array(text.utf8))
}

private func problems(_ bytes: [UInt8]) -> [String] {
  let read = YAMLReader.read(bytes, file: "a.yaml")
  #expect((read.output == nil) == !read.diagnostics.isEmpty)
  return read.diagnostics.map {
    "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.identifier)"
  }
}

@Suite struct YAMLReaderTests {
  @Test func valuesKeepTheirPlacesAndStayText() throws {
    let text =
      "\u{FEFF}country: no\nnumbers: [1, 0x10, ~]\nübung: {ä: \"~\"}\nlong: |-\n  a\n\n  b\n"
    let root = try #require(YAMLReader.read(Array(text.utf8), file: "a.yaml").output)
    #expect(root["country"]?.text == "no")
    #expect(root["numbers"]?.sequence?.map(\.text) == ["1", "0x10", "~"])
    #expect(root["numbers"]?.sequence?.map(\.isNull) == [false, false, true])
    let inner = try #require(root["übung"]?["ä"])
    #expect(!inner.isNull)
    #expect(inner.isQuoted)
    #expect(inner.location == SourceLocation(file: "a.yaml", line: 3, column: 12))
    #expect(root["long"]?.text == "a\n\nb")
    #expect(root.mapping?.map(\.name) == ["country", "numbers", "übung", "long"])
    #expect(root["country"]?.location == SourceLocation(file: "a.yaml", line: 1, column: 10))
  }

  @Test(arguments: [
    ("", "1:1 yaml.empty"), ("# only a comment\n", "1:1 yaml.empty"),
    ("a: 1\nb: 2\na: 3\n", "3:1 yaml.duplicate-key"),
    ("a: &x 1\nb: *x\n", "1:4 yaml.anchor, 2:4 yaml.anchor"),
    ("a: !!str 1\n", "1:4 yaml.tag"), ("a: !foo {}\n", "1:4 yaml.tag"),
    ("a: 1\n---\nb: 2\n", "2:1 yaml.second-document"),
    ("a: b: c\n", "1:5 yaml.syntax"), ("a: \"never\nends\n", "1:4 yaml.syntax"),
    ("a:\n\t- b\n", "2:1 yaml.syntax"), ("[a, b\nc: d", "2:2 yaml.syntax"),
    ("? [a]\n: b\n", "1:3 yaml.key-not-text"), ("a: b\u{0}c", "1:5 source.control-character"),
    ("a: \u{85}", "1:4 source.control-character"),
    ("a:\n- b\u{2028}", "2:4 source.control-character"),
  ])
  func refusals(text: String, expected: String) {
    #expect(problems(text).joined(separator: ", ") == expected)
  }

  @Test func otherEncodingsAreNamed() {
    #expect(problems(Array("a: b\nc: Stra".utf8) + [0xDF, 0x65]) == ["2:8 source.not-utf8"])
    #expect(problems([0xFF, 0xFE, 0x61, 0]) == ["1:1 source.not-utf8"])
    #expect(problems([0x61, 0xC3]) == ["1:2 source.not-utf8"])
    #expect(problems([0xED, 0xA0, 0x80]) == ["1:1 source.not-utf8"])
  }

  @Test func theSecondKeyNamesTheFirst() {
    let read = YAMLReader.read(Array("x:\n  a: 1\n  a: 2\n".utf8), file: "a.yaml")
    #expect(read.diagnostics.first?.hints == ["it stands before in line 2, column 3"])
  }

  @Test func nestingEndsWithASentence() {
    let opening = String(repeating: "[", count: 64)
    let closing = String(repeating: "]", count: 64)
    #expect(problems(opening + closing).isEmpty)
    #expect(problems("[" + opening + closing + "]") == ["1:65 yaml.too-deep"])
    #expect(problems(String(repeating: "[", count: 1_000_000)) == ["1:65 yaml.too-deep"])
    let block = (0..<100).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(problems(block).map { $0.hasSuffix("yaml.too-deep") } == [true])
  }

  @Test func manyProblemsAreCutOff() {
    let text = (0..<5000).map { "- &a\($0) x" }.joined(separator: "\n")
    #expect(problems(text).count == 100)
  }

  /// Damaged files must give a value or a problem, never a crash or an endless run.
  @Test func damagedFilesNeverCrash() {
    let sound = Array(
      "a: {b: [1, \"x\\u00e4\", 'y']}\nc: |-\n  text\n- &a *b !t\n? k\n: v\n---\n%YAML 1.2\n".utf8)
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<3000 {
      var bytes = sound
      for _ in 0...random(4) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes.remove(at: random(bytes.count))
        default: bytes.insert(sound[random(sound.count)], at: random(bytes.count))
        }
      }
      _ = problems(bytes)
    }
  }
}
