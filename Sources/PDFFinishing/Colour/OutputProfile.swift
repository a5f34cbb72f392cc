package import Diagnostics

/// The ICC profile of an output condition, found to be one of four-colour printing.
package struct OutputProfile: Sendable {
  /// The whole profile.
  package let bytes: [UInt8]
  /// The same, packed for a stream.
  let packed: [UInt8]

  /// Takes over a profile's bytes; `name` is what the diagnostic calls the file.
  ///
  /// Throws unless it is an output profile for CMYK up to version 4 (ICC.1:2010, 7.2).
  package init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    guard bytes.count >= 132, bytes.matches("acsp", at: 36) else {
      throw Self.problem("“\(name)” is no ICC profile", name)
    }
    guard bytes.matches("prtr", at: 12), bytes.matches("CMYK", at: 16), bytes[8] <= 4 else {
      throw Self.problem("“\(name)” is no ICC profile of printing in four colours", name)
    }
    self.bytes = bytes
    packed = try Deflate.deflate(bytes)
  }

  private static func problem(_ sentence: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "print.profile", sentence, at: SourceLocation(file: name),
      hints: ["use an output profile for CMYK, as ISOcoated_v2_300_bas.icc of scribus-data"])
  }
}
