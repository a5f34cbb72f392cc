import Testing

@testable import Inspection

/// Characters of fonts, and text as it is spoken.
@Suite struct CharacterMapTests {
  @Test func `codes and ranges of a map have their characters`() {
    let map = CharacterMap(
      Array(
        """
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0001> <0066006C> <0002> <D83DDE00> endbfchar
        2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0058> <0059>] endbfrange
        """.utf8))
    #expect(map.codeLength == 2)
    #expect([1, 2, 0x10, 0x12, 0x20, 0x21].map { map[$0] } == ["fl", "😀", "A", "C", "X", "Y"])
    #expect(map[3] == nil)
  }

  @Test func `a map that makes no sense ends`() {
    let map = CharacterMap(
      Array("endbfchar <01> endbfrange <00> <FFFFFFFF> <41> <09> <01> <41> endbfrange [".utf8))
    #expect(map.codeLength == nil && map[1] == nil && map[0] == nil)
  }

  @Test func `words are whole, and control characters stay out`() {
    #expect(SpokenText.trimmed(" Stadtent\u{AD}wicklung \n\u{1B}[31m ") == "Stadtentwicklung [31m")
    #expect(SpokenText.clean("a\n\n b ") == "a b ")
  }
}
