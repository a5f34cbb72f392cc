import DocumentTree
import Languages

/// Running text as one sequence of scalars, so that rules see what stands beyond emphasis and links.
///
/// Rules replace scalars in place, take them out, and put others in; then the inlines are made anew.
struct TypedText {
  /// How far a scalar may be changed.
  enum Licence: UInt8 {
    /// By every rule.
    case free
    /// The words of a person: marks and spaces only.
    case quoted
    /// Not at all: code, addresses, figures, identifiers.
    case fixed
  }

  /// A stretch of scalars that one inline holds.
  struct Leaf {
    var range: Range<Int>
    /// The index of its language among `languages`.
    var language: Int
    var isChanged = false
  }

  /// Stands where a scalar was taken out; no Unicode scalar has this value.
  static let removed: UInt32 = 0x11_0000
  /// What text that is not typed is taken for: characters that mark its beginning and end.
  static let fixedMark: Unicode.Scalar = "\u{10EFF0}"
  static let quotedMark: Unicode.Scalar = "\u{10EFF2}"
  static let endMark: Unicode.Scalar = "\u{10EFF1}"

  private(set) var scalars: [UInt32] = []
  private var licences: [Licence] = []
  private(set) var leaves: [Leaf] = []
  /// The languages of the text, the paragraph's first.
  private(set) var languages: [LanguageTag]
  /// What is put in before a scalar, in ascending order once `inlines` asks.
  private var inserted: [(offset: Int, scalar: UInt32)] = []
  private var isChanged = false

  init(_ inlines: [Inline], language: LanguageTag) {
    languages = [language]
    add(inlines, language: 0)
    protectAddresses()
  }

  // MARK: Reading

  private mutating func add(_ inlines: [Inline], language: Int) {
    for inline in inlines {
      switch inline {
      case .text(let text): add(text, language: language)
      case .code(let text), .quantity(_, let text): add(fixed: text, language: language)
      // A page's number is not known yet, but it is one.
      case .pageField: add(fixed: "0", language: language)
      case .lineBreak: add(fixed: "\n", language: language)
      // The mark stands in nobody's way; the note is a text of its own.
      case .footnote: break
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .styled(_, let inner):
        add(inner, language: language)
      case .language(let tag, let inner):
        if !languages.contains(tag) { languages.append(tag) }
        add(inner, language: languages.firstIndex(of: tag) ?? 0)
      }
    }
  }

  private mutating func add(fixed text: String, language: Int) {
    let start = scalars.count
    scalars += text.unicodeScalars.map(\.value)
    licences += repeatElement(.fixed, count: scalars.count - start)
    leaves.append(Leaf(range: start..<scalars.count, language: language))
  }

  /// Adds a text; the marks in it are taken out, and say what may be done to what is between them.
  private mutating func add(_ text: String, language: Int) {
    let start = scalars.count
    var licence = Licence.free
    var isMarked = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case Self.fixedMark: (licence, isMarked) = (.fixed, true)
      case Self.quotedMark: (licence, isMarked) = (.quoted, true)
      case Self.endMark: licence = .free
      default:
        scalars.append(scalar.value)
        licences.append(licence)
      }
    }
    leaves.append(Leaf(range: start..<scalars.count, language: language, isChanged: isMarked))
    isChanged = isChanged || isMarked
  }

  /// Web and mail addresses, paths and names of files are left as they are.
  private mutating func protectAddresses() {
    var start = 0
    for offset in 0...scalars.count
    where offset == scalars.count || Self.isSpace(scalars[offset]) {
      let core = AddressForm.core(of: start..<offset, in: scalars)
      if core.count > 3, AddressForm.matches(scalars[core]) {
        for index in core { licences[index] = .fixed }
      }
      start = offset + 1
    }
  }

  // MARK: Looking around

  /// The nearest scalar before an offset that is still there, or −1.
  func previous(_ offset: Int) -> Int {
    var index = offset - 1
    while index >= 0, scalars[index] == Self.removed { index -= 1 }
    return index
  }

  /// The nearest scalar behind an offset that is still there, or the number of scalars.
  func next(_ offset: Int) -> Int {
    var index = offset + 1
    while index < scalars.count, scalars[index] == Self.removed { index += 1 }
    return index
  }

  /// The scalar at an offset; nil outside the text.
  func value(_ offset: Int) -> UInt32? {
    offset >= 0 && offset < scalars.count ? scalars[offset] : nil
  }

  /// Whether a rule may change what stands here; `inWording` if it changes more than a mark.
  func isFree(_ offset: Int, inWording: Bool = false) -> Bool {
    guard offset >= 0, offset < scalars.count else { return false }
    return licences[offset] == .free || (!inWording && licences[offset] == .quoted)
  }

  /// A stretch as a string, without what was taken out.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range] {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  // MARK: Changing

  mutating func replace(_ offset: Int, with value: UInt32) {
    guard scalars[offset] != value else { return }
    scalars[offset] = value
    markChanged(offset)
  }

  /// Puts a text, such as a quotation mark with its space, in the place of one scalar.
  mutating func replace(_ offset: Int, with text: String) {
    var rest = text.unicodeScalars[...]
    guard let last = rest.popLast() else { return }
    for scalar in rest { insert(scalar.value, before: offset) }
    replace(offset, with: last.value)
  }

  mutating func remove(_ offset: Int) { replace(offset, with: Self.removed) }

  mutating func insert(_ value: UInt32, before offset: Int) {
    inserted.append((offset, value))
    markChanged(offset)
  }

  private mutating func markChanged(_ offset: Int) {
    isChanged = true
    guard let index = leafIndex(of: offset) else { return }
    leaves[index].isChanged = true
  }

  private func leafIndex(of offset: Int) -> Int? {
    var (low, high) = (0, leaves.count)
    while low < high {
      let middle = (low + high) / 2
      if leaves[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < leaves.count ? low : nil
  }

  /// The inlines with what was changed; their structure is that of the inlines read.
  func inlines(from original: [Inline]) -> [Inline] {
    guard isChanged else { return original }
    // A stable order: what is put in at one place stays in the order in which it came.
    let insertions = inserted.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }.map(\.element)
    var writer = TypedTextWriter(text: self, insertions: insertions)
    return writer.rebuilt(original)
  }

  static func isSpace(_ value: UInt32?) -> Bool {
    switch value {
    case 0x20, 0xA0, 0x202F, 0x2009, 0x0A, 0x09, 0x0D: true
    default: false
    }
  }
}

extension String {
  /// The text without the marks of what is not typed.
  var withoutLicenceMarks: String {
    // They are of plane 16, whose UTF-8 begins with F4.
    guard utf8.contains(0xF4) else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.filter { !(0x10_EFF0...0x10_EFF2).contains($0.value) }))
  }
}
