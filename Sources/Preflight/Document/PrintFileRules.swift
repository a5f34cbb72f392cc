import PDFReading

/// What PDF/X-4 wants of the file as a whole (ISO 15930-7, 6.1, 6.7, 6.8, 6.14).
struct PrintFileRules {
  let inspection: Inspection
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection) { self.inspection = inspection }

  func check() {
    checkHeader()
    checkMetadata()
    checkCatalogue()
  }

  private func checkHeader() {
    let stated = document.entry("Version", of: document.catalogue).name ?? ""
    let version = max(document.headerVersion, stated)
    if document.headerVersion.isEmpty || version > "1.6" || version < "1.3" {
      inspection.add(
        "x4.version", "the file says that it is PDF \(version), and PDF/X-4 is PDF 1.6 at the most")
    }
    let identifier = document.members(of: document.trailer["ID"])
    if identifier.count != 2 || identifier.contains(where: { ($0.string ?? []).isEmpty }) {
      inspection.add("x4.identifier", "the trailer has no identifier of two parts (/ID)")
    }
    if document.isEncrypted {
      inspection.add(
        "x4.encryption", "the file is encrypted", hint: "save it without any protection")
    }
  }

  private func checkMetadata() {
    guard let stream = document.resolve(document.catalogue["Metadata"]).stream else {
      inspection.add("x4.metadata", "the file has no XMP metadata")
      return
    }
    if !document.filters(of: stream).isEmpty {
      inspection.add(
        "x4.metadata", "the XMP metadata are packed, and must be readable as they stand")
    }
    let packet = PacketReader((try? document.data(of: stream)) ?? [])
    guard packet.isWellFormed else {
      inspection.add("x4.metadata", "the XMP metadata are no well-formed XML")
      return
    }
    let claim = packet.value(Namespace.pdfx, "GTS_PDFXVersion")
    if claim != "PDF/X-4" {
      inspection.add(
        "x4.claim",
        "the XMP metadata claim \(claim.map { "“\($0)”" } ?? "no version of PDF/X") in "
          + "pdfxid:GTS_PDFXVersion, not “PDF/X-4”")
    }
    let wanted = [
      (Namespace.dublinCore, "title", "dc:title"), (Namespace.xmp, "CreateDate", "xmp:CreateDate"),
      (Namespace.xmp, "ModifyDate", "xmp:ModifyDate"),
      (Namespace.xmp, "MetadataDate", "xmp:MetadataDate"),
      (Namespace.media, "DocumentID", "xmpMM:DocumentID"),
      (Namespace.media, "VersionID", "xmpMM:VersionID"),
      (Namespace.media, "RenditionClass", "xmpMM:RenditionClass"),
    ]
    for (namespace, name, shown) in wanted where packet.value(namespace, name) == nil {
      inspection.add("x4.metadata", "the XMP metadata have no \(shown)")
    }
    checkTrapped(packet)
  }

  private func checkTrapped(_ packet: PacketReader) {
    let claim = packet.value(Namespace.pdf, "Trapped")
    let info = document.resolve(document.trailer["Info"]).dictionary
    let stated = document.entry("Trapped", of: info).name
    if claim != "True" && claim != "False" {
      inspection.add(
        "x4.trapped",
        "the XMP metadata do not say with True or False whether the file is trapped (pdf:Trapped)")
    }
    if stated != "True" && stated != "False" {
      inspection.add(
        "x4.trapped",
        "the document information does not say with /True or /False whether the file is trapped")
    } else if let claim, stated != claim {
      inspection.add(
        "x4.trapped",
        "the document information says /Trapped /\(stated ?? ""), the XMP metadata \(claim)")
    }
  }

  private func checkCatalogue() {
    let catalogue = document.catalogue
    let action = document.resolve(catalogue["OpenAction"])
    if action.dictionary != nil || catalogue["AA"] != nil {
      inspection.add("x4.action", "the document runs an action when it is opened or printed")
    }
    let names = document.resolve(catalogue["Names"]).dictionary
    if names?["JavaScript"] != nil {
      inspection.add("x4.javascript", "the document has JavaScript")
    }
    let form = document.resolve(catalogue["AcroForm"]).dictionary
    if let form, !document.members(of: form["Fields"]).isEmpty || form["XFA"] != nil {
      inspection.add("x4.form", "the document is a form", hint: "flatten its fields first")
    }
    let preferences = document.resolve(catalogue["ViewerPreferences"]).dictionary
    for key in ["ViewArea", "ViewClip", "PrintArea", "PrintClip"] {
      let area = document.entry(key, of: preferences).name
      if let area, area != "MediaBox", area != "BleedBox" {
        inspection.add(
          "x4.viewer", "the viewer preference /\(key) is /\(area), not /MediaBox or /BleedBox")
      }
    }
    let layers = document.resolve(catalogue["OCProperties"]).dictionary
    let configurations =
      [document.entry("D", of: layers)] + document.members(of: layers?["Configs"])
    for configuration in configurations.compactMap(\.dictionary) {
      if (document.entry("Name", of: configuration).string ?? []).isEmpty
        || configuration["AS"] != nil
      {
        inspection.add("x4.layers", "a configuration of layers has no /Name, or has /AS")
      }
    }
  }
}
