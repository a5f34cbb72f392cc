import Design
import Diagnostics

/// Puts the inks of a content stream in the place of its colours.
///
/// Grey stays: Cairo writes it in soft masks alone, where it is no colour. Text in full black ink
/// overprints what lies below it, so that no light edge shows where the plates do not quite meet.
struct ContentSeparation {
  /// The names under which resources are found.
  static let overprint = "UmbruchOverprint"
  static let knockout = "UmbruchKnockout"
  static func space(_ index: Int) -> String { "UmbruchInk\(index)" }

  /// The content in inks.
  private(set) var content: [UInt8] = []
  /// The colour spaces that it names, by their index in the table.
  private(set) var spaces: Set<Int> = []
  /// Whether it turns overprinting on and off.
  private(set) var overprints = false

  /// The operator's content, read so far.
  private var copied = 0
  /// Whether what is filled is black, here and in the states that `q` has kept.
  private var isBlack = false
  private var kept: [Bool] = []
  private var isInText = false
  private var isOverprinting = false

  /// More states than Cairo keeps at once.
  private static let deepest = 10_000

  /// Separates a content stream; throws where it holds what Cairo never writes.
  init(_ original: [UInt8], inks: InkTable) throws(Diagnostic) {
    content.reserveCapacity(original.count + 256)
    var reader = ContentReader(original)
    while let operation = reader.next() {
      let name = original[operation.name]
      if name.elementsEqual("rg".utf8) || name.elementsEqual("RG".utf8) {
        content += original[copied..<operation.range.lowerBound]
        copied = operation.range.upperBound
        let isFill = name.elementsEqual("rg".utf8)
        let color = try self.color(operation, of: reader, inks)
        set(color, isFill: isFill)
        if isFill { isBlack = color.isBlack }
      } else if name.elementsEqual("BT".utf8) {
        isInText = true
      } else if name.elementsEqual("ET".utf8) {
        isInText = false
      } else if name.elementsEqual("q".utf8) {
        kept.append(isBlack)
        if kept.count > Self.deepest { throw Self.unknown }
      } else if name.elementsEqual("Q".utf8) {
        isBlack = kept.popLast() ?? false
      } else if ["scn", "sc", "g", "k", "cs"].contains(where: { name.elementsEqual($0.utf8) }) {
        isBlack = false
      } else if name.elementsEqual("BI".utf8) {
        throw Self.unknown
      } else {
        continue
      }
      setOverprint(to: operation.range.upperBound, of: original)
    }
    content += original[copied...]
  }

  private static let unknown = Diagnostic(
    "render.failed", "a page as Cairo wrote it cannot be separated into inks")

  private func color(
    _ operation: ContentReader.Operation, of reader: ContentReader, _ inks: InkTable
  ) throws(Diagnostic) -> InkTable.Separated {
    let numbers = operation.operands.suffix(3).compactMap { reader.number(at: $0) }
    guard operation.operands.count == 3, numbers.count == 3 else { throw Self.unknown }
    return try inks.inks(red: numbers[0], green: numbers[1], blue: numbers[2])
  }

  private mutating func set(_ color: InkTable.Separated, isFill: Bool) {
    switch color {
    case .process(let cmyk):
      for share in [cmyk.cyan, cmyk.magenta, cmyk.yellow, cmyk.black] {
        content += InkShare.text(share).utf8
        content.append(0x20)
      }
      content += (isFill ? "k" : "K").utf8
    case .separation(let index, let tint):
      spaces.insert(index)
      let name = Self.space(index)
      content += "/\(name) \(isFill ? "cs" : "CS") \(InkShare.text(tint)) ".utf8
      content += (isFill ? "scn" : "SCN").utf8
    }
  }

  /// Turns overprinting on where black text begins, and off where it ends.
  private mutating func setOverprint(to end: Int, of original: [UInt8]) {
    let wanted = isInText && isBlack
    guard wanted != isOverprinting else { return }
    isOverprinting = wanted
    overprints = true
    if copied < end {
      content += original[copied..<end]
      copied = end
    }
    content += " /\(wanted ? Self.overprint : Self.knockout) gs".utf8
  }
}

/// A share of an ink as PDF writes it.
enum InkShare {
  /// The share to a ten-thousandth, which is finer than any plate, without needless zeros.
  static func text(_ share: Double) -> String {
    let parts = Int((max(0, min(1, share)) * 10_000).rounded())
    if parts % 10_000 == 0 { return "\(parts / 10_000)" }
    var digits = String(10_000 + parts).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "0." + digits
  }
}
