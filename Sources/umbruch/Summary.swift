import ReportPipeline

/// The last words of a build: what was written where.
enum Summary {
  /// A line for each folder of outputs, then the verdict.
  static func lines(of outcome: ReportBuilder.Outcome) -> [String] {
    var folders: [String: [String: Int]] = [:]
    for file in outcome.files {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      folders[folder, default: [:]][file.format, default: 0] += 1
    }
    var lines = folders.sorted { $0.key < $1.key }.map { folder, counts in
      let parts = ["pdf", "svg", "png", "md", "csv"].compactMap { format in
        counts[format].map { "\($0) \(format)" }
      }
      let path = folder.isEmpty ? outcome.outputFolder : "\(outcome.outputFolder)/\(folder)"
      return "\(path): \(parts.joined(separator: ", "))"
    }
    lines.append(verdict(of: outcome))
    return lines
  }

  static func verdict(of outcome: ReportBuilder.Outcome) -> String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    var parts: [String] = []
    if !outcome.files.isEmpty { parts.append("\(count(outcome.files.count, "file")) written") }
    if outcome.errorCount > 0 { parts.append(count(outcome.errorCount, "error")) }
    if outcome.warningCount > 0 { parts.append(count(outcome.warningCount, "warning")) }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }
}
