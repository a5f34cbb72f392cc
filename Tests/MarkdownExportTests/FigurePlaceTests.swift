import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import MarkdownExport

/// Where links to figures lead.
struct FigurePlaceTests {
  /// A reference leads to the figure itself, not to the heading above it.
  @Test func figuresAreLedTo() throws {
    let german = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: german)
    func figure(_ anchor: String) -> BlockNode {
      var made = make.node(
        .figure(CaptionedFigure(content: [], caption: [make.paragraph("Abb. 1 Lage")], gap: 0)))
      made.anchor = anchor
      return made
    }
    let link = make.paragraph([.link(.anchor("figure-1"), [.text("Abb. 1")])])
    let odd = make.paragraph([.link(.anchor("a\"b"), [.text("Abb. 2")])])
    let nodes = [
      make.heading(1, "Kopf"), link, odd, figure("figure-1"), figure("a\"b"), figure("unread"),
    ]
    let written = MarkdownWriter.write(
      SampleTree.tree(nodes, languages: [german]), languages: .builtIn)
    #expect(written.contains("[Abb. 1](#figure-1)"))
    #expect(written.contains("<a id=\"figure-1\"></a>\n\nAbb. 1 Lage"))
    #expect(written.contains("[Abb. 2](#place-2)"))
    #expect(written.contains("<a id=\"place-2\"></a>"))
    #expect(!written.contains("unread"))
  }
}
