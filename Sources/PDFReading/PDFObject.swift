/// The number and generation under which a file keeps an object (ISO 32000-1, 7.3.10).
package struct PDFReference: Sendable, Hashable, Comparable {
  package var number: Int
  package var generation: Int

  package init(_ number: Int, _ generation: Int = 0) {
    self.number = number
    self.generation = generation
  }

  package static func < (a: PDFReference, b: PDFReference) -> Bool {
    (a.number, a.generation) < (b.number, b.generation)
  }
}

/// A dictionary's entries by key, without the solidus.
package typealias PDFDictionary = [String: PDFObject]

/// A stream's dictionary and where its data is; `PDFDocument.data(of:)` reads them.
package struct PDFStream: Sendable, Hashable {
  package var reference: PDFReference
  package var dictionary: PDFDictionary

  package init(reference: PDFReference, dictionary: PDFDictionary) {
    self.reference = reference
    self.dictionary = dictionary
  }
}

/// An object of a file as a value (ISO 32000-1, 7.3).
///
/// What a file keeps elsewhere stays a `reference` until `PDFDocument.resolve` is asked, so a value
/// is never cyclic.
package indirect enum PDFObject: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case string([UInt8])
  /// Without the solidus, with all `#` escapes resolved.
  case name(String)
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case stream(PDFStream)
  case reference(PDFReference)
}

/// The value as one kind of object; nil where it is another.
extension PDFObject {
  package var isNull: Bool { self == .null }
  package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  package var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }
  package var name: String? { if case .name(let value) = self { value } else { nil } }
  package var array: [PDFObject]? { if case .array(let value) = self { value } else { nil } }
  package var stream: PDFStream? { if case .stream(let value) = self { value } else { nil } }
  package var reference: PDFReference? {
    if case .reference(let value) = self { value } else { nil }
  }

  /// An integer or a real number.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value) where value.isFinite: value
    default: nil
    }
  }

  /// The entries of a dictionary, or of a stream's dictionary.
  package var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let value): value
    case .stream(let value): value.dictionary
    default: nil
    }
  }

  /// A text string: UTF-16BE or UTF-8 with a byte order mark, else Latin 1, which is what
  /// PDFDocEncoding is but for its rarer signs (ISO 32000-1, 7.9.2.2).
  package var text: String? {
    guard let bytes = string else { return nil }
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
  }
}
