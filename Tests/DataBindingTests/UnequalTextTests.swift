import DataBinding
import Diagnostics
import ReportModel
import Testing

/// Texts that have more parts, or other ones, in one language than in another.
extension JointBindingTests {
  /// A model whose first programme has this text.
  private func model(german: String, english: String) throws -> WorkspaceModel {
    var files = SampleModel.files
    let text = try #require(files["programmes.yaml"])
    let line = try #require(text.split(separator: "\n").first { $0.contains("text: {") })
    let escape = { (text: String) in text.replacing("\n", with: "\\n") }
    files["programmes.yaml"] = text.replacing(
      line, with: "  text: { de: \"\(escape(german))\", en: \"\(escape(english))\" }")
    return try SampleModel.read(files)
  }

  private func problem(german: String, english: String) throws -> Diagnostic? {
    let joint = try joint(
      "- each: programmes\n  as: programme\n  content:\n    - text: \"{programme.text}\"",
      model: model(german: german, english: english))
    #expect(joint.diagnostics.count <= 1)
    return joint.diagnostics.first
  }

  @Test func `unequal paragraphs are an error that names the one without a counterpart`() throws {
    let problem = try #require(
      try problem(german: "Eins.\n\nZwei.\n\nDrei hat keinen Partner.", english: "One.\n\nTwo."))
    #expect(problem.identifier == "languages.unequal")
    #expect(problem.record == "one")
    #expect(problem.message.contains("“programme.text” has 3 paragraphs in “de” and 2 in “en”"))
    #expect(
      problem.message.contains(
        "the paragraph “Drei hat keinen Partner.” in “de” has no counterpart"))
    #expect(problem.location?.file.hasSuffix("programmes.yaml") == true)
    #expect(problem.hints.first?.contains("programmes.yaml:") == true)
  }

  @Test
  func `of equal kinds the one is named without which lengths agree, and one is “1 paragraph”`()
    throws
  {
    let problem = try #require(
      try problem(
        german: "Ein langer erster Absatz mit vielen Wörtern.\n\nZwei.",
        english: "A long first paragraph with many words.\n\nAdded between both.\n\nTwo."))
    #expect(problem.message.contains("has 2 paragraphs in “de” and 3 in “en”"))
    #expect(problem.message.contains("“Added between both.” in “en”"))
    let single = try #require(try self.problem(german: "> Eins.", english: "> One.\n\n> Two."))
    #expect(single.message.contains("has 1 quotation in “de” and 2 in “en”"))
  }

  @Test func `where several are missing the first is named, with the place that it would have`()
    throws
  {
    let problem = try #require(
      try problem(
        german: "Kurz.\n\nEin Absatz, der deutlich länger ist als die anderen.\n\nNoch einer.\n\n"
          + "Ein sehr langer Absatz, der über viele Zeilen geht und nicht enden will, nie.\n\nAus.",
        english: "Brief.\n\nOne more.\n\nOver."))
    #expect(problem.message.contains("“Ein Absatz, der deutlich länger ist …” in “de”"))
    #expect(
      problem.hints.first == "in “en” it would stand between “Brief.” and “One more.”")
  }

  @Test func `unequal lists and headings are errors too`() throws {
    let items = try #require(try problem(german: "- a\n- b\n- c", english: "- a\n- b"))
    #expect(items.message.contains("3 items in “de” and 2 in “en”"))
    #expect(items.message.contains("the item “c” in “de”"))
    let headings = try #require(try problem(german: "Eins.", english: "# Head\n\nOne."))
    #expect(headings.message.contains("0 headings in “de” and 1 in “en”"))
    #expect(headings.message.contains("the heading “Head” in “en”"))
    #expect(headings.message.contains("1 headings") == false)
    let order = try #require(try problem(german: "# K\n\nEins.", english: "One.\n\n# H"))
    #expect(order.message.contains("in another order"))
    #expect(try problem(german: "# K\n\n- a\n- b", english: "# H\n\n- a\n- b") == nil)
  }

  @Test func `separate and turned editions may differ in their paragraphs`() throws {
    let model = try model(german: "Eins.\n\nZwei.", english: "One.")
    let blocks = "- each: programmes\n  as: programme\n  content:\n    - text: \"{programme.text}\""
    #expect(try joint(blocks, "languages: turned", model: model).diagnostics == [])
    #expect(try joint(blocks, "languages: facing", model: model).diagnostics.count == 1)
  }

  // MARK: Footnotes

  @Test func `a note in one language alone is an error that names the note`() throws {
    let alone = try #require(
      try problem(german: "Eins[^a].\n\n[^a]: Nur auf Deutsch.", english: "One."))
    #expect(alone.identifier == "languages.unequal")
    #expect(alone.message.contains("“programme.text” has 1 footnote in “de” and 0 in “en”"))
    #expect(alone.message.contains("the footnote “Nur auf Deutsch.” in “de” has no counterpart"))
    #expect(alone.location?.file.hasSuffix("programmes.yaml") == true)
    #expect(alone.hints.last == "write the note in both languages, or take it out")
    // Of several the one that is most unlike; it may stand in emphasis, in a list or a table.
    let second = try #require(
      try problem(
        german: "- *Eins^[Ein langer Satz in einer Note.]*",
        english: "- One^[A long sentence in a note.] and^[Added.]"))
    #expect(second.message.contains("has 1 footnote in “de” and 2 in “en”"))
    #expect(second.message.contains("the footnote “Added.” in “en”"))
    #expect(second.hints.first?.contains("the text in “de” is at") == true)
    let cell = try #require(
      try problem(german: "| A |\n|---|\n| b^[c] |", english: "| A |\n|---|\n| b |"))
    #expect(cell.message.contains("the footnote “c” in “de”"))
  }

  @Test func `a note with more paragraphs than its counterpart is an error`() throws {
    let note = "Eins[^a], zwei[^b].\n\n[^a]: Erstens.\n\n[^b]: Zweitens.\n\n    Noch mehr davon."
    let problem = try #require(
      try problem(german: note, english: "One^[First.], two^[Second.]."))
    #expect(
      problem.message.contains(
        "footnote 2 of “programme.text” has 2 paragraphs in “de” and 1 in “en”; "
          + "the paragraph “Noch mehr davon.” in “de” has no counterpart"))
    // Marks may stand in another order, and one note may have several.
    let equal = "Two[^x][^y] and[^x].\n\n[^x]: First.\n\n[^y]: Second.\n\n    More of it."
    #expect(try self.problem(german: note, english: equal) == nil)
  }

  @Test func `notes in paragraphs, headings and cells of the layout are compared too`() throws {
    let cell = "{ text: { de: \"Wort^[Note.]\", en: Word } }"
    for block in [
      "paragraph: { de: \"Wort^[Note.]\", en: Word }",
      "heading: { de: Wort, en: \"Word^[Note.]\" }",
      "table:\n    - { title: A }\n  content:\n    - table-row: [\(cell)]",
    ] {
      let joint = try joint("- " + block)
      #expect(joint.diagnostics.map(\.identifier) == ["languages.unequal"], "\(block)")
      #expect(joint.diagnostics.first?.message.contains("“Note.”") == true)
    }
    let both = try joint("- paragraph: { de: \"Wort^[Note.]\", en: \"Word^[Note.]\" }")
    #expect(both.diagnostics == [])
  }
}
