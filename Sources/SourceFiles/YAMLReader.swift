package import Diagnostics

/// Reads the strict part of YAML that input files use: no anchors, tags or second documents.
///
/// Anchors and aliases would let a small file unfold into a huge one, and make a value change where
/// nobody looks; tags would change types. Both are refused, with what to write instead. Scalars stay
/// text: whether `no` is a word or a boolean is for the reader of the field to say.
package enum YAMLReader {
  /// How deep values may nest.
  package static let maximumDepth = 64
  /// How many values one file may hold.
  package static let maximumNodes = 5_000_000
  /// How many problems are told of one file.
  static let maximumProblems = 100

  /// The file's value; nil if anything is wrong with it.
  package static func read(_ bytes: [UInt8], file: String) -> Diagnosed<SourceNode> {
    if let problem = UTF8Check.problem(in: bytes, file: file) { return Diagnosed(nil, [problem]) }
    guard let parser = YAMLEventParser(UTF8Check.withoutMark(bytes), file: file) else {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            "yaml.memory", "there is not enough memory to read the file",
            at: SourceLocation(file: file))
        ])
    }
    var builder = Builder(parser: parser)
    var root: SourceNode?
    do throws(Diagnostic) {
      root = try builder.document(file: file)
    } catch {
      builder.problems.append(error)
    }
    let problems = builder.problems
    return Diagnosed(problems.isEmpty ? root : nil, problems)
  }

  /// Turns events into nodes; keeps going over what only this dialect refuses.
  private struct Builder {
    let parser: YAMLEventParser
    var problems: [Diagnostic] = []
    /// How many values there were so far.
    var nodeCount = 0

    init(parser: YAMLEventParser) { self.parser = parser }

    /// The single document of the stream.
    mutating func document(file: String) throws(Diagnostic) -> SourceNode {
      _ = try parser.next()  // the stream's start
      let start = try parser.next()
      guard case .documentStart = start.kind else {
        throw Diagnostic(
          "yaml.empty", "the file is empty", at: SourceLocation(file: file),
          hints: ["write what belongs into it, or remove it together with what names it"])
      }
      let root = try node(for: parser.next(), depth: 1)
      _ = try parser.next()  // the document's end
      let end = try parser.next()
      guard case .streamEnd = end.kind else {
        throw Diagnostic(
          "yaml.second-document", "a second document begins here", at: end.location,
          hints: ["keep one document a file: delete “---”, or split the file"])
      }
      return root
    }

    /// The node that begins with an event.
    mutating func node(
      for event: YAMLEventParser.Event, depth: Int
    ) throws(Diagnostic) -> SourceNode {
      nodeCount += 1
      guard nodeCount <= maximumNodes else {
        throw Diagnostic(
          "yaml.too-many-values", "the file holds more than \(maximumNodes) values",
          at: event.location, hints: ["split it into several files"])
      }
      guard depth <= maximumDepth else {
        throw Diagnostic(
          "yaml.too-deep", "values nest deeper than \(maximumDepth) levels", at: event.location,
          hints: ["look for brackets that are not closed, or make records of what is inside"])
      }
      try refuseSharing(event)
      switch event.kind {
      case .scalar(let text, let isQuoted, let style):
        return SourceNode(.scalar(text, isQuoted: isQuoted), at: event.location, style: style)
      case .sequenceStart:
        var items: [SourceNode] = []
        while true {
          let next = try parser.next()
          if case .sequenceEnd = next.kind { break }
          items.append(try node(for: next, depth: depth + 1))
        }
        return SourceNode(.sequence(items), at: event.location)
      case .mappingStart:
        return SourceNode(.mapping(try entries(depth: depth + 1)), at: event.location)
      default:
        return SourceNode(.scalar("", isQuoted: false), at: event.location)
      }
    }

    /// The entries up to the mapping's end; a key that comes twice is a problem.
    mutating func entries(depth: Int) throws(Diagnostic) -> [SourceNode.Entry] {
      var entries: [SourceNode.Entry] = []
      // The first of two equal keys counts, so that the rest can still be read for problems.
      var places: [String: Int] = [:]
      while true {
        let next = try parser.next()
        if case .mappingEnd = next.kind { break }
        let key = try node(for: next, depth: depth)
        let value = try node(for: parser.next(), depth: depth)
        guard let name = key.text, !name.isEmpty else {
          try tell(
            Diagnostic(
              "yaml.key-not-text", "a key must be a text, and this is \(key.shapeInWords)",
              at: key.location, hints: ["put a value that begins with “[” or “{” in quotes"]))
          continue
        }
        let first = places[name]
        if let first {
          let before = entries[first].key.location
          try tell(
            Diagnostic(
              "yaml.duplicate-key", "the key “\(name)” comes twice", at: key.location,
              hints: ["it stands before in line \(before.line), column \(before.column)"]))
        } else {
          places[name] = entries.count
          entries.append(SourceNode.Entry(key: key, value: value))
        }
      }
      return entries
    }

    /// Anchors, aliases and tags make files grow unseen or change types; they are refused.
    mutating func refuseSharing(_ event: YAMLEventParser.Event) throws(Diagnostic) {
      if let anchor = event.anchor {
        var sign = "&"
        if case .alias = event.kind { sign = "*" }
        try tell(
          Diagnostic(
            "yaml.anchor",
            "anchors and aliases are not allowed here, and “\(sign)\(anchor)” is one",
            at: event.location,
            hints: [
              "write the value out; put a text that begins with “\(sign)” in quotes"
            ]))
      }
      if let tag = event.tag {
        try tell(
          Diagnostic(
            "yaml.tag", "tags are not allowed here, and “\(tag)” is one", at: event.location,
            hints: ["delete it; put a text that begins with “!” in quotes"]))
      }
    }

    /// Keeps a problem, and gives up when there are too many.
    mutating func tell(_ problem: Diagnostic) throws(Diagnostic) {
      guard problems.count + 1 < maximumProblems else { throw problem }
      problems.append(problem)
    }
  }
}
