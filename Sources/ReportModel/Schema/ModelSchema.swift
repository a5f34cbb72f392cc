/// The record types of a workspace, and the names under which its records are found.
package struct ModelSchema: Sendable, Hashable {
  /// A name at the model's root with the type of its record or records.
  package struct Root: Sendable, Hashable {
    /// The first step of a path, such as `projects`.
    package var name: String
    /// The name of the record type.
    package var type: String

    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// The record types: the built-in ones, then the workspace's own, in its file's order.
  package private(set) var types: [RecordType]
  /// The lists of records, in the workspace file's order.
  package private(set) var collections: [Root] = []
  /// The single records, in the workspace file's order.
  package private(set) var singletons: [Root] = []
  /// The position of each type by name.
  private var indices: [String: Int] = [:]

  package init(types: [RecordType] = []) {
    self.types = []
    for type in types { set(type) }
  }

  /// Adds a type, or puts it in the place of the one of the same name.
  package mutating func set(_ type: RecordType) {
    if let index = indices[type.name] {
      types[index] = type
    } else {
      indices[type.name] = types.count
      types.append(type)
    }
  }

  /// Adds a list of records at the model's root.
  package mutating func addCollection(_ name: String, type: String) {
    collections.append(Root(name: name, type: type))
  }

  /// Adds a single record at the model's root.
  package mutating func addSingleton(_ name: String, type: String) {
    singletons.append(Root(name: name, type: type))
  }

  /// The record type of this name.
  package func type(_ name: String) -> RecordType? { indices[name].map { types[$0] } }

  /// The type of a collection's records.
  package func type(ofCollection name: String) -> RecordType? {
    collections.first { $0.name == name }.flatMap { type($0.type) }
  }

  /// The type of a single record at the root.
  package func type(ofSingleton name: String) -> RecordType? {
    singletons.first { $0.name == name }.flatMap { type($0.type) }
  }
}
