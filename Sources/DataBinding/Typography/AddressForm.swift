/// What is no prose: web and mail addresses, paths, names of files.
enum AddressForm {
  /// A stretch without the marks of the sentence that stand around it: quotation marks, brackets,
  /// stops.
  static func core(of token: Range<Int>, in scalars: [UInt32]) -> Range<Int> {
    var (start, end) = (token.lowerBound, token.upperBound)
    while start < end, isMark(scalars[start]) { start += 1 }
    while start < end, isMark(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0xAB, 0xBB: true
    case 0x2013, 0x2014, 0x2018...0x201F, 0x2026: true
    default: false
    }
  }

  /// Whether a stretch without spaces is one.
  static func matches(_ token: ArraySlice<UInt32>) -> Bool {
    var dots = 0
    var hasSlash = false
    var previous: UInt32 = 0
    for (place, value) in token.enumerated() {
      switch value {
      case 0x40:  // @
        if place > 0 { return true }
      case 0x5C: return true  // \
      case 0x2F:  // /
        if previous == 0x2F || place == 0 { return true }
        hasSlash = true
      case 0x2E: dots += 1
      default: break
      }
      previous = value
    }
    guard dots > 0 else { return false }
    return hasDottedName(token) || (hasSlash && hasInnerDot(token))
  }

  /// `www.example.org`, `report.pdf`: names of at least two signs on both sides of a dot, the last
  /// of two to six small letters.
  private static func hasDottedName(_ token: ArraySlice<UInt32>) -> Bool {
    let core = token
    let ending = core.reversed().prefix { (0x61...0x7A).contains($0) }.count
    guard (2...6).contains(ending), core.count > ending + 2 else { return false }
    let dot = core.endIndex - ending - 1
    return core[dot] == 0x2E && isNameSign(core[dot - 1]) && isNameSign(core[dot - 2])
  }

  private static func hasInnerDot(_ token: ArraySlice<UInt32>) -> Bool {
    zip(token, token.dropFirst()).contains { $0 == 0x2E && isNameSign($1) }
  }

  private static func isNameSign(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20) || value == 0x5F
      || value == 0x2D
  }
}
