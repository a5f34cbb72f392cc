import PDFReading

/// What no object of a PDF/X-4 file may be (ISO 15930-7, 6.2.7, 6.2.9, 6.10 to 6.13).
struct ObjectRules {
  let inspection: Inspection
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection) { self.inspection = inspection }

  func check() {
    for reference in document.reachable() {
      var open = [(document[reference], 0)]
      while let (object, depth) = open.popLast() {
        guard depth < 64 else { continue }
        if case .stream(let stream) = object { check(stream) }
        if let entries = object.dictionary {
          check(entries, number: reference.number)
          open.append(contentsOf: entries.values.map { ($0, depth + 1) })
        }
        if let members = object.array { open.append(contentsOf: members.map { ($0, depth + 1) }) }
      }
    }
  }

  private func check(_ entries: PDFDictionary, number: Int) {
    func name(_ key: String) -> String? { document.entry(key, of: entries).name }
    if name("S") == "JavaScript" || name("Subtype") == "JavaScript" {
      inspection.add("x4.javascript", "object \(number) is JavaScript")
    }
    if entries["OPI"] != nil {
      inspection.add("x4.opi", "object \(number) stands for a picture elsewhere (OPI)")
    }
    let isGraphicsState =
      name("Type") == "ExtGState" || entries["TR"] != nil || entries["HTP"] != nil
    if isGraphicsState { check(graphicsState: entries, number: number) }
    if name("Type") == "Page", entries["SeparationInfo"] != nil {
      inspection.add("x4.preseparated", "object \(number) is a page that is separated already")
    }
  }

  private func check(graphicsState entries: PDFDictionary, number: Int) {
    let second = document.entry("TR2", of: entries)
    if entries["TR"] != nil || !second.isNull && second.name != "Default" {
      inspection.add(
        "x4.transfer-function", "the graphics state in object \(number) has a transfer function")
    }
    if entries["HTP"] != nil {
      inspection.add("x4.halftone", "the graphics state in object \(number) has a halftone phase")
    }
    guard let halftone = document.resolve(entries["HT"]).dictionary else { return }
    let type = document.entry("HalftoneType", of: halftone).integer ?? 0
    if type != 1 && type != 5 || halftone["HalftoneName"] != nil
      || halftone["TransferFunction"] != nil
    {
      inspection.add(
        "x4.halftone",
        "the graphics state in object \(number) has a halftone that PDF/X-4 does not allow")
    }
  }

  private func check(_ stream: PDFStream) {
    let number = stream.reference.number
    let entries = stream.dictionary
    let subtype = document.entry("Subtype", of: entries).name
    if subtype == "PS" || document.entry("Subtype2", of: entries).name == "PS" {
      inspection.add("x4.postscript", "object \(number) is PostScript")
    }
    if subtype == "Form", entries["Ref"] != nil {
      inspection.add("x4.reference", "object \(number) stands for a page of another file")
    }
    if entries["F"] != nil {
      inspection.add("x4.external", "the data of object \(number) are in another file")
    }
    let filters = document.filters(of: stream)
    if filters.contains(where: { ["LZWDecode", "LZW", "Crypt"].contains($0) }) {
      inspection.add(
        "x4.filter", "object \(number) is packed with a filter that PDF/X-4 does not allow")
    }
    for alternate in document.members(of: entries["Alternates"]) {
      if document.entry("DefaultForPrinting", of: alternate.dictionary).boolean == true {
        inspection.add("x4.alternate", "object \(number) prints another picture than it shows")
      }
    }
  }
}
