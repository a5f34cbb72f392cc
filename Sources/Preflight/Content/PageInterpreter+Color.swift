import PDFReading

/// Operators of colour (ISO 32000-1, 8.6.8).
extension PageInterpreter {
  /// Whether the operator was one of colour.
  mutating func executeColor(_ operation: ContentOperation, resources: PDFDictionary) -> Bool {
    switch operation.name {
    case "g", "rg", "k": state.fill = device(operation, resources: resources)
    case "G", "RG", "K": state.stroke = device(operation, resources: resources)
    case "cs", "CS":
      let space = colors.space(
        operation.operands.first, in: resources, page: page, what: what(operation.name))
      let paint = Paint(space: space, values: space.initialColor)
      if operation.name == "cs" { state.fill = paint } else { state.stroke = paint }
    case "sc", "scn": state.fill = color(operation, from: state.fill, resources: resources)
    case "SC", "SCN": state.stroke = color(operation, from: state.stroke, resources: resources)
    default: return false
    }
    return true
  }

  private func what(_ name: String) -> String {
    name.first?.isUppercase == true ? "a line" : "text or an area"
  }

  private func device(_ operation: ContentOperation, resources: PDFDictionary) -> Paint {
    let name = ["g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"][
      operation.name.lowercased()]
    let space = colors.space(
      .name(name ?? "DeviceGray"), in: resources, page: page, what: what(operation.name))
    return Paint(space: space, values: operation.numbers)
  }

  private mutating func color(
    _ operation: ContentOperation, from paint: Paint, resources: PDFDictionary
  ) -> Paint {
    var paint = paint
    paint.values = operation.numbers
    guard let name = operation.operands.last?.name else { return paint }
    paint.isPattern = true
    let patterns = document.resolve(resources["Pattern"]).dictionary
    let pattern = document.resolve(patterns?[name])
    if let tile = pattern.stream {
      runHidden(tile, resources: resources)
    } else if let shading = document.entry("Shading", of: pattern.dictionary).dictionary {
      checkShading(shading, resources: resources)
    }
    return paint
  }

  func checkShading(_ shading: PDFDictionary, resources: PDFDictionary) {
    _ = colors.space(shading["ColorSpace"], in: resources, page: page, what: "a gradient")
  }

  mutating func paintShading(_ name: String?, resources: PDFDictionary) {
    let shadings = document.resolve(resources["Shading"]).dictionary
    guard let name, let shading = document.resolve(shadings?[name]).dictionary else { return }
    checkShading(shading, resources: resources)
    var box = state.clip
    if let limit = document.rectangle(shading["BBox"]) {
      box = state.transform.bounds(limit).intersection(box) ?? box
    }
    paint(.shading, box: box, with: Paint(space: .unknown, values: [], isPattern: true))
  }
}
