import Design
import Geometry
import Languages
import SourceFiles

/// How the text of a frame gives way: `fit: { size: 9pt…11pt, tracking: ±1% }`.
extension LayoutReading {
  mutating func copyfit(_ node: SourceNode) -> Copyfit? {
    let fields = fields(node, known: LayoutSchema.copyfitKeys.map(\.name), what: "“fit”")
    guard node.mapping != nil else { return nil }
    var copyfit = Copyfit()
    copyfit.size = fields["size"].flatMap { lengthRange($0, example: "9pt…11pt") }
    copyfit.leading = fields["leading"].flatMap { lengthRange($0, example: "12pt…14pt") }
    copyfit.tracking = fields["tracking"].flatMap { trackingRange($0) }
    copyfit.fills = fields["fill"].flatMap { flag($0) } ?? false
    copyfit.group = fields["group"].flatMap { name($0) }
    if fields["size"] == nil, fields["leading"] == nil, fields["tracking"] == nil {
      report(
        "layout.missing-key", "“fit” needs “size”, “leading” or “tracking”", at: node.location,
        hints: ["for example fit: { size: 9pt…11pt, tracking: ±1% }"])
    }
    return copyfit
  }

  /// The texts of both ends: `a…b`, `a..b`, `a–b` or `[a, b]`.
  private func ends(_ node: SourceNode) -> [String]? {
    if let items = node.sequence {
      let texts = items.compactMap(\.text)
      return texts.count == 2 && items.count == 2 ? texts : nil
    }
    guard let text = node.text, !node.isNull else { return nil }
    for mark in ["…", "...", "..", "–"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      return parts.map { String($0.trimmed) }
    }
    return nil
  }

  /// Two distances in points, the smaller one first; the first may leave its unit to the second.
  private mutating func lengthRange(_ node: SourceNode, example: String) -> ClosedRange<Double>? {
    if let ends = ends(node) {
      let unit = String(ends[1].drop { $0.isNumber || $0 == "." })
      let texts = [
        ends[0].allSatisfy { $0.isNumber || $0 == "." } ? ends[0] + unit : ends[0], ends[1],
      ]
      let points = texts.compactMap { Self.points(from: $0) }
      if points.count == 2, points[0] > 0, points[0] <= points[1] { return points[0]...points[1] }
    }
    wrongType(node, wanted: "a range of distances, the smaller one first", example: example)
    return nil
  }

  private static func points(from text: String) -> Double? {
    guard case .absolute(let length)? = length(from: text) else { return nil }
    return length.points
  }

  /// Shares of the size in thousandths: `±1%`, or two ends around 0.
  private mutating func trackingRange(_ node: SourceNode) -> ClosedRange<Double>? {
    var texts = ends(node)
    if texts == nil, let text = node.text,
      let sign = ["±", "+-", "+/-"].first(where: text.hasPrefix)
    {
      let share = String(text.dropFirst(sign.count).trimmed)
      texts = ["-" + share, share]
    }
    let shares = (texts ?? []).compactMap { Self.thousandths(from: $0) }
    if shares.count == 2, shares[0] <= 0, shares[1] >= 0,
      max(-shares[0], shares[1]) <= Copyfit.maximumTracking
    {
      return shares[0]...shares[1]
    }
    wrongType(
      node, wanted: "a range of tracking around 0%, at most ±2%", example: "±1%, or [-1%, 0.5%]")
    return nil
  }

  /// Thousandths of a share in percent; the minus sign may be a hyphen or U+2212.
  private static func thousandths(from text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    let number = String(text.dropLast().trimmed).replacing("−", with: "-")
    return DecimalNumber(number).map { $0.doubleValue * 10 }
  }
}

extension StringProtocol {
  /// The text without spaces at its edges.
  fileprivate var trimmed: SubSequence {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
