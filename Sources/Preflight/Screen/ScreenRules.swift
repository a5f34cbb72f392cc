import PDFReading

/// What readers and assistive technology need of a screen edition (ISO 14289-1, ISO 19005-2), with
/// the stress on what validators by schema leave out: that marks and structure agree both ways.
struct ScreenRules {
  let inspection: Inspection
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection) { self.inspection = inspection }

  func check() {
    checkCatalogue()
    checkMetadata()
    checkOutputIntent()
    let tree = StructureTree(document)
    StructureRules(inspection, tree: tree).check()
    MarkedContentRules(inspection, tree: tree).check()
    ScreenFontRules(inspection).check()
  }

  private func checkCatalogue() {
    let catalogue = document.catalogue
    if (document.entry("Lang", of: catalogue).text ?? "").isEmpty {
      inspection.add("screen.language", "the document does not say in which language it is (/Lang)")
    }
    let preferences = document.resolve(catalogue["ViewerPreferences"]).dictionary
    if document.entry("DisplayDocTitle", of: preferences).boolean != true {
      inspection.add(
        "screen.title", "the window shows the file’s name instead of the title (DisplayDocTitle)")
    }
    let marks = document.resolve(catalogue["MarkInfo"]).dictionary
    if document.entry("Marked", of: marks).boolean != true {
      inspection.add("screen.tagged", "the file does not say that it is tagged (MarkInfo)")
    }
    if document.entry("Suspects", of: marks).boolean == true {
      inspection.add("screen.tagged", "the file says that its tags are suspect (MarkInfo)")
    }
    if document.isEncrypted { inspection.add("screen.encryption", "the file is encrypted") }
  }

  private func checkMetadata() {
    let stream = document.resolve(document.catalogue["Metadata"]).stream
    let packet = PacketReader(stream.flatMap { try? document.data(of: $0) } ?? [])
    guard stream != nil, packet.isWellFormed else {
      inspection.add("screen.metadata", "the file has no sound XMP metadata")
      return
    }
    if packet.value(Namespace.dublinCore, "title") == nil {
      inspection.add("screen.title", "the XMP metadata have no title (dc:title)")
    }
    if packet.value(Namespace.pdfua, "part") != "1" {
      inspection.add("screen.claim", "the XMP metadata do not claim PDF/UA-1 (pdfuaid:part)")
    }
    let part = packet.value(Namespace.pdfa, "part")
    let conformance = packet.value(Namespace.pdfa, "conformance")
    if part != "2" && part != "3" || conformance != "A" {
      inspection.add("screen.claim", "the XMP metadata do not claim PDF/A-2a or PDF/A-3a (pdfaid)")
    }
  }

  private func checkOutputIntent() {
    let intents = document.members(of: document.catalogue["OutputIntents"]).compactMap(\.dictionary)
    let fit = intents.contains {
      document.entry("S", of: $0).name == "GTS_PDFA1"
        && document.entry("DestOutputProfile", of: $0).stream != nil
    }
    if !fit {
      inspection.add(
        "screen.output-intent", "the file has no output intent for PDF/A with an ICC profile")
    }
  }
}
