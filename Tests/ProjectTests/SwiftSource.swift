/// What a Swift file says about modules and types.
struct SwiftSource {
  /// The modules that it imports.
  let imports: [String]
  /// The types that it declares, nested ones included.
  let types: Set<String>

  init(_ text: String) {
    // Source in string literals is data.
    let text = text.replacing(Self.longLiteral, with: "")
    imports = text.matches(of: Self.importLine).map { String($0.output.1) }
    types = Set(text.matches(of: Self.typeDeclaration).map { String($0.output.1) })
  }

  // Regexes are not Sendable, though these are only read.
  nonisolated(unsafe) private static let longLiteral = /(?s)"""(?:\\.|(?!""")[^\\])*"""/

  nonisolated(unsafe) private static let importLine =
    /(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/

  nonisolated(unsafe) private static let typeDeclaration =
    /(?m)^\s*(?:(?:@\w+(?:\([^)]*\))?|\w+)\s+)*(?:struct|class|enum|protocol|actor|typealias)\s+(\w+)/
}
