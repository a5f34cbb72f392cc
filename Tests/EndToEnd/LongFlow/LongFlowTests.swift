import Foundation
import SampleNumbers
import TemporaryFolders
import Testing

/// A book of 300 pages in one flow: contents, two levels of headings, running heads, page numbers,
/// justified and hyphenated text with footnotes, lists and tables, in German and in English, without
/// a single warning.
struct LongFlowTests {
  private static let chapters = 54
  private static let sections = 4
  /// In this order: the words of a language, and what its chapters and sections are called.
  private static let german = LongText(
    words: """
      die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch \
      Stadtentwicklung Wissenschaft Zusammenarbeit Bürgerbeteiligung Nachbarschaft Technologie \
      Innovationsprogramm Strukturwandel Hochschule Wirtschaftsförderung Verantwortung entstehen \
      gemeinsam öffentlich städtisch Jahre Menschen Unternehmen Forschungseinrichtungen Quartier \
      Veränderung beginnt Grundlage Verwaltung Masterplan Ergebnisse Veranstaltungen Lösungen wachsen
      """, chapter: "Kapitel", section: "Abschnitt")
  private static let english = LongText(
    words: """
      the of and to in a is that it was for on are with they be at one have this from by word but \
      urban development science cooperation participation neighbourhood technology innovation \
      programme structural change university responsibility together public municipal years people \
      companies research institutions district transformation foundation administration results \
      events solutions growing knowledge community organisation understanding
      """, chapter: "Chapter", section: "Section")

  private static let workspace = """
    title: { de: "Ein langes Buch", en: "A long book" }
    date: 2026-01-15
    languages: [de, en]
    model:
      parts: { type: part, records: model/parts.yaml }
    types:
      part:
        fields: { level: integer, name: localized-text, text: markdown }
    """

  private static let layout = """
    layout: book
    theme: plain
    title: { de: "Ein langes Buch", en: "A long book" }
    output: book
    formats: [pdf]
    page:
      size: A5
      margins: { top: 20mm, bottom: 20mm, inner: 18mm, outer: 14mm }
      columns: 6
      gutter: 4mm
      baseline: 12pt
      facing: true
    labels:
      contents: { de: Inhalt, en: Contents }
    masters:
      text:
        frames:
          - frame: { columns: 1-5, top: 10mm, height: 5mm }
            content:
              - paragraph: "{page.heading}"
                style: small
          - frame: { columns: 6-6, top: 10mm, height: 5mm }
            content:
              - paragraph: "{page.number}"
                style: small
    pages:
      - flow: book
        master: text
        content:
          - heading: "{label.contents}"
            contents: false
          - contents:
            levels: 2
            styles: [ragged, small]
            number-style: small
            gap: 1pt
          - each: parts
            as: part
            content:
              - when: part.level == 1
                content:
                  - break: page
                  - heading: "{part.name}"
                otherwise:
                  - heading: "{part.name}"
                    level: 2
              - text: "{part.text}"
    """

  @Test func `a book of 300 pages with contents is set without a warning`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.workspace, to: "Assets/workspace.yaml")
    try folder.write(Self.layout, to: "Layouts/book.yaml")
    let theme = "Layouts/themes/plain.yaml"
    try folder.write(Files.bytes(Repository.testPath("Base/" + theme)), to: theme)
    try folder.write(Self.parts(), to: "Assets/model/parts.yaml")
    let run = try Program.umbruch().run(["build", "--workspace", folder.path, "--progress", "none"])
    #expect(run.status == 0 && run.errors == "", "\(run.errors.prefix(2_000))")
    for (language, text) in [("de", Self.german), ("en", Self.english)] {
      let pages = try Program.tool("pdftotext").text(
        "-layout", folder.path("build/book.\(language).pdf"), "-"
      ).split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
        .map { page in
          page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
      #expect(pages.count >= 300, "\(language): \(pages.count)")
      try check(Array(pages), text)
    }
  }

  /// The number behind each title in the contents is that of the page on which it stands.
  private func check(_ pages: [[String]], _ text: LongText) throws {
    // The contents end where the first chapter begins, whose running head names it.
    let first = try #require(pages.firstIndex { $0.first?.hasPrefix(text.chapter + " 1 ") == true })
    var listed: [String: Int] = [:]
    for line in pages[..<first].joined() {
      let words = line.split(separator: " ")
      guard let number = words.last.flatMap({ Int($0) }), words.count > 2 else { continue }
      listed[words.dropLast().joined(separator: " ")] = number
    }
    for title in text.titles(chapters: Self.chapters, sections: Self.sections) {
      let page = pages.indices.dropFirst(first).first { pages[$0].contains(title) }
      #expect(page.map { $0 + 1 } == listed[title], "\(title)")
    }
    for (index, page) in pages.enumerated() {
      #expect(page.first?.hasSuffix("\(index + 1)") == true, "\(page.first ?? "")")
    }
  }

  private static func parts() -> String {
    var random = SeededNumbers(seed: 7)
    var lines: [String] = []
    let titles = [german, english].map { $0.titles(chapters: chapters, sections: sections) }
    for (index, names) in zip(titles[0], titles[1]).enumerated() {
      let level = index % (sections + 1) == 0 ? 1 : 2
      let texts = [german, english].map { words in
        level == 1
          ? words.paragraphs(2, &random) + words.list(&random) + words.table(&random)
          : words.notedParagraphs(5, &random)
      }
      lines += [
        "- id: p\(index)", "  level: \(level)",
        "  name: { de: \"\(names.0)\", en: \"\(names.1)\" }",
        "  text: { de: \"\(texts[0])\", en: \"\(texts[1])\" }",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Text of no meaning in one language, the same for the same seed.
struct LongText {
  let words: [String]
  let chapter: String
  let section: String

  init(words: String, chapter: String, section: String) {
    self.words = words.split(whereSeparator: \.isWhitespace).map(String.init)
    self.chapter = chapter
    self.section = section
  }

  /// The titles of all chapters and sections in order, no two alike.
  func titles(chapters: Int, sections: Int) -> [String] {
    (1...chapters).flatMap { number in
      ["\(chapter) \(number) \(words[24 + number % 20])"]
        + (1...sections).map { "\(section) \(number).\($0) \(words[24 + (number + $0) % 20])" }
    }
  }

  /// Paragraphs of some sentences, with CommonMark's empty lines between them.
  func paragraphs(_ count: Int, _ random: inout SeededNumbers) -> String {
    (0..<count).map { _ in
      (0..<Int.random(in: 4...9, using: &random)).map { _ in sentence(&random) }
        .joined(separator: " ")
    }.joined(separator: "\\n\\n")
  }

  /// Paragraphs of which the last bears a footnote.
  func notedParagraphs(_ count: Int, _ random: inout SeededNumbers) -> String {
    paragraphs(count, &random) + "[^1]\\n\\n[^1]: " + sentence(&random)
  }

  /// A list of three sentences.
  func list(_ random: inout SeededNumbers) -> String {
    "\\n\\n" + (0..<3).map { _ in "- " + sentence(&random) }.joined(separator: "\\n")
  }

  /// A table with a header row and up to thirty rows of a name, a sentence and a number.
  func table(_ random: inout SeededNumbers) -> String {
    let rows = (0..<Int.random(in: 3...30, using: &random)).map { index in
      "| \(words[24 + index % 20]) | \(sentence(&random)) | \(index * 1_375) |"
    }
    return "\\n\\n"
      + (["| \(chapter) | \(section) | n |", "| --- | --- | --- |"] + rows)
      .joined(separator: "\\n")
  }

  private func sentence(_ random: inout SeededNumbers) -> String {
    let count = Int.random(in: 6...22, using: &random)
    let chosen = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
    let first = chosen[0].prefix(1).uppercased() + chosen[0].dropFirst()
    return ([first] + chosen.dropFirst()).joined(separator: " ") + "."
  }
}
