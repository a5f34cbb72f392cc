/// A tagged file of one page with a heading, a figure, a header cell and a link: as much as the
/// checks of screen editions look at.
package enum SampleScreenFile {
  static let packet = """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="2" pdfaid:conformance="A">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:title>
    <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description></rdf:RDF></x:xmpmeta>
    """

  package static let content = """
    /H1 << /MCID 0 >> BDC BT /F1 12 Tf 20 150 Td <0001> Tj ET EMC
    /Figure << /MCID 1 >> BDC 0 0 10 10 re f EMC
    /TH << /MCID 2 >> BDC BT /F1 12 Tf 20 100 Td <0001> Tj ET EMC
    /Link << /MCID 3 >> BDC BT /F1 12 Tf 20 50 Td <0001> Tj ET EMC

    """

  /// A TrueType program of two glyphs, 500 and 600 thousandths wide, of which only what gives widths
  /// is there.
  static var font: [UInt8] {
    var tables: [(String, [UInt8])] = []
    var head = [UInt8](repeating: 0, count: 54)
    head.replaceSubrange(18..<20, with: [0x03, 0xE8])
    var hhea = [UInt8](repeating: 0, count: 36)
    hhea[35] = 2
    tables.append(("head", head))
    tables.append(("hhea", hhea))
    tables.append(("hmtx", [0x01, 0xF4, 0, 0, 0x02, 0x58, 0, 0]))
    tables.append(("maxp", [0, 0, 0x50, 0, 0, 2]))
    var bytes: [UInt8] = [0, 1, 0, 0, 0, UInt8(tables.count), 0, 0, 0, 0, 0, 0]
    var offset = 12 + 16 * tables.count
    for (name, data) in tables {
      bytes += name.utf8
      bytes += [0, 0, 0, 0, 0, 0, 0, UInt8(offset), 0, 0, 0, UInt8(data.count)]
      offset += data.count
    }
    return bytes + tables.flatMap(\.1)
  }

  package static func assembler() -> PDFAssembler {
    var file = PDFAssembler()
    file.objects = [
      .init(
        "<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /Lang (de) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot 4 0 R /OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 5 0 R >>] >>"
      ),
      .init("<< /Type /Pages /Kids [6 0 R] /Count 1 >>"),
      .init("/Type /Metadata /Subtype /XML", data: Array(packet.utf8)),
      .init(
        "<< /Type /StructTreeRoot /K 10 0 R /ParentTree << /Nums [0 [11 0 R 12 0 R 15 0 R 16 0 R] 1 16 0 R] >> >>"
      ),
      .init("/N 3", data: SamplePrintFile.profile(deviceClass: "mntr", space: "RGB ")),
      .init(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /StructParents 0 /Contents 7 0 R /Annots [8 0 R] /Resources << /Font << /F1 9 0 R >> >> >>"
      ),
      .init("", data: Array(content.utf8)),
      .init("<< /Type /Annot /Subtype /Link /Rect [20 50 60 60] /StructParent 1 /Contents (x) >>"),
      .init(
        "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+S /Encoding /Identity-H /DescendantFonts [17 0 R] /ToUnicode 20 0 R >>"
      ),
      .init("<< /S /Document /P 4 0 R /K [11 0 R 12 0 R 13 0 R 16 0 R] >>"),
      .init("<< /S /H1 /P 10 0 R /Pg 6 0 R /K 0 >>"),
      .init("<< /S /Figure /P 10 0 R /Pg 6 0 R /K [1] /Alt (A square) >>"),
      .init("<< /S /Table /P 10 0 R /K 14 0 R >>"),
      .init("<< /S /TR /P 13 0 R /K 15 0 R >>"),
      .init(
        "<< /S /TH /P 14 0 R /Pg 6 0 R /K << /Type /MCR /Pg 6 0 R /MCID 2 >> /A << /O /Table /Scope /Column >> >>"
      ),
      .init("<< /S /Link /P 10 0 R /Pg 6 0 R /K [3 << /Type /OBJR /Obj 8 0 R >>] >>"),
      .init(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+S /CIDToGIDMap /Identity /W [0 [500 600]] /FontDescriptor 18 0 R >>"
      ),
      .init("<< /Type /FontDescriptor /FontName /AAAAAA+S /FontFile2 19 0 R >>"),
      .init("", data: font),
      .init("", data: Array("beginbfchar <0001> <0041> endbfchar".utf8)),
    ]
    return file
  }
}
