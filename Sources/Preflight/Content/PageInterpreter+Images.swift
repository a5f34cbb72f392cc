import PDFReading

/// Images and forms (ISO 32000-1, 8.8, 8.9, 8.10).
extension PageInterpreter {
  mutating func paintObject(_ name: String?, resources: PDFDictionary) {
    let objects = document.resolve(resources["XObject"]).dictionary
    guard let name, let object = document.resolve(objects?[name]).stream else { return }
    switch document.entry("Subtype", of: object.dictionary).name {
    case "Image": paintImage(object.dictionary, resources: resources)
    case "Form":
      if isHidden, !seenOnce.insert(object.reference).inserted { return }
      runForm(object, resources: resources)
    default: break
    }
  }

  mutating func paintInlineImage(_ entries: PDFDictionary, resources: PDFDictionary) {
    paintImage(entries, resources: resources)
  }

  private mutating func paintImage(_ entries: PDFDictionary, resources: PDFDictionary) {
    let isMask = document.entry("ImageMask", of: entries).boolean == true
    var space = ColorSpace.unknown
    if !isMask, entries["ColorSpace"] != nil {
      space = colors.space(entries["ColorSpace"], in: resources, page: page, what: "a picture")
    }
    let columns = document.entry("Width", of: entries).integer ?? 0
    let rows = document.entry("Height", of: entries).integer ?? 0
    let (width, height) = (state.transform.xScale / 72, state.transform.yScale / 72)
    let resolution = min(
      width > 0 ? Double(columns) / width : .infinity,
      height > 0 ? Double(rows) / height : .infinity)
    let image = PlacedImage(
      columns: columns, rows: rows, isMask: isMask, resolution: resolution, space: space)
    let ink = isMask ? state.fill : Paint(space: space, values: [], isPattern: true)
    paint(.image(image), box: state.transform.bounds(PDFRectangle(0, 0, 1, 1)), with: ink)
  }
}
