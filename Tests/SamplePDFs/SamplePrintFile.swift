import Foundation

/// A sound PDF/X-4 file of two pages, A6 with 3 mm of bleed, made from nothing but this text.
package enum SamplePrintFile {
  /// 105 × 148 mm in points, and 3 mm of bleed around it.
  static let boxes =
    "/MediaBox [0 0 334.646 456.535] /BleedBox [10 10 324.646 446.535] /TrimBox [18.504 18.504 316.142 438.031]"

  /// The header and tag table of a profile of a press: enough for whoever reads only its header.
  package static func profile(deviceClass: String = "prtr", space: String = "CMYK") -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 132)
    bytes[3] = 132
    bytes[8] = 2
    bytes.replaceSubrange(12..<16, with: deviceClass.utf8)
    bytes.replaceSubrange(16..<20, with: space.utf8)
    bytes.replaceSubrange(20..<24, with: "Lab ".utf8)
    bytes.replaceSubrange(36..<40, with: "acsp".utf8)
    return bytes
  }

  static let packet = """
    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
    <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:title>
    <xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>
    <xmp:ModifyDate>2026-01-02T03:04:05Z</xmp:ModifyDate>
    <xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate>
    <xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
    <xmpMM:VersionID>1</xmpMM:VersionID>
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
    <pdf:Trapped>False</pdf:Trapped>
    </rdf:Description></rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?>
    """

  /// A ground that bleeds, a field, a line, black text, coloured text, a picture, a mask, a form with
  /// a group and a soft mask: what Cairo writes looks like it.
  package static let content = """
    q 0.1 0 0 0 k 8 8 320 440 re f Q
    q 0 0.5 0.5 0.1 k 40 250 200 60 re f Q
    q 0 0 0 1 K 0.5 w 40 240 m 240 240 l S Q
    q /a0 gs /over gs BT 0 0 0 1 k /F1 9 Tf 1 0 0 1 50 400 Tm [(ABC) -20 (BA)] TJ ET Q
    q BT /S1 cs 1 scn /F1 9 Tf 50 380 Td (ABC) Tj ET Q
    q BT 1 0 0 0 k /F1 9 Tf 50 365 Td (ABC) Tj ET Q
    q BT 0 0 0 0 k /F1 20 Tf 50 270 Td (ABC) Tj ET Q
    q 24 0 0 24 50 320 cm /Im1 Do Q
    q 24 0 0 24 80 320 cm /Im2 Do Q
    q 24 0 0 24 110 320 cm /Im3 Do Q
    q 4.8 0 0 4.8 140 320 cm BI /W 20 /H 20 /CS /G /BPC 8 /F /AHx ID 00> EI Q
    q /soft gs /Fm1 Do Q
    q /Sh1 sh Q

    """

  /// A picture of a gradient with noise; the same numbers each time.
  static func picture(side: Int, components: Int) -> [UInt8] {
    var seed: UInt32 = 7
    return (0..<(side * side * components)).map { index in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: index / components % side * 100 / side) &+ UInt8(seed >> 28)
    }
  }

  /// DejaVu Sans of Debian's package, which the program itself is tested with.
  package static var program: [UInt8] {
    let path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    return FileManager.default.contents(atPath: path).map { Array($0) } ?? []
  }

  /// The whole file; its font's program may be anything where nothing draws it.
  package static func assembler(program: [UInt8] = program) -> PDFAssembler {
    var file = PDFAssembler()
    let resources = "/Resources 6 0 R"
    file.objects = [
      .init("<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /OutputIntents [4 0 R] >>"),
      .init("<< /Type /Pages /Kids [8 0 R 9 0 R] /Count 2 \(resources) >>"),
      .init("/Type /Metadata /Subtype /XML", data: Array(packet.utf8)),
      .init(
        "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /DestOutputProfile 5 0 R >>"
      ),
      .init("/N 4", data: profile()),
      .init(
        "<< /Font << /F1 11 0 R >> /ColorSpace << /S1 [/Separation /HKS#206#20K /DeviceCMYK 14 0 R] >> /ExtGState << /a0 << /CA 1 /ca 1 >> /over << /OP true /op true /OPM 1 >> /soft << /SMask << /S /Luminosity /G 15 0 R >> >> >> /XObject << /Im1 16 0 R /Im2 17 0 R /Im3 18 0 R /Fm1 19 0 R >> /Shading << /Sh1 20 0 R >> >>"
      ),
      .init("<< /Title (Sample) /Trapped /False >>"),
      .init(
        "<< /Type /Page /Parent 2 0 R \(boxes) /Contents 10 0 R /Group << /S /Transparency /CS /DeviceCMYK >> >>"
      ),
      .init("<< /Type /Page /Parent 2 0 R \(boxes) /Contents 22 0 R >>"),
      .init("", data: Array(content.utf8)),
      .init(
        "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Sample /Encoding /WinAnsiEncoding /FirstChar 65 /Widths [500 500 500] /FontDescriptor 13 0 R >>"
      ),
      .init(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Sample /CIDToGIDMap /Identity /DW 600 /W [65 [500 500 500]] /FontDescriptor 23 0 R >>"
      ),
      .init("<< /Type /FontDescriptor /FontName /AAAAAA+Sample /Flags 32 /FontFile2 21 0 R >>"),
      .init("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>"),
      .init(
        "/Type /XObject /Subtype /Form /BBox [0 0 340 460] /Group << /S /Transparency /CS /DeviceGray >>",
        data: Array("0.5 g 0 0 340 460 re f".utf8)),
      .init(
        "/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceCMYK",
        data: picture(side: 100, components: 4)),
      .init(
        "/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        data: picture(side: 100, components: 1)),
      .init(
        "/Type /XObject /Subtype /Image /Width 200 /Height 200 /BitsPerComponent 1 /ImageMask true",
        data: Array(repeating: 0x55, count: 5000)),
      .init(
        "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 40 100] /Resources << >> /Group << /S /Transparency /CS /DeviceCMYK >>",
        data: Array("0 0.2 0 0 k 0 0 50 50 re f".utf8)),
      .init(
        "<< /ShadingType 2 /ColorSpace /DeviceCMYK /BBox [150 100 200 150] /Coords [150 0 200 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.3 0 0] /N 1 >> >>"
      ),
      .init("/Length1 \(program.count)", data: program),
      .init("", data: Array("q 0 0.1 0 0 k 8 8 320 440 re f Q\n".utf8)),
    ]
    file.trailer = "/Root 1 0 R /Info 7 0 R /ID [<01> <02>]"
    return file
  }
}
