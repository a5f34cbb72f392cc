import Design
import DocumentTree
import Testing

@testable import Typesetting

/// What a paragraph's lines say and where they end.
@Suite struct LineBreakingTests {
  @Test func wordsAreKeptWhole() throws {
    let set = try setLines("Die Stadt Dortmund und ihre Wissenschaft", width: 80)
    #expect(set.texts == ["Die Stadt", "Dortmund", "und ihre", "Wissenschaft"])
  }

  @Test func nothingComesOfNothing() throws {
    #expect(try setLines("", width: 80).lines.isEmpty)
    #expect(try setLines("  \n\t ", width: 80).lines.isEmpty)
  }
}
