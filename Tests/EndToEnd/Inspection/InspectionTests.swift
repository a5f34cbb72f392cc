import Foundation
import TemporaryFolders
import Testing

/// What a screen reader makes of our files and of others, from the command line.
struct InspectionTests {
  /// A leaf with a link, another language, a list, a note, a table of merged heads and a timeline.
  private func leaf() throws -> BrokenWorkspace {
    let workspace = try BrokenWorkspace()
    try workspace.replace(
      "- id: blue",
      with: "  milestones: [{ date: 2020, text: { de: Anfang, en: Start } }]\n- id: blue",
      in: "Assets/model/programmes.yaml")
    try workspace.replace(
      #"{ de: "Es gibt *zwei* Projekte.", en: "There are *two* projects." }"#,
      with: #"""
        { de: "Die Stadtentwicklungsgesellschaft nennt es [green city]{lang=en}.[^1]\n\n\#
        - Bäume\n- [Mehr im Netz](https://example.org/b)\n\n[^1]: Stand 2024.", \#
        en: "The neighbourhood administration says [Grünstadt]{lang=de}.[^1]\n\n\#
        - trees\n- [More on the web](https://example.org/b)\n\n[^1]: As of 2024." }
        """#, in: "Assets/model/programmes.yaml")
    try workspace.write(
      """
      layout: leaf
      theme: plain
      title: { de: "Höfe", en: "Yards" }
      output: leaf
      formats: [pdf]
      page:
        size: A6
        margins: { top: 10mm, bottom: 10mm, inner: 30mm, outer: 30mm }
        columns: 6
        gutter: 3mm
        baseline: 12pt
      pages:
        - flow: leaf
          content:
            - heading: { de: "Höfe", en: "Yards" }
            - each: programmes
              as: programme
              limit: 1
              content:
                - text: "{programme.text}"
            - table:
                - { title: "", header: true }
                - { title: { de: früher, en: before } }
                - { title: { de: heute, en: now } }
              header:
                - table-row:
                    - { text: { de: Ort, en: Place }, rows: 2 }
                    - { text: { de: Bäume, en: Trees }, span: 2 }
              content:
                - table-row: [{ text: { de: Markt, en: Market } }, { text: "3" }, { text: "12" }]
            - timeline: { de: "Der Weg", en: "The course" }
              label-style: small
              value-style: small
              note-style: small
              line-color: grey
              content:
                - each: programmes
                  as: programme
                  content:
                    - each: programme.milestones
                      as: milestone
                      content:
                        - event: "{milestone.text}"
                          date: milestone.date
                          color: green
      """, to: "Layouts/leaf.yaml")
    return workspace
  }

  private func inspect(_ path: String) throws -> Run {
    try Program.umbruch().run(["inspect", path])
  }

  @Test func `a leaf reads in German and in English as it was meant`() throws {
    let build = try leaf().build("leaf")
    #expect(build.run.status == 0, "\(build.run.errors)")
    for (language, expected) in [("de", Self.german), ("en", Self.english)] {
      let run = try inspect("\(build.output)/leaf.\(language).pdf")
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.output == expected)
    }
  }

  @Test func `a file cut anywhere, or with bytes changed, gives an answer or a reason`() throws {
    let build = try BrokenWorkspace().build(
      "sheet", "--format", "pdf", "--record", "yard", "--language", "de")
    let sound = try Files.bytes("\(build.output)/sheets/yard.de.pdf")
    let folder = try TemporaryFolder()
    var seed: UInt32 = 7
    for turn in 0..<60 {
      var bytes = sound
      if turn % 3 == 0 { bytes.removeLast(bytes.count * (turn + 1) / 62) }
      for _ in 0..<(turn % 3) * 8 where !bytes.isEmpty {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        bytes[Int(seed >> 8) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 3)
      }
      let path = try folder.write(bytes, to: "\(turn).pdf")
      let run = try Program.umbruch().run(["inspect", path], limit: 20)
      #expect(!run.endedBySignal && (run.status == 0 || run.status == 1), "\(turn)")
      #expect(run.status == 0 ? run.output.hasPrefix("title: ") : run.errors.contains("error: "))
    }
  }

  @Test func `what is no PDF, or not there, is said`() throws {
    let folder = try TemporaryFolder()
    let run = try inspect(folder.write("no PDF", to: "text.pdf"))
    #expect(run.status == 1 && run.errors.contains("“text.pdf” cannot be read as a PDF"))
    #expect(try inspect(folder.path("none.pdf")).errors.contains("none.pdf” cannot be read"))
  }

  private static let german = """
    title: Höfe
    language: de
    claims: PDF/UA-1, PDF/A-2a
    tagged: yes
    pages: 1
    outline:
      Höfe → page 1
    structure:
    — page 1
    Document
      Sect
        H1: Höfe
        P: Die Stadtentwicklungsgesellschaft nennt es [en: green city].[Reference: [Link → page 1: 1]]
          Note
            Lbl: [Link → page 1: 1]
            P: Stand 2024.
        L, numbering Disc
          LI
            Lbl: •
            LBody
              P: Bäume
          LI
            Lbl: •
            LBody
              P: [Link → https://example.org/b: Mehr im Netz]
        Table
          TR
            TH, of the column, 2 rows
              P: Ort
            TH, of the column, 2 columns
              P: Bäume
          TR
            TH, of the column, under “Bäume”
              P: früher
            TH, of the column, under “Bäume”
              P: heute
          TR
            TH, of the row, under “Ort”
              P: Markt
            TD, under “Bäume” “früher” “Markt”
              P: 3
            TD, under “Bäume” “heute” “Markt”
              P: 12
        Figure, instead: Der Weg. 2020: Anfang
    left out: 2 artifacts

    """

  private static let english = """
    title: Yards
    language: en
    claims: PDF/UA-1, PDF/A-2a
    tagged: yes
    pages: 1
    outline:
      Yards → page 1
    structure:
    — page 1
    Document
      Sect
        H1: Yards
        P: The neighbourhood administration says [de: Grünstadt].[Reference: [Link → page 1: 1]]
          Note
            Lbl: [Link → page 1: 1]
            P: As of 2024.
        L, numbering Disc
          LI
            Lbl: •
            LBody
              P: trees
          LI
            Lbl: •
            LBody
              P: [Link → https://example.org/b: More on the web]
        Table
          TR
            TH, of the column, 2 rows
              P: Place
            TH, of the column, 2 columns
              P: Trees
          TR
            TH, of the column, under “Trees”
              P: before
            TH, of the column, under “Trees”
              P: now
          TR
            TH, of the row, under “Place”
              P: Market
            TD, under “Trees” “before” “Market”
              P: 3
            TD, under “Trees” “now” “Market”
              P: 12
        Figure, instead: The course. 2020: Start
    left out: 2 artifacts

    """
}
