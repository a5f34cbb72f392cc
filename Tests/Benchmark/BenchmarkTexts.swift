import Foundation

/// The texts that are set: paragraphs in German and English.
struct BenchmarkTexts {
  /// A record of the file; it may hold more.
  private struct Record: Codable {
    /// Paragraphs by language.
    var body: [String: [String]]
  }

  /// What the report calls them.
  var name: String
  /// Whether the costs of line breaking were found by a search over these very texts.
  var areSearched = false
  /// The JSON text, as the other engines read it.
  var json: Data
  /// By language, in the order of the file.
  var paragraphs: [String: [String]] = [:]

  /// Reads a file: a list of records with `body: { de: […], en: […] }`; `origin` says in words how
  /// it is come by.
  init(reading file: String, origin: String?) throws {
    let url = URL(filePath: file)
    let digest = try Self.digest(of: url)
    name =
      "`\(url.lastPathComponent)`\(origin.map { " (\($0))" } ?? ""), SHA-256 `\(digest)`"
    areSearched = digest == Self.searched
    json = try Data(contentsOf: url)
    try read()
  }

  /// The SHA-256 of the texts over which `JustificationCosts` were found.
  static let searched = "9fb6be17d1f13b0199f8cdb98ccf2dda70356d08b7cb6e6a1eb765ae40130b23"

  /// Makes texts of its own, always the same.
  init(records: Int = 200, paragraphsEach: Int = 3) throws {
    name = "texts that the benchmark makes (`TextGenerator`, always the same)"
    var generator = TextGenerator(seed: 1_896)
    let records = (0..<records).map { _ in
      let bodies = (0..<paragraphsEach).map { _ in generator.paragraph(words: 110) }
      return Record(body: ["de": bodies.map(\.german), "en": bodies.map(\.english)])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    json = try encoder.encode(records)
    try read()
  }

  private mutating func read() throws {
    for record in try JSONDecoder().decode([Record].self, from: json) {
      for (language, texts) in record.body { paragraphs[language, default: []] += texts }
    }
  }

  /// What `sha256sum` of the GNU tools says of a file.
  private static func digest(of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [file.path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix { $0.isHexDigit })
  }

  /// How many words there are in a language.
  func words(in language: String) -> Int {
    (paragraphs[language] ?? []).reduce(0) { $0 + $1.split(separator: " ").count }
  }
}
