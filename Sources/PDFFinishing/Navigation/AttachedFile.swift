import Diagnostics

/// A file that a PDF carries with it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
package struct AttachedFile: Sendable, Hashable {
  /// The name under which it is saved, without folders.
  package var name: String
  /// As MIME has it: `text/csv`.
  package var mediaType: String
  /// What it is, in the language of the publication; readers show it.
  package var description: String
  package var bytes: [UInt8]

  package init(name: String, mediaType: String, description: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.description = description
    self.bytes = bytes
  }

  /// Adds the file as the data that the whole document was made from.
  ///
  /// - Returns: What the catalogue says of it: `AF`, and the name tree under `EmbeddedFiles`.
  func write(to file: inout PDFFile, date: DocumentDate) throws(Diagnostic) -> Entries {
    let stream = file.reserveNumber()
    var text: PDFText = "/Type /EmbeddedFile /Subtype /"
    text.addName(mediaType)
    text.add(" /Params << /Size \(bytes.count) /CreationDate ")
    text.addText(date.pdf)
    text.add(" /ModDate ")
    text.addText(date.pdf)
    text.add(" >> /Filter /FlateDecode ")
    file.add(text, data: try Deflate.deflate(bytes), number: stream)
    let specification = file.reserveNumber()
    text = "<< /Type /Filespec /F "
    text.addText(name)
    text.add(" /UF ")
    text.addText(name)
    text.add(" /Desc ")
    text.addText(description)
    text.add(" /AFRelationship /Data /EF << /F ")
    text.addReference(stream)
    text.add(" /UF ")
    text.addReference(stream)
    text.add(" >> >>")
    file.add(text, number: specification)
    var entries = Entries(associated: " /AF [ ", names: " /EmbeddedFiles << /Names [ ")
    entries.associated.addReference(specification)
    entries.associated.add(" ]")
    entries.names.addText(name)
    entries.names.add(" ")
    entries.names.addReference(specification)
    entries.names.add(" ] >>")
    return entries
  }

  /// Entries of the catalogue and of its name dictionary.
  struct Entries {
    var associated: PDFText
    var names: PDFText
  }
}
