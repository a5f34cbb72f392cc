import PDFReading

/// What a file says in its metadata that it conforms to.
enum Claims {
  static func list(of document: PDFDocument) -> [String] {
    guard let stream = document.entry("Metadata", of: document.catalogue).stream,
      let bytes = try? document.data(of: stream)
    else { return [] }
    let text = String(decoding: bytes.prefix(1 << 20), as: UTF8.self)
    func value(_ name: String) -> String? {
      guard let range = text.firstRange(of: name) else { return nil }
      let rest = text[range.upperBound...].prefix(40).drop { !$0.isLetter && !$0.isNumber }
      let word = rest.prefix { $0.isLetter || $0.isNumber || "-:. /".contains($0) }
      return word.isEmpty ? nil : String(word)
    }
    var claims: [String] = []
    if let part = value("pdfuaid:part") { claims.append("PDF/UA-\(part)") }
    if let part = value("pdfaid:part") {
      claims.append("PDF/A-\(part)\(value("pdfaid:conformance")?.lowercased() ?? "")")
    }
    if let version = value("pdfxid:GTS_PDFXVersion") { claims.append(version) }
    return claims
  }
}
