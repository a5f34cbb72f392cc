import Diagnostics
import Foundation
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

  /// The keys of the schema are those that reading knows, at the top and in styles.
  @Test func keysAreThoseOfReading() throws {
    let root = try schema()
    let unknown = SampleLayout.read("nothing: 1\n").diagnostics.first {
      $0.identifier == "layout.unknown-key"
    }
    #expect(unknown != nil)
    for key in try object(root, "properties").keys.sorted() {
      let problems = SampleLayout.read("\(key): ~\n").diagnostics
      #expect(!problems.contains { $0.identifier == "layout.unknown-key" }, "\(key)")
    }
    let style = try object(root, "$defs", "style", "properties")
    let keys = style.keys.sorted().map { "\($0): ~" }.joined(separator: ", ")
    let read = SampleLayout.read(SampleLayout.head + "styles: { x: { \(keys) } }\npages: []\n")
    #expect(!read.diagnostics.contains { $0.identifier == "layout.unknown-key" })
    #expect(style.count == 20)
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
