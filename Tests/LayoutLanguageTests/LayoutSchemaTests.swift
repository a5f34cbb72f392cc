import Design
import Diagnostics
import Foundation
import Languages
import LayoutLanguage
import SampleLayouts
import SourceFiles
import Testing

/// The JSON Schema says what reading accepts.
@Suite struct LayoutSchemaTests {
  private typealias Object = [String: Any]

  private func schema() throws -> Object {
    let text = JSONWriter.text(LayoutSchema.json(languages: SampleLayout.languages))
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  private func object(_ value: Any?, _ keys: String...) throws -> Object {
    var current = value
    for key in keys { current = (current as? Object)?[key] }
    return try #require(current as? Object, "\(keys)")
  }

  @Test func everyBlockWithItsParameters() throws {
    let definitions = try object(schema(), "$defs")
    #expect(
      (definitions["block"] as? [String: [Object]])?["oneOf"]?.count == BlockKind.allCases.count)
    for kind in BlockKind.allCases {
      let definition = try #require(BlockDefinitions.all[kind])
      let block = try object(definitions, "block-\(kind.rawValue)")
      let properties = try object(block, "properties")
      let names = [kind.rawValue] + definition.accepted.map(\.name)
      #expect(properties.keys.sorted() == Set(names).sorted())
      #expect(block["additionalProperties"] as? Bool == false)
      #expect((block["required"] as? [String])?.first == kind.rawValue)
      #expect((block["description"] as? String)?.isEmpty == false)
      for parameter in definition.accepted {
        let form = try object(properties, parameter.name)
        #expect(form["description"] is String || form["$ref"] is String)
      }
    }
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let root = try schema()
    let definitions = try object(root, "$defs")
    var references: Set<String> = []
    func walk(_ value: Any) {
      if let members = value as? Object {
        if let reference = members["$ref"] as? String { references.insert(reference) }
        for inner in members.values { walk(inner) }
      } else if let items = value as? [Any] {
        for inner in items { walk(inner) }
      }
    }
    walk(root)
    #expect(references.filter { definitions[String($0.dropFirst(8))] == nil } == [])
    #expect(Set(definitions.keys) == Set(references.map { String($0.dropFirst(8)) }))
  }

  @Test func unknownKeysAreRefusedEverywhere() throws {
    let root = try schema()
    #expect(root["additionalProperties"] as? Bool == false)
    var open: [String] = []
    func walk(_ value: Any, _ path: String) {
      guard let members = value as? Object else {
        for (index, inner) in ((value as? [Any]) ?? []).enumerated() {
          walk(inner, "\(path)/\(index)")
        }
        return
      }
      if members["type"] as? String == "object", members["additionalProperties"] == nil {
        open.append(path)
      }
      for (key, inner) in members { walk(inner, "\(path)/\(key)") }
    }
    walk(root, "")
    #expect(open == [])
  }

  /// Reading knows the keys that the schema knows, and no others: what it suggests for an unknown
  /// key in each kind of mapping is what the schema allows there.
  @Test(arguments: [
    ("page: { KEY: 1 }", ["properties", "page"]),
    ("page: { size: { KEY: 1 } }", ["properties", "page", "properties", "size", "anyOf", "1"]),
    (
      "page: { size: A4, margins: { KEY: 1 } }",
      ["properties", "page", "properties", "margins"]
    ),
    ("for: { each: x, as: x, KEY: 1 }", ["properties", "for"]),
    (
      "components: { x: { content: [], KEY: 1 } }",
      ["properties", "components", "additionalProperties"]
    ),
    ("masters: { x: { KEY: 1 } }", ["properties", "masters", "additionalProperties"]),
    ("masters: { x: { text-area: { KEY: 1 } } }", ["$defs", "area"]),
    ("masters: { x: { frames: [{ frame: {}, KEY: 1 }] } }", ["$defs", "frame"]),
    ("pages: [{ page: x, KEY: 1 }]", ["$defs", "section", "oneOf", "0"]),
    ("pages: [{ flow: x, KEY: 1 }]", ["$defs", "section", "oneOf", "1"]),
    (
      "pages: [{ flow: x, master: { KEY: 1 } }]",
      ["$defs", "section", "oneOf", "1", "properties", "master", "anyOf", "1"]
    ),
    (
      "styles: { x: { like: body, drop-cap: { lines: 2, KEY: 1 } } }",
      ["$defs", "style", "properties", "drop-cap", "anyOf", "2"]
    ),
    ("pages: [{ each: x, as: x, pages: [], KEY: 1 }]", ["$defs", "section", "oneOf", "2"]),
    (
      "pages: [{ flow: x, content: [{ table: [{ title: x, KEY: 1 }], content: [] }] }]",
      ["$defs", "column"]
    ),
  ])
  func keysAreThoseOfReading(text: String, path: [String]) throws {
    var form: Any? = try schema()
    for step in path {
      form = Int(step).map { (form as? [Any])?[$0] } ?? (form as? Object)?[step]
    }
    let keys = try object(form, "properties").keys.sorted()
    let layout = "theme: house\n" + text.replacing("KEY", with: "qqqqqqqqqqqqqqqq")
    let problem = try #require(
      SampleLayout.read(layout).diagnostics.first { $0.message.contains("qqqqqqqqqqqqqqqq") })
    #expect(problem.identifier == "layout.unknown-key")
    #expect(problem.hints == ["known here: \(keys.joined(separator: ", "))"])
  }

  /// Every key of a style does something.
  @Test func keysOfStyles() throws {
    let values = [
      "like": "small", "font": "sans", "weight": "700", "italic": "true", "size": "20pt",
      "leading": "30pt", "color": "teal", "align": "right", "hyphenate": "false",
      "balance": "true", "tracking": "5", "features": "onum", "space-before": "1pt",
      "space-after": "1pt", "first-line-indent": "1pt", "uppercase": "true",
      "strong-weight": "900", "link-color": "teal", "orphans": "3", "widows": "3",
      "keep-with-next": "true", "maximum-hyphens": "3", "hyphen-prefix": "4",
      "hyphen-suffix": "4", "emergency-stretch": "5%", "optical-margins": "true",
      "glyph-scaling": "1.5%", "letter-spacing": "1%",
      "grid": "first", "drop-cap": "3",
      "figures": "old-style", "figure-width": "tabular",
      "capitals": "small-caps", "fractions": "true", "ligatures": "none",
    ]
    let known = try object(schema(), "$defs", "style", "properties").keys
    #expect(known.sorted() == values.keys.sorted())
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      let given = key == "like" ? "" : "like: body, "
      let read = SampleLayout.read(
        SampleLayout.head + "styles: { x: { \(given)\(key): \(value) } }\npages: []\n")
      #expect(read.diagnostics == [])
      let styles = try #require(read.output?.theme.styles)
      var changed = try #require(styles["x"])
      changed.name = "body"
      #expect(changed != styles["body"], "\(key)")
    }
  }

  /// What the words for OpenType features mean, beside features by tag and in the place of those of
  /// the style that this one is like.
  @Test(arguments: [
    ("figures: old-style, figure-width: proportional", ["onum=1", "pnum=1"]),
    ("figures: lining", ["lnum=1"]), ("figure-width: tabular", ["tnum=1"]),
    ("capitals: small-caps", ["smcp=1"]), ("capitals: all-small-caps", ["smcp=1", "c2sc=1"]),
    ("fractions: true", ["frac=1"]), ("fractions: false", []),
    ("ligatures: none", ["liga=0", "clig=0"]), ("ligatures: discretionary", ["dlig=1"]),
    ("features: [ss01], figures: old-style", ["ss01=1", "onum=1"]),
    ("features: [lnum], figures: old-style", ["onum=1"]),
  ])
  func wordsForFeatures(keys: String, expected: [String]) throws {
    let read = SampleLayout.read(
      SampleLayout.head + "styles: { x: { like: body, \(keys) } }\npages: []\n")
    #expect(read.diagnostics == [])
    let style = try #require(read.output?.theme.styles["x"])
    #expect(style.features.map { "\($0.tag)=\($0.value)" } == expected)
  }

  @Test(arguments: [
    ("capitals: small-caps", "capitals: as-typed"), ("figures: old-style", "figures: lining"),
  ])
  func laterWordsReplaceEarlierOnes(first: String, second: String) throws {
    let read = SampleLayout.read(
      SampleLayout.head
        + "styles: { x: { like: body, \(first) }, y: { like: x, \(second) } }\npages: []\n")
    let features = try #require(read.output?.theme.styles["y"]).features.map(\.tag)
    #expect(features == (second.hasSuffix("lining") ? ["lnum"] : []))
  }

  @Test func aWrongWordForAFeatureIsTold() {
    let read = SampleLayout.read(
      SampleLayout.head + "styles: { x: { like: body, figures: oldstyle } }\npages: []\n")
    #expect(read.diagnostics.map(\.identifier) == ["layout.unknown-choice"])
    #expect(read.diagnostics.first?.hints.first?.contains("old-style") == true)
  }

  /// Texts of a variant may be those of its language.
  @Test func variantsOfLanguages() throws {
    let tags = ["de", "en-EU"].compactMap { LanguageTag($0) }
    let read = SampleLayout.read(
      SampleLayout.head + "labels: { since: { de: seit, en: since } }\npages: []\n",
      languages: tags)
    #expect(read.diagnostics.filter { $0.identifier.contains("language") } == [])
  }

  @Test func languagesAreRequired() throws {
    let text = try object(schema(), "$defs", "text")
    let forms = try #require(text["anyOf"] as? [Object])
    #expect(forms[1]["required"] as? [String] == ["de", "en"])
  }

  @Test func isTheSameEachTime() {
    let texts = (0..<3).map { _ in
      JSONWriter.text(LayoutSchema.json(languages: SampleLayout.languages))
    }
    #expect(Set(texts).count == 1)
  }
}
