import Design
import Diagnostics
import Languages
import LayoutLanguage
import SampleLayouts
import SourceFiles
import Testing

/// How a layout arranges its languages, and mistakes in that.
@Suite struct LanguageSettingTests {
  private static let pages = "pages:\n  - page: one\n"

  private func marks(_ text: String) -> [String] {
    differences(SampleLayout.head + text + "\n" + Self.pages)
  }

  @Test func soundSettings() throws {
    for text in [
      "languages: separate", "languages: parallel", "languages: facing", "languages: turned",
      "languages: { arrange: turned, order: [en, de] }",
      "languages: { arrange: parallel, order: [de, en], shares: [52, 48], gutter: 8mm, rule: teal 30%, styles: { en: { body: small } } }",
    ] {
      #expect(marks(text) == [], "\(text)")
    }
    let read = SampleLayout.read(
      SampleLayout.head + "languages: { arrange: facing, order: [en, de] }\n" + Self.pages)
    let layout = try #require(read.output)
    #expect(layout.languages.arrangement == .facing)
    #expect(layout.languages.order == SampleLayout.languages.reversed())
    #expect(layout.page.facing)
  }

  private func problems(_ text: String) -> [String] {
    SampleLayout.read(SampleLayout.head + text + "\n" + Self.pages).diagnostics.map {
      "\($0.identifier): \($0.message)"
    }
  }

  @Test func mistakes() {
    #expect(
      problems("languages: paralel") == ["layout.unknown-choice: “paralel” is not possible here"])
    #expect(
      problems("languages: { order: [de, en] }") == [
        "layout.missing-key: “languages” needs “arrange”"
      ])
    #expect(
      problems("languages: { arrange: facing, order: [de] }") == [
        "languages.too-few: “facing” needs two languages, but there is only “de”"
      ])
    #expect(
      problems("languages: { arrange: parallel, order: [de, de, en] }") == [
        "layout.duplicate-language: “de” is named twice"
      ])
    #expect(
      problems("languages: { arrange: parallel, order: [de, fr, en] }") == [
        "layout.unknown-language: “fr” is not a language of this workspace"
      ])
    #expect(
      problems("languages: { arrange: parallel, shares: [1, 2, 3] }") == [
        "layout.wrong-type: found a list where a number for each of 2 languages is wanted"
      ])
    #expect(
      problems("languages: { arrange: turned, shares: [1, 2] }") == [
        "layout.conflicting-keys: only parallel columns have “shares”"
      ])
    #expect(
      problems("languages: { arrange: separate, gutter: 3mm }") == [
        "layout.conflicting-keys: separate editions have no “gutter”"
      ])
    #expect(
      problems("languages: { arrange: parallel, styles: { en: { bodi: small } } }") == [
        "layout.unknown-style: there is no style “bodi”"
      ])
  }

  @Test func oneLanguageIsTooFew() throws {
    let text = SampleLayout.head + "languages: parallel\n" + Self.pages
    let node = try #require(YAMLReader.read(Array(text.utf8), file: SampleLayout.file).output)
    let read = LayoutReader.read(node, name: "t", languages: [SampleLayout.languages[0]]) { _, _ in
      YAMLReader.read(Array(SampleLayout.theme.utf8), file: SampleLayout.themeFile)
    }
    #expect(read.diagnostics.map(\.identifier) == ["languages.too-few"])
    #expect(read.diagnostics.first?.hints.first?.contains("workspace.yaml") == true)
  }

  @Test func threeLanguagesAreTooManyForTwoPages() throws {
    let languages = SampleLayout.languages + ["fr"].compactMap { LanguageTag($0) }
    for arrangement in ["facing", "turned"] {
      let text = SampleLayout.head + "languages: \(arrangement)\n" + Self.pages
      let read = SampleLayout.read(text, languages: languages)
      let problem = try #require(read.diagnostics.first)
      #expect(read.diagnostics.map(\.identifier) == ["languages.too-many"])
      #expect(
        problem.message
          == "“\(arrangement)” holds two languages, but there are “de”, “en”, “fr”")
      #expect(problem.hints.first?.contains("order: [de, en]") == true)
    }
    let parallel = SampleLayout.head + "languages: parallel\n" + Self.pages
    #expect(SampleLayout.read(parallel, languages: languages).diagnostics == [])
  }
}
