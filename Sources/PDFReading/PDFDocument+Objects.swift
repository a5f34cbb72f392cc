internal import CQPDF

/// Reading objects as values.
extension PDFDocument {
  /// The trailer of the newest section of the file.
  package var trailer: PDFDictionary {
    let object = qpdf_get_trailer(handle)
    defer { qpdf_oh_release(handle, object) }
    return value(of: object).dictionary ?? [:]
  }

  /// The document catalogue (7.7.2); empty where there is none.
  package var catalogue: PDFDictionary { resolve(trailer["Root"]).dictionary ?? [:] }

  /// What an object stands for: a reference is followed, `nil` is null.
  package func resolve(_ object: PDFObject?) -> PDFObject {
    guard let object else { return .null }
    guard case .reference(let reference) = object else { return object }
    return self[reference]
  }

  /// The object under a number; null where the file has none.
  package subscript(_ reference: PDFReference) -> PDFObject {
    if let known = resolved[reference] { return known }
    guard let number = Int32(exactly: reference.number), number > 0,
      let generation = Int32(exactly: reference.generation), generation >= 0
    else { return .null }
    let object = qpdf_get_object_by_id(handle, number, generation)
    defer { qpdf_oh_release(handle, object) }
    var left = limits.values
    let value = direct(object, reference: reference, depth: 0, left: &left)
    resolved[reference] = value
    return value
  }

  /// An entry of a dictionary, followed.
  package func entry(_ key: String, of dictionary: PDFDictionary?) -> PDFObject {
    resolve(dictionary?[key])
  }

  /// The members of an array, each followed; empty where the object is none.
  package func members(of object: PDFObject?) -> [PDFObject] {
    (resolve(object).array ?? []).map { resolve($0) }
  }

  /// A rectangle with its corners in order (7.9.5); nil where the object is none.
  package func rectangle(_ object: PDFObject?) -> PDFRectangle? {
    let numbers = members(of: object).compactMap(\.number)
    guard numbers.count == 4 else { return nil }
    return PDFRectangle(numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// The references of all objects of the file, in the order of their numbers, read from the
  /// trailer on; those that nothing reaches are left out.
  package func reachable(limit: Int = 2_000_000) -> [PDFReference] {
    var seen = Set<PDFReference>()
    var open: [PDFObject] = [.dictionary(trailer)]
    while let object = open.popLast(), seen.count < limit {
      switch object {
      case .reference(let reference):
        if seen.insert(reference).inserted { open.append(self[reference]) }
      case .array(let members): open.append(contentsOf: members)
      case .dictionary(let entries): open.append(contentsOf: entries.values)
      case .stream(let stream): open.append(contentsOf: stream.dictionary.values)
      default: break
      }
    }
    return seen.sorted()
  }

  func value(of object: qpdf_oh) -> PDFObject {
    var left = limits.values
    return value(of: object, depth: 0, left: &left)
  }

  /// A handle's object; one that the file keeps elsewhere becomes a reference.
  private func value(of object: qpdf_oh, depth: Int, left: inout Int) -> PDFObject {
    if qpdf_oh_is_indirect(handle, object) != 0 {
      return .reference(
        PDFReference(
          Int(qpdf_oh_get_object_id(handle, object)), Int(qpdf_oh_get_generation(handle, object))))
    }
    return direct(object, reference: nil, depth: depth, left: &left)
  }

  private func direct(
    _ object: qpdf_oh, reference: PDFReference?, depth: Int, left: inout Int
  ) -> PDFObject {
    left -= 1
    guard left > 0, depth <= limits.depth else { return .null }
    switch qpdf_oh_get_type_code(handle, object) {
    case ot_boolean: return .boolean(qpdf_oh_get_bool_value(handle, object) != 0)
    case ot_integer: return .integer(Int(qpdf_oh_get_int_value(handle, object)))
    case ot_real: return .real(qpdf_oh_get_numeric_value(handle, object))
    case ot_name: return .name(name(qpdf_oh_get_name(handle, object)))
    case ot_string: return .string(string(object))
    case ot_array: return .array(array(object, depth: depth, left: &left))
    case ot_dictionary: return .dictionary(dictionary(object, depth: depth, left: &left))
    case ot_stream:
      guard let reference else { return .null }
      let entries = qpdf_oh_get_dict(handle, object)
      defer { qpdf_oh_release(handle, entries) }
      return .stream(
        PDFStream(
          reference: reference, dictionary: dictionary(entries, depth: depth, left: &left)))
    default: return .null
    }
  }

  private func array(_ object: qpdf_oh, depth: Int, left: inout Int) -> [PDFObject] {
    var members: [PDFObject] = []
    for index in 0..<max(0, qpdf_oh_get_array_n_items(handle, object)) {
      let member = qpdf_oh_get_array_item(handle, object, index)
      defer { qpdf_oh_release(handle, member) }
      members.append(value(of: member, depth: depth + 1, left: &left))
      if left <= 0 { break }
    }
    return members
  }

  private func dictionary(_ object: qpdf_oh, depth: Int, left: inout Int) -> PDFDictionary {
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(handle, object)
    while qpdf_oh_dict_more_keys(handle) != 0, let key = qpdf_oh_dict_next_key(handle) {
      keys.append(String(cString: key))
    }
    var entries = PDFDictionary(minimumCapacity: keys.count)
    for key in keys where left > 0 {
      let entry = qpdf_oh_get_key(handle, object, key)
      defer { qpdf_oh_release(handle, entry) }
      entries[String(key.dropFirst())] = value(of: entry, depth: depth + 1, left: &left)
    }
    return entries
  }

  private func name(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(String(cString: $0).dropFirst()) } ?? ""
  }

  private func string(_ object: qpdf_oh) -> [UInt8] {
    var length = 0
    guard let bytes = qpdf_oh_get_binary_string_value(handle, object, &length) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }
}
