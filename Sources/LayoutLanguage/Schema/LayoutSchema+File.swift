import Design
import Languages
import SourceFiles

/// The keys at the top of a layout file.
extension LayoutSchema {
  /// Every key with its form; reading takes the keys from here.
  static let topLevel: [JSONValue.Member] = {
    let forms: KeyValuePairs<String, JSONValue> = [
      "layout": described(simple("string"), "The file's name without its ending."),
      "description": simple("string"),
      "theme": described(simple("string"), "The name of a file in Layouts/themes."),
      "title": described(reference("text"), "The publication's title, for its metadata."),
      "subject": described(reference("text"), "What it is about, for its metadata."),
      "for": described(iteration, "One publication for every record of these lists."),
      "output": described(reference("text"), "The output's path without language and format."),
      "languages": languages,
      "formats": list(of: choice(LayoutReading.formats)),
      "editions": described(
        list(of: choice(PDFEdition.allCases.map(\.rawValue))),
        "The editions of the PDF: screen (if left out) for reading, print for a press."),
      "printer": described(
        simple("string"), "The name of a file in Layouts/printers; coated, if left out."),
      "png-width": described(integer(16...20_000), "The width of PNG files in pixels."),
      "page": page,
      "page-multiple": described(integer(1...64), "The pages are a multiple of this."),
      "maximum-pages": described(integer(1...5000), "More pages are an error."),
      "footnotes": described(closed(footnoteKeys), "How footnotes are numbered and look."),
      "typography": typography,
      "styles": described(named(reference("style")), "Text styles beside those of the theme."),
      "labels": described(reference("labels"), "Fixed words in every language."),
      "components": described(named(component), "Blocks that “use” places by name."),
      "masters": described(named(master), "What stands on every page of a kind."),
      "pages": list(of: reference("section")),
    ]
    return forms.map { JSONValue.Member($0.key, $0.value) }
  }()

  private static var languages: JSONValue {
    let arrangement = described(
      choice(LanguageArrangement.allCases.map(\.rawValue)),
      "separate: an edition for each (if left out); parallel: columns on every page; facing: the "
        + "leading language on left pages, the other on right ones, behind an empty first page, "
        + "since page 1 is a right one; turned: head to tail, each half with its own cover.")
    return described(
      either(
        arrangement,
        closed(
          [
            JSONValue.Member("arrange", arrangement),
            JSONValue.Member(
              "order",
              described(list(of: simple("string")), "The languages, the leading one first.")),
            JSONValue.Member(
              "shares", described(list(of: number(1...1000)), "The widths of parallel columns.")),
            JSONValue.Member("gutter", described(reference("length"), "Between parallel columns.")),
            JSONValue.Member("rule", described(reference("color"), "A hairline between them.")),
            JSONValue.Member(
              "styles",
              described(
                named(named(simple("string"))),
                "For a language, the styles that take the place of others.")),
          ], required: ["arrange"])), "How the languages stand to each other.")
  }

  private static var typography: JSONValue {
    let switches = TypographySwitches.named.map { JSONValue.Member($0.key, simple("boolean")) }
    return described(
      either(choice(TypographyChoice.words), simple("boolean"), closed(switches)),
      "What is done to typed text: off, or the kinds of rule that are not applied here: straight "
        + "quotation marks, ellipses, dashes, ranges (2018-2019), signs (3 x 4, -5), "
        + "abbreviations (z. B.) and no-break spaces.")
  }

  private static var page: JSONValue {
    let size = either(
      choice(LayoutReading.paper.keys.sorted()),
      closed(
        ["width", "height"].map { JSONValue.Member($0, reference("length")) },
        required: ["width", "height"]))
    return closed(
      [
        JSONValue.Member("size", size), JSONValue.Member("bleed", reference("length")),
        JSONValue.Member(
          "margins",
          closed(
            ["top", "bottom", "inner", "outer"].map {
              JSONValue.Member($0, reference("length"))
            })),
        JSONValue.Member("columns", integer(1...100)),
        JSONValue.Member("gutter", reference("length")),
        JSONValue.Member("baseline", reference("length")),
        JSONValue.Member("facing", simple("boolean")),
      ], required: ["size"])
  }

  private static var iteration: JSONValue {
    closed(
      [
        JSONValue.Member("each", either(simple("string"), list(of: simple("string")))),
        JSONValue.Member("as", reference("name")),
        JSONValue.Member("where", reference("expression")),
      ], required: ["each", "as"])
  }

  private static var component: JSONValue {
    closed(
      [
        JSONValue.Member("description", simple("string")),
        JSONValue.Member(
          "parameters",
          described(
            named(simple("string")),
            "The parameters with their types: text, number, a record type, list of …")),
        JSONValue.Member("content", reference("content")),
      ], required: ["content"])
  }

  private static var master: JSONValue {
    closed([
      JSONValue.Member("background", reference("color")),
      JSONValue.Member("text-area", reference("area")),
      JSONValue.Member("frames", list(of: reference("frame"))),
    ])
  }
}
