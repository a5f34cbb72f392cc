import Diagnostics
import Foundation
import ReportModel
import SourceFiles
import Testing

@Suite struct ModelSchemaPrinterTests {
  private func printed() throws -> String {
    let read = ModelReader.schema(of: try repository())
    let (schema, languages, units) = try #require(read.output)
    return ModelSchemaPrinter(schema: schema, languages: languages, units: units).text()
  }

  private func object(_ value: Any?, _ keys: String...) throws -> [String: Any] {
    var current = value
    for key in keys { current = (current as? [String: Any])?[key] }
    return try #require(current as? [String: Any])
  }

  @Test func isJSONAndSaysWhatIsChecked() throws {
    let root = try JSONSerialization.jsonObject(with: Data(printed().utf8))
    let definitions = try object(root, "$defs")
    let metric = try object(definitions, "metric")
    #expect(metric["additionalProperties"] as? Bool == false)
    #expect(metric["required"] as? [String] == ["label", "value"])
    let comparator = try object(metric, "properties", "comparator")
    #expect((comparator["enum"] as? [String])?.contains(">=") == true)
    #expect((comparator["description"] as? String)?.isEmpty == false)
    let text = try object(definitions, "_localized-text")
    #expect(text["required"] as? [String] == ["de", "en"])
    let programme = try object(definitions, "programme", "properties")
    #expect(programme["metrics"] == nil)
    #expect(programme["hero"] != nil)
  }

  /// A file may be the workspace file, one record, or a list, whose records have identifiers.
  @Test func filesHaveTheirShapes() throws {
    let root = try JSONSerialization.jsonObject(with: Data(printed().utf8))
    let files = try #require((root as? [String: Any])?["anyOf"] as? [[String: Any]])
    func isNamed(_ file: [String: Any], _ type: String) -> Bool {
      file["$ref"] as? String == "#/$defs/\(type)"
    }
    let source = try #require(files.first { isNamed($0, "source") })
    #expect(source["required"] as? [String] == ["id"])
    let organisation = try #require(files.first { isNamed($0, "organisation") })
    #expect(organisation["required"] == nil)
    let lists = files.compactMap { $0["items"] as? [String: Any] }
    #expect(lists.contains { isNamed($0, "project") })
    #expect(!lists.contains { isNamed($0, "organisation") })
    #expect(lists.allSatisfy { $0["required"] as? [String] == ["id"] })
  }

  /// Every `$ref` leads somewhere.
  @Test func referencesResolve() throws {
    let root = try JSONSerialization.jsonObject(with: Data(printed().utf8))
    var broken: [String] = []
    var count = 0
    func walk(_ value: Any) throws {
      if let members = value as? [String: Any] {
        if let reference = members["$ref"] as? String {
          count += 1
          var target: Any? = root
          for part in reference.split(separator: "/").dropFirst() {
            target = (target as? [String: Any])?[String(part)]
          }
          if target == nil { broken.append(reference) }
        }
        for inner in members.values { try walk(inner) }
      } else if let items = value as? [Any] {
        for inner in items { try walk(inner) }
      }
    }
    try walk(root)
    #expect(broken == [])
    #expect(count > 50)
  }

  @Test func isTheSameEachTime() throws {
    #expect(try printed() == printed())
  }
}
