import Foundation
import TemporaryFolders
import Testing

/// Each figure in a PDF's text is in the Markdown and in the CSV of the same publication and language.
///
/// What pages print beside their content is page furniture, and no figure of the model:
/// - the folio: one word a page that is nothing but the page's own number;
/// - in a table of contents, the pages of the outline's chapters, each as often as the outline has it;
/// - the years along an axis, which say where on the scale the events stand that are listed.
struct DortmundFigureTests {
  /// The figures of a page that come from the content.
  private static func figures(
    of page: PrintedPage, outline: [PDFDocument.OutlineEntry]
  ) -> [String] {
    let axis = page.axisYears
    var words = page.words.indices.filter { !axis.contains($0) }.map { page.words[$0].text }
    if let folio = words.firstIndex(of: String(page.number)) { words.remove(at: folio) }
    let titles = outline.filter { entry in entry.level == 1 && !isHeading(entry, on: page) }
    let isContents = titles.count > 2 && titles.allSatisfy { contains(words, $0.title) }
    if isContents {
      for entry in titles {
        if let index = words.firstIndex(of: String(entry.page ?? 0)) { words.remove(at: index) }
      }
    }
    return words.flatMap(Figures.all)
  }

  private static func isHeading(_ entry: PDFDocument.OutlineEntry, on page: PrintedPage) -> Bool {
    entry.page == page.number
  }

  /// Whether words follow each other as in a title; soft hyphens and spaces do not count.
  private static func contains(_ words: [String], _ title: String) -> Bool {
    func letters(_ text: String) -> String {
      String(text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isASCIIDigit })
    }
    return letters(words.joined()).contains(letters(title))
  }

  /// The figures that a text lacks.
  private static func missing(_ figures: Set<String>, from text: String) -> [String] {
    figures.subtracting(Figures.all(in: text)).sorted()
  }

  @Test func `each figure in a PDF is in its Markdown and its CSV`() throws {
    let outputs = try DortmundOutputs.built()
    var count = 0
    for file in outputs.pdfs {
      let stem = file.dropLast(".pdf".count)
      let outline = try PDFDocument(outputs.path(file)).outline
      let figures = Set(
        try PrintedPage.pages(of: outputs.path(file)).flatMap {
          Self.figures(of: $0, outline: outline)
        })
      count += figures.count
      let markdown = try Files.text(outputs.path(stem + ".md"))
      #expect(Self.missing(figures, from: markdown) == [], "\(stem).md")
      // Field by field: the commas between fields are no decimal commas.
      let fields = CommaSeparatedText.rows(try Files.text(outputs.path(stem + ".csv"))).joined()
      let lacking = Self.missing(figures, from: fields.joined(separator: "\n"))
      #expect(lacking == [], "\(stem).csv")
    }
    // 78 PDFs with hardly a figure would prove nothing.
    #expect(count > 1_000)
  }

  @Test func `folio, contents and axis are furniture, and nothing else is`() {
    func word(_ text: String, x: Double = 0, y: Double = 0) -> PrintedPage.Word {
      PrintedPage.Word(text: text, x: x...(x + 20), y: y...(y + 8))
    }
    var page = PrintedPage(
      number: 12, words: ["12", "12", "53.000", "(2019)", "2018–2020"].map { word($0) })
    #expect(
      Self.figures(of: page, outline: []) == ["12", "53.000", "2019", "2018", "2020"])

    page.words = [
      word("2010", x: 10, y: 50), word("2020", x: 110, y: 50), word("2015", x: 60, y: 50),
    ]
    #expect(Self.figures(of: page, outline: []) == [])
    // Years on cards beside each other are no scale.
    page.words[2].text = "2019"
    #expect(Self.figures(of: page, outline: []) == ["2010", "2020", "2019"])

    let outline = [("One", 4), ("Two", 6), ("Three", 8)].map { title, number in
      PDFDocument.OutlineEntry(title: title, level: 1, page: number)
    }
    page.words = ["One", "4", "Two", "6", "Three", "8", "400"].map { word($0) }
    #expect(Self.figures(of: page, outline: outline) == ["400"])
    page.words.removeFirst()
    #expect(Self.figures(of: page, outline: outline) == ["4", "6", "8", "400"])
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
