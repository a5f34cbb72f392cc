import DisplayList
import Languages

/// A document's metadata as XMP (ISO 16684-1), as PDF/A and PDF/UA want it: beside the document
/// information, and with the same values.
enum XMPPacket {
  /// What the file claims to be.
  enum Claim {
    /// PDF/UA-1 and PDF/A-2a.
    case screen
    /// PDF/X-4, with the file's identifier in hexadecimal digits.
    case print(identifier: String)
    /// PDF/UA-1 and PDF/A-3a, which may have files of any kind attached.
    case screenWithFiles
    /// Nothing: a draft, or a file with pages of others.
    case none
  }

  /// The packet, in UTF-8.
  static func bytes(
    _ information: DocumentInformation, date: DocumentDate, claim: Claim
  ) -> [UInt8] {
    var text = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(information.title))</rdf:li>\
      </rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>\(information.language.rawValue)</rdf:li></rdf:Bag></dc:language>

      """
    if !information.author.isEmpty {
      text +=
        "<dc:creator><rdf:Seq><rdf:li>\(escaped(information.author))</rdf:li></rdf:Seq>"
        + "</dc:creator>\n"
    }
    if !information.subject.isEmpty {
      text +=
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(information.subject))"
        + "</rdf:li></rdf:Alt></dc:description>\n"
    }
    if !information.keywords.isEmpty {
      text += "<pdf:Keywords>\(escaped(information.keywords))</pdf:Keywords>\n"
    }
    text += """
      <xmp:CreatorTool>\(escaped(information.creator))</xmp:CreatorTool>
      <xmp:CreateDate>\(date.iso)</xmp:CreateDate>
      <xmp:ModifyDate>\(date.iso)</xmp:ModifyDate>
      <pdf:Producer>\(producer)</pdf:Producer>
      </rdf:Description>

      """
    switch claim {
    case .screen: text += screenClaim(part: 2)
    case .screenWithFiles: text += screenClaim(part: 3)
    case .print(let identifier): text += printClaim(identifier: identifier, date: date)
    case .none: break
    }
    text += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return Array(text.utf8)
  }

  /// What has written the file, in both places of its metadata.
  static let producer = "Umbruch with Cairo"

  /// PDF/UA's own property is described, because PDF/A knows only its own (ISO 19005-2 and -3,
  /// 6.6.2.3.1).
  private static func screenClaim(part: Int) -> String {
    """
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
     xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
    <pdfaid:part>\(part)</pdfaid:part>
    <pdfaid:conformance>A</pdfaid:conformance>
    <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
     xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
     xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>

    """
  }

  /// ISO 15930-7, 6.6: the version, what tells the file from others, and whether it is trapped.
  private static func printClaim(identifier: String, date: DocumentDate) -> String {
    """
    <rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
     xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
     xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
    <xmp:MetadataDate>\(date.iso)</xmp:MetadataDate>
    <xmpMM:DocumentID>xmp.did:\(identifier)</xmpMM:DocumentID>
    <xmpMM:VersionID>1</xmpMM:VersionID>
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
    <pdf:Trapped>False</pdf:Trapped>
    </rdf:Description>

    """
  }

  /// A text within XML; control characters, which XML cannot hold, are left out.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
