import Languages

/// A text cut into words and spaces, cleaned of the characters that only steer breaking.
///
/// A line of a paragraph is a byte range of `bytes`.
struct TextPieces {
  /// A word in one look, or a space.
  struct Piece {
    var range: Range<Int>
    /// The index of the run it belongs to.
    var run: Int
    var isSpace: Bool
    /// The piece is part of a web or mail address.
    var isAddress: Bool
    /// The author has marked where the word may be divided.
    var hasSoftHyphen: Bool
  }

  /// A place where a line may end: before this byte.
  struct Opportunity {
    var offset: Int
    var kind: BreakKind
  }

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []
  /// In ascending order.
  private(set) var opportunities: [Opportunity] = []

  /// Longer pieces end at the next place where a line may end: text without spaces must not become
  /// one piece that is shaped again for each of its divisions.
  static let longPiece = 120

  private var start = 0
  private var hasSoftHyphen = false

  /// Cuts a text at spaces, at changes of look, and where an address begins or ends.
  init(_ text: StyledText, _ breaks: BreakOpportunities) {
    bytes.reserveCapacity(text.bytes.count)
    var run = 0
    var addressIndex = 0
    var isAddress = false
    var offset = 0
    while offset < text.bytes.count {
      let (value, length) = text.scalar(at: offset)
      while addressIndex < breaks.addresses.count,
        offset >= breaks.addresses[addressIndex].upperBound
      {
        addressIndex += 1
      }
      let inAddress =
        addressIndex < breaks.addresses.count && breaks.addresses[addressIndex].contains(offset)
      if offset >= text.runs[run].end || inAddress != isAddress {
        close(run: run, isAddress: isAddress)
        while offset >= text.runs[run].end { run += 1 }
        isAddress = inAddress
      }
      add(kind: breaks.kinds[offset])
      if breaks.kinds[offset] != .none, bytes.count - start > Self.longPiece {
        close(run: run, isAddress: isAddress)
      }
      switch value {
      case 0x2028:
        close(run: run, isAddress: isAddress)
      case 0x200B, 0x2060:
        break
      case 0xAD:
        hasSoftHyphen = true
      case 0x20, 0xA0:
        close(run: run, isAddress: isAddress)
        bytes.append(contentsOf: text.bytes[offset..<offset + length])
        close(run: run, isAddress: isAddress, isSpace: true)
      default:
        bytes.append(contentsOf: text.bytes[offset..<offset + length])
      }
      offset += length
    }
    close(run: run, isAddress: isAddress)
  }

  /// Notes that a line may end here.
  private mutating func add(kind: BreakKind) {
    guard kind != .none else { return }
    if let last = opportunities.last, last.offset == bytes.count, last.kind != .mandatory,
      kind != .mandatory
    {
      return  // Characters that print nothing stood between the two.
    }
    opportunities.append(Opportunity(offset: bytes.count, kind: kind))
  }

  /// Ends the piece that is being collected, where there is one.
  private mutating func close(run: Int, isAddress: Bool, isSpace: Bool = false) {
    if bytes.count > start {
      pieces.append(
        Piece(
          range: start..<bytes.count, run: run, isSpace: isSpace, isAddress: isAddress,
          hasSoftHyphen: hasSoftHyphen))
      start = bytes.count
    }
    hasSoftHyphen = false
  }
}
