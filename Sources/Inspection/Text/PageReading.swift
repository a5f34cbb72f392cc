import Diagnostics
import PDFReading

/// What stands on a page, by the numbers of its marked-content sequences (ISO 32000-1, 14.7.4).
struct PageReading {
  /// The text of each sequence, as it is written: the order of reading is the structure's.
  private(set) var texts: [Int: String] = [:]
  /// How many sequences are artifacts.
  private(set) var artifacts = 0
  /// How many strings are shown outside of all marks.
  private(set) var unmarked = 0

  /// One open `BMC` or `BDC`.
  private struct Mark {
    var identifier: Int?
    var isArtifact = false
    /// It is read by a text of its own.
    var isReplaced = false
  }

  private let document: PDFDocument
  private var marks: [Mark] = []
  private var fonts: [PDFReference: FontReading] = [:]
  private var operations = 0
  private var length = 0

  /// Forms within forms are read to this depth.
  private static let depth = 12
  /// No page has more of either.
  private static let operationLimit = 5_000_000
  private static let lengthLimit = 20_000_000
  private static let markLimit = 10_000

  /// Reads a page; one whose content cannot be read is empty.
  init(_ page: PDFPage, of document: PDFDocument) {
    self.document = document
    guard let content = try? document.content(of: page) else { return }
    read(content, resources: page.resources, depth: 0)
    marks = []
    fonts = [:]
  }

  private mutating func read(_ content: [UInt8], resources: PDFDictionary, depth: Int) {
    var font: FontReading?
    var saved: [FontReading?] = []
    let level = marks.count
    for operation in ContentReader(content) {
      operations += 1
      guard operations <= Self.operationLimit, length <= Self.lengthLimit else { break }
      switch operation.name {
      case "BMC", "BDC":
        guard marks.count < Self.markLimit else { break }
        open(operation, resources: resources)
      case "EMC": if marks.count > level { marks.removeLast() }
      case "q": if saved.count < 1000 { saved.append(font) }
      case "Q": font = saved.popLast() ?? font
      case "Tf": font = reading(operation.name(0), resources: resources)
      case "Tj", "'", "\"": show([operation.operands.last ?? .null], font)
      case "TJ": show(operation.operands.last?.array ?? [], font)
      case "Do": draw(operation.name(0), resources: resources, depth: depth)
      default: break
      }
    }
    marks.removeLast(max(0, marks.count - level))
  }

  private mutating func open(_ operation: ContentOperation, resources: PDFDictionary) {
    var mark = Mark(isArtifact: operation.name(0) == "Artifact")
    var properties = operation.operands.last?.dictionary
    if operation.operands.count > 1, let name = operation.operands.last?.name {
      let lists = document.entry("Properties", of: resources).dictionary
      properties = document.entry(name, of: lists).dictionary
    }
    mark.identifier = document.entry("MCID", of: properties).integer
    if mark.isArtifact { artifacts += 1 }
    let replacement = document.entry("ActualText", of: properties).text
    mark.isReplaced = replacement != nil
    let isOutermost = !marks.contains(where: \.isReplaced)
    marks.append(mark)
    if let replacement, isOutermost { add(replacement) }
  }

  private mutating func show(_ pieces: [PDFObject], _ font: FontReading?) {
    if marks.contains(where: \.isReplaced) { return }
    for piece in pieces {
      if let bytes = piece.string, !bytes.isEmpty { add(font?.text(bytes) ?? "\u{FFFD}") }
    }
  }

  /// Adds text to the innermost numbered mark; an artifact is not read.
  private mutating func add(_ text: String) {
    if marks.contains(where: \.isArtifact) { return }
    guard let identifier = marks.last(where: { $0.identifier != nil })?.identifier else {
      unmarked += 1
      return
    }
    length += text.utf8.count
    texts[identifier, default: ""] += text
  }

  private mutating func reading(_ name: String?, resources: PDFDictionary) -> FontReading? {
    guard let name, let fonts = document.entry("Font", of: resources).dictionary,
      let object = fonts[name]
    else { return nil }
    if let reference = object.reference, let known = self.fonts[reference] { return known }
    let reading = FontReading(document.resolve(object).dictionary, in: document)
    if let reference = object.reference { self.fonts[reference] = reading }
    return reading
  }

  private mutating func draw(_ name: String?, resources: PDFDictionary, depth: Int) {
    guard depth < Self.depth, let name,
      let form = document.entry(name, of: document.entry("XObject", of: resources).dictionary)
        .stream,
      document.entry("Subtype", of: form.dictionary).name == "Form",
      let content = try? document.data(of: form)
    else { return }
    // Costs something even if it is empty, so that forms which draw each other come to an end.
    operations += 100
    let own = document.entry("Resources", of: form.dictionary).dictionary
    read(content, resources: own ?? resources, depth: depth + 1)
  }
}
