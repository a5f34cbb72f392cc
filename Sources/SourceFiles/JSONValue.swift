/// A JSON value (RFC 8259) to be written; members keep their order, so equal values give equal bytes.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number already in JSON's form, such as `34.5`.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Names and values in the order in which they are to be written.
  case object([Member])

  /// One name and value of an object.
  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of names and values in this order.
  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
