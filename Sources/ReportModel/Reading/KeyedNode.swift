import Diagnostics
import SourceFiles

/// The entries of a mapping of which only certain keys are allowed.
struct KeyedNode {
  /// Where the mapping begins.
  let location: SourceLocation
  /// What is given under allowed keys.
  private var values: [String: SourceNode] = [:]

  /// Tells what is wrong with the keys; nil if the node is no mapping at all.
  init?(
    _ node: SourceNode, called what: String, allowed: [String], required: [String] = [],
    problems: inout Problems
  ) {
    location = node.location
    guard let entries = node.mapping else {
      problems.add(
        Diagnostic(
          "model.wrong-type", "\(what) wants keys and values, and this is \(node.shapeInWords)",
          at: node.location, hints: ["its keys are \(allowed.joined(separator: ", "))"]))
      return nil
    }
    for entry in entries {
      if allowed.contains(entry.name) {
        if !entry.value.isNull { values[entry.name] = entry.value }
      } else {
        problems.add(
          Diagnostic(
            "model.unknown-key", "\(what) has no key “\(entry.name)”", at: entry.key.location,
            hints: Suggestion.hint(for: entry.name, among: allowed)))
      }
    }
    for key in required where values[key] == nil {
      problems.add(
        Diagnostic("model.missing-key", "\(what) needs the key “\(key)”", at: node.location))
    }
  }

  /// The value under a key; nil if nothing is given.
  subscript(key: String) -> SourceNode? { values[key] }

  /// The text of a key; tells if it is no text.
  func text(_ key: String, problems: inout Problems) -> String? {
    guard let node = values[key] else { return nil }
    if let text = node.text { return text }
    problems.add(
      Diagnostic(
        "model.wrong-type", "“\(key)” wants a text, and this is \(node.shapeInWords)",
        at: node.location))
    return nil
  }
}

/// The names that workspace files may give to types, fields and collections.
enum ModelName {
  /// Whether it begins with a small letter and goes on with small letters, digits, `_` and `-`.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.count <= 64
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
      }
  }

  /// Whether it can name a record: small letters, digits and `-`, so that it can name a file too.
  static func isValidIdentifier(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 100
      && id.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
