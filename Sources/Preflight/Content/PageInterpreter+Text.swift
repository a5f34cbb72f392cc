import PDFReading

/// The text and text line matrices (ISO 32000-1, 9.4.2).
struct TextPosition {
  var matrix = Transform.identity
  var line = Transform.identity

  mutating func move(_ x: Double, _ y: Double) {
    line = Transform(1, 0, 0, 1, x, y).then(line)
    matrix = line
  }
}

/// Operators of text (ISO 32000-1, 9.3, 9.4).
extension PageInterpreter {
  mutating func executeText(_ operation: ContentOperation, resources: PDFDictionary) {
    let first = operation.number(0) ?? 0
    switch operation.name {
    case "BT": text = TextPosition()
    case "Tc": state.characterSpacing = first
    case "Tw": state.wordSpacing = first
    case "Tz": state.horizontalScaling = first / 100
    case "TL": state.leading = first
    case "Ts": state.rise = first
    case "Tr": state.renderingMode = operation.operands.first?.integer ?? 0
    case "Tf":
      let all = document.resolve(resources["Font"]).dictionary
      if let entry = operation.name(0).flatMap({ all?[$0] }) {
        state.font = font(document.resolve(entry), key: entry)
      }
      state.fontSize = operation.number(1) ?? 0
    case "Td": text.move(first, operation.number(1) ?? 0)
    case "TD":
      state.leading = -(operation.number(1) ?? 0)
      text.move(first, operation.number(1) ?? 0)
    case "Tm":
      if let t = Transform(operation.numbers) { (text.matrix, text.line) = (t, t) }
    case "T*": text.move(0, -state.leading)
    case "Tj": show(operation.operands)
    case "TJ": show(operation.operands.first?.array ?? [])
    case "'", "\"":
      if operation.name == "\"", operation.numbers.count == 2 {
        state.wordSpacing = operation.numbers[0]
        state.characterSpacing = operation.numbers[1]
      }
      text.move(0, -state.leading)
      show(operation.operands.suffix(1))
    default: break
    }
  }

  /// The font under a key of the resources; its embedding is reported once for the page.
  mutating func font(_ object: PDFObject, key: PDFObject) -> PageFont? {
    if let known = fonts[key] { return known }
    guard let entries = object.dictionary else { return nil }
    let font = PageFont(entries, in: document)
    fonts[key] = font
    if let problem = font.problem {
      inspection.add(
        "font.embedding", problem, on: page, hint: "have the file written with all its fonts in it")
    }
    if font.isDrawn {
      let own = document.entry("Resources", of: entries).dictionary ?? page.resources
      for (_, glyph) in (document.entry("CharProcs", of: entries).dictionary ?? [:]).sorted(by: {
        $0.key < $1.key
      }) {
        if let stream = document.resolve(glyph).stream { runHidden(stream, resources: own) }
      }
    }
    return font
  }

  /// Shows strings with shifts between them and collects them as one item.
  private mutating func show(_ operands: some Sequence<PDFObject>) {
    guard let font = state.font else { return }
    let size = state.fontSize
    let start = text.matrix
    var (advance, left, right) = (0.0, Double.infinity, -Double.infinity)
    for operand in operands {
      if let shift = operand.number {
        advance -= shift / 1000 * size * state.horizontalScaling
        continue
      }
      for code in font.codes(in: operand.string ?? []) {
        let width = font.width(of: code) * size
        let isSpace = code == 32
        if !isSpace {
          left = min(left, advance)
          right = max(right, advance + width * state.horizontalScaling)
        }
        let spacing =
          state.characterSpacing + (isSpace && !font.isComposite ? state.wordSpacing : 0)
        advance += (width + spacing) * state.horizontalScaling
      }
    }
    text.matrix = Transform(1, 0, 0, 1, advance, 0).then(start)
    guard left < right, state.renderingMode != 3, state.renderingMode != 7 else { return }
    let all = start.then(state.transform)
    let box = all.bounds(
      PDFRectangle(left, state.rise - 0.15 * size, right, state.rise + 0.7 * size))
    let strokes = state.renderingMode % 4 == 1
    paint(
      .text(size: abs(size) * all.yScale), box: box, with: strokes ? state.stroke : state.fill,
      stroking: strokes)
  }
}
