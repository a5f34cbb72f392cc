import Diagnostics
import PDFReading

/// Runs the content of a page with all its forms and collects what it paints.
///
/// Colour spaces and fonts are checked on the way. Forms are followed 24 deep; `operationLimit` ends
/// pages whose forms multiply.
struct PageInterpreter {
  let inspection: Inspection
  let colors: ColorReader
  let page: PDFPage
  var items: [PaintedItem] = []
  var state: GraphicsState
  var stack: [GraphicsState] = []
  /// The forms that are being run, outermost first.
  var running: [PDFReference] = []
  /// Within a soft mask, a pattern or a glyph colours are checked, but nothing is collected.
  var isHidden = false
  var fonts: [PDFObject: PageFont] = [:]
  var path = PathBounds()
  var pendingClip = false
  var text = TextPosition()
  var seenOnce = Set<PDFReference>()
  var operations = 0
  private static let operationLimit = 3_000_000
  static let itemLimit = 400_000
  var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection, colors: ColorReader, page: PDFPage) {
    self.inspection = inspection
    self.colors = colors
    self.page = page
    let everything = PDFRectangle(-1e6, -1e6, 1e6, 1e6)
    state = GraphicsState(transform: .identity, clip: page.mediaBox ?? everything)
  }

  mutating func run() {
    checkGroup(page.dictionary, resources: page.resources, what: "the page’s transparency group")
    do {
      let content = try document.content(of: page)
      run(content, resources: page.resources)
    } catch {
      inspection.add("file.content", "the page cannot be read: \(error.message)", on: page)
    }
  }

  mutating func run(_ content: [UInt8], resources: PDFDictionary) {
    var reader = ContentReader(content)
    let depth = stack.count
    while let operation = reader.next() {
      operations += 1
      guard operations < Self.operationLimit else {
        if operations == Self.operationLimit {
          inspection.add(
            "file.content",
            "the page has more to paint than any real one; the rest was not looked at", on: page)
        }
        break
      }
      execute(operation, resources: resources, floor: depth)
    }
    if reader.faults > 0 {
      inspection.add(
        "file.content",
        "the page’s content has \(reader.faults) bytes or operands that mean nothing",
        severity: .warning, on: page)
    }
    if stack.count > depth { stack.removeLast(stack.count - depth) }
  }

  mutating func execute(_ operation: ContentOperation, resources: PDFDictionary, floor: Int) {
    switch operation.name {
    case "q": if stack.count < 512 { stack.append(state) }
    case "Q": if stack.count > floor, let saved = stack.popLast() { state = saved }
    case "cm":
      if let t = Transform(operation.numbers) { state.transform = t.then(state.transform) }
    case "w": state.lineWidth = operation.number(0) ?? state.lineWidth
    case "gs": applyGraphicsState(operation.name(0), resources: resources)
    case "Do": paintObject(operation.name(0), resources: resources)
    case "sh": paintShading(operation.name(0), resources: resources)
    case "BI": paintInlineImage(operation.operands.first?.dictionary ?? [:], resources: resources)
    default:
      if !executeColor(operation, resources: resources), !executePath(operation) {
        executeText(operation, resources: resources)
      }
    }
  }

  /// Collects an item; `box` in the page's coordinates.
  mutating func paint(
    _ kind: PaintedItem.Kind, box: PDFRectangle, with paint: Paint, stroking: Bool = false
  ) {
    guard !isHidden, items.count < Self.itemLimit, let visible = box.intersection(state.clip) else {
      return
    }
    items.append(
      PaintedItem(
        kind: kind, box: box, visible: visible, isClipUpright: state.isClipUpright, paint: paint,
        overprints: stroking ? state.strokeOverprints : state.fillOverprints,
        overprintsNonzero: state.overprintMode == 1,
        isTransparent: state.alpha < 0.999 || state.hasSoftMask))
  }

  func checkGroup(_ entries: PDFDictionary, resources: PDFDictionary, what: String) {
    let group = document.resolve(entries["Group"]).dictionary
    guard let group, let space = group["CS"] else { return }
    _ = colors.space(space, in: resources, page: page, what: what)
  }

  private mutating func applyGraphicsState(_ name: String?, resources: PDFDictionary) {
    let states = document.resolve(resources["ExtGState"]).dictionary
    guard let name, let entries = document.resolve(states?[name]).dictionary else { return }
    if let width = document.entry("LW", of: entries).number { state.lineWidth = width }
    if let value = document.entry("OP", of: entries).boolean {
      state.strokeOverprints = value
      if entries["op"] == nil { state.fillOverprints = value }
    }
    if let value = document.entry("op", of: entries).boolean { state.fillOverprints = value }
    if let mode = document.entry("OPM", of: entries).integer { state.overprintMode = mode }
    if let alpha = document.entry("ca", of: entries).number { state.alpha = alpha }
    let font = document.members(of: entries["Font"])
    if font.count == 2, let size = font[1].number {
      state.font = self.font(font[0], key: document.resolve(entries["Font"]).array?.first ?? .null)
      state.fontSize = size
    }
    let mask = document.entry("SMask", of: entries)
    if mask.name == "None" { state.hasSoftMask = false }
    if let group = mask.dictionary?["G"] {
      state.hasSoftMask = true
      if let form = document.resolve(group).stream { runHidden(form, resources: resources) }
    }
  }

  /// Runs a soft mask's group or a tile once for its colours.
  mutating func runHidden(_ form: PDFStream, resources: PDFDictionary) {
    guard seenOnce.insert(form.reference).inserted else { return }
    let (before, saved) = (isHidden, state)
    isHidden = true
    runForm(form, resources: resources)
    isHidden = before
    state = saved
  }

  mutating func runForm(_ form: PDFStream, resources: PDFDictionary) {
    guard running.count < 24, !running.contains(form.reference) else {
      inspection.add(
        "file.content", "a form of the page paints itself, or is deeper than any real one", on: page
      )
      return
    }
    guard let content = try? document.data(of: form) else {
      inspection.add(
        "file.content", "object \(form.reference.number) of the page cannot be read", on: page)
      return
    }
    let own = document.entry("Resources", of: form.dictionary).dictionary ?? resources
    checkGroup(form.dictionary, resources: own, what: "a transparency group")
    running.append(form.reference)
    let (saved, savedText) = (state, text)
    if let t = Transform(document.members(of: form.dictionary["Matrix"]).compactMap(\.number)) {
      state.transform = t.then(state.transform)
    }
    if let box = document.rectangle(form.dictionary["BBox"]) {
      clip(to: state.transform.bounds(box), isUpright: state.transform.keepsAxes)
    }
    run(content, resources: own)
    (state, text) = (saved, savedText)
    running.removeLast()
  }

  mutating func clip(to box: PDFRectangle, isUpright: Bool) {
    state.isClipUpright = state.isClipUpright && isUpright
    state.clip = state.clip.intersection(box) ?? PDFRectangle(-1e7, -1e7, -1e7, -1e7)
  }
}
