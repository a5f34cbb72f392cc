/// Reads a content stream operator by operator.
///
/// Nothing in a stream stops it: what is no token is skipped and counted in `faults`.
package struct ContentReader: Sequence, IteratorProtocol {
  var lexer: ContentLexer
  /// How many bytes or operands made no sense.
  package private(set) var faults = 0
  /// Before an operator no more are kept; the first ones fall away.
  static let operandLimit = 4096

  package init(_ bytes: [UInt8]) { lexer = ContentLexer(bytes) }

  package mutating func next() -> ContentOperation? {
    var operands: [PDFObject] = []
    while let token = lexer.next() {
      switch token {
      case .word(let word):
        switch word {
        case "true": operands.append(.boolean(true))
        case "false": operands.append(.boolean(false))
        case "null": operands.append(.null)
        case "BI": return inlineImage()
        default: return ContentOperation(name: word, operands: operands)
        }
      case .fault: faults += 1
      default:
        if let value = object(token, depth: 0) { operands.append(value) } else { faults += 1 }
      }
      if operands.count > Self.operandLimit {
        operands.removeFirst(operands.count / 2)
        faults += 1
      }
    }
    if !operands.isEmpty { faults += 1 }
    return nil
  }

  /// An object that begins with a token; nil for what closes none.
  private mutating func object(_ token: ContentLexer.Token, depth: Int) -> PDFObject? {
    switch token {
    case .value(let value): return value
    case .word("true"): return .boolean(true)
    case .word("false"): return .boolean(false)
    case .word("null"): return .null
    case .open(let closing) where depth < 64:
      var members: [PDFObject] = []
      while let inner = lexer.next(), inner != .close(closing) {
        guard let member = object(inner, depth: depth + 1) else { continue }
        members.append(member)
        if members.count > 65_536 { return nil }
      }
      return closing == .array ? .array(members) : .dictionary(entries(members))
    default: return nil
    }
  }

  private func entries(_ members: [PDFObject]) -> PDFDictionary {
    var entries: PDFDictionary = [:]
    for index in Swift.stride(from: 0, to: members.count - 1, by: 2) {
      if let key = members[index].name { entries[key] = members[index + 1] }
    }
    return entries
  }

  /// What stands between `BI` and `EI` (8.9.7), with the keys in full.
  private mutating func inlineImage() -> ContentOperation {
    var members: [PDFObject] = []
    while let token = lexer.next() {
      if token == .word("ID") { break }
      if token == .word("EI") { faults += 1; break }
      if let value = object(token, depth: 0) { members.append(value) } else { faults += 1 }
      if members.count > 256 { faults += 1; break }
    }
    let image = InlineImage(entries(members))
    let length = lexer.skipData(of: image)
    if length == nil { faults += 1 }
    return ContentOperation(
      name: "BI", operands: [.dictionary(image.dictionary)], dataLength: length ?? 0)
  }
}
