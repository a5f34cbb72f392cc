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
  /// The JSON text, as the other engines read it.
  var json: Data
  /// By language, in the order of the file.
  var paragraphs: [String: [String]] = [:]

  /// Reads a file: a list of records with `body: { de: […], en: […] }`.
  init(reading file: String) throws {
    name = "`\(URL(filePath: file).lastPathComponent)`"
    json = try Data(contentsOf: URL(filePath: file))
    try read()
  }

  /// Makes texts of its own, always the same.
  init(records: Int = 200, paragraphsEach: Int = 3) throws {
    name = "texts that the benchmark makes"
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

  /// How many words there are in a language.
  func words(in language: String) -> Int {
    (paragraphs[language] ?? []).reduce(0) { $0 + $1.split(separator: " ").count }
  }
}
