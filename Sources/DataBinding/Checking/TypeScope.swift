/// The variables of a place in the layout with their types, innermost last.
struct TypeScope {
  private var variables: [(name: String, type: ValueType)] = []

  subscript(name: String) -> ValueType? { variables.last { $0.name == name }?.type }

  var names: [String] { variables.map(\.name) }

  /// The scope with one more variable.
  func adding(_ name: String, _ type: ValueType) -> TypeScope {
    var scope = self
    scope.variables.append((name, type))
    return scope
  }
}
