import Diagnostics
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// Problems name record, language and page, and what is said of many is printed once.
struct ProblemContextTests {
  private func diagnostics(of workspace: SampleWorkspace) -> [Diagnostic] {
    var options = BuildOptions()
    options.workspace = workspace.folder.path
    return ReportBuilder.drawings(options, resources: ProgramResources(root: nil)).diagnostics
      .sortedForPrinting
  }

  @Test func `a link to nowhere is found in the model, with its record and page`() throws {
    let workspace = try SampleWorkspace()
    try workspace.folder.write(
      """
      - id: one
        name: { de: one, en: one }
        lead: { de: Vorspann, en: Lead }
        text:
          de: Text
          en: |-
            First line.

            See [there](#nowhere).
      """, to: "Assets/model/programmes.yaml")
    try workspace.writeProjects("[]")
    try workspace.folder.write(
      """
      layout: book
      theme: plain
      title: Book
      output: book
      page: { size: A6 }
      pages:
        - each: programmes
          as: item
          pages:
            - flow: all
              content: [{ paragraph: a }, { break: page }, { text: "{item.text}" }]
      """, to: "Layouts/book.yaml")
    let found = diagnostics(of: workspace).filter { $0.identifier == "link.unknown-anchor" }
    #expect(found.count == 1)
    let problem = try #require(found.first)
    #expect(problem.location?.description == "Assets/model/programmes.yaml:9:11")
    #expect([problem.layout, problem.record, problem.language] == ["book", "one", "en"])
    #expect(problem.page == 2)
  }

  @Test func `a frame that is too small for each of many records is printed once`() throws {
    let workspace = try SampleWorkspace()
    try workspace.folder.write(
      """
      layout: cards
      theme: plain
      title: Cards
      output: cards
      page: { size: A6, columns: 2 }
      pages:
        - each: programmes
          as: item
          pages:
            - page: card
              frames:
                - frame: { columns: 1-2, top: 0mm, height: 5mm }
                  content: [{ paragraph: Always }, { paragraph: the same }]
      """, to: "Layouts/cards.yaml")
    let found = diagnostics(of: workspace).filter { $0.identifier == "frame.overfull" }
    #expect(found.count == 4)
    #expect(found.map(\.page) == [1, 1, 2, 2])
    #expect(found.printedLines.count == 1)
    #expect(
      found.printedLines.first?.contains(
        "[layout cards, record one and 1 more record, language de and 1 more language, page 1 and "
          + "1 more page]") == true)
  }
}
