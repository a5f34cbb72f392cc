import DisplayList

extension DocumentInformation {
  /// The document information (ISO 32000-1, 14.3.3), with the values that XMP has.
  func dictionary(date: DocumentDate, adding entries: PDFText = "") -> PDFText {
    var text: PDFText = "<<"
    let values = [
      ("Title", title), ("Author", author), ("Subject", subject), ("Keywords", keywords),
      ("Creator", creator), ("Producer", XMPPacket.producer), ("CreationDate", date.pdf),
      ("ModDate", date.pdf),
    ]
    for (key, value) in values where !value.isEmpty {
      text.add(" /\(key) ")
      text.addText(value)
    }
    text.add(entries)
    text.add(" >>")
    return text
  }
}
