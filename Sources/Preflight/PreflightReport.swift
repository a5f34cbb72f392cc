package import Diagnostics
import Foundation

/// What a preflight found in one file.
package struct PreflightReport: Sendable, Hashable {
  /// The file's name, as it was given.
  package var file: String
  /// `print` or `screen`.
  package var edition: String
  /// The name of the printer's profile; nil for screen editions.
  package var profile: String?
  package var pages: Int
  /// Sorted by page, rule and place.
  package var findings: [PreflightFinding]

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  package func count(_ severity: Diagnostic.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// One line for the file, then each finding with its place and hint.
  package var text: String {
    var lines: [String] = []
    let counts = [Diagnostic.Severity.error, .warning, .note]
      .map { "\(count($0)) \($0.rawValue)\(count($0) == 1 ? "" : "s")" }
    let against = profile.map { "\(edition), \($0)" } ?? edition
    lines.append(
      "\(file): \(pages) page\(pages == 1 ? "" : "s"), \(against): \(counts.joined(separator: ", "))"
    )
    for finding in findings {
      var place = finding.page.map { "page \($0)" } ?? "file"
      if let rect = finding.place {
        place += ", \(rect.x) mm from the left and \(rect.y) mm from the top"
      }
      lines.append("  \(finding.severity.rawValue): \(finding.message) [\(finding.rule), \(place)]")
      if finding.more > 0 {
        lines.append("    and in \(finding.more) more place\(finding.more == 1 ? "" : "s")")
      }
      if let hint = finding.hint { lines.append("    hint: \(hint)") }
    }
    return lines.joined(separator: "\n")
  }

  /// The same as JSON, keys sorted, with a line end.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension PreflightReport: Encodable {
  private enum Key: String, CodingKey {
    case file, edition, profile, pages, findings, rule, severity, page, place, message, hint, more
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(edition, forKey: .edition)
    try container.encodeIfPresent(profile, forKey: .profile)
    try container.encode(pages, forKey: .pages)
    var list = container.nestedUnkeyedContainer(forKey: .findings)
    for finding in findings {
      var entry = list.nestedContainer(keyedBy: Key.self)
      try entry.encode(finding.rule, forKey: .rule)
      try entry.encode(finding.severity.rawValue, forKey: .severity)
      try entry.encodeIfPresent(finding.page, forKey: .page)
      try entry.encodeIfPresent(finding.place, forKey: .place)
      try entry.encode(finding.message, forKey: .message)
      try entry.encodeIfPresent(finding.hint, forKey: .hint)
      if finding.more > 0 { try entry.encode(finding.more, forKey: .more) }
    }
  }
}
