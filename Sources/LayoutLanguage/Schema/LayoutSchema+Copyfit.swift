import SourceFiles

/// How the text of a frame gives way.
extension LayoutSchema {
  /// The forms of the keys that `fit` of a frame takes; reading takes the keys from here.
  static let copyfitKeys: [JSONValue.Member] = [
    JSONValue.Member(
      "size",
      described(
        range,
        "From the smallest to the largest size, such as 9pt…11pt; text whose size lies within "
          + "changes, in steps of 0.05pt and with its leading.")),
    JSONValue.Member(
      "leading",
      described(range, "From the smallest to the largest leading; without it, as the size.")),
    JSONValue.Member(
      "tracking",
      described(
        either(simple("string"), list(of: simple("string"))),
        "What may be added between letters, as a share of the size: ±1%, at most ±2%.")),
    JSONValue.Member(
      "fill",
      described(simple("boolean"), "Text that leaves room grows as far as the ranges go.")),
    JSONValue.Member(
      "group", described(reference("name"), "Frames of one group change alike.")),
  ]

  static let copyfit = described(
    closed(copyfitKeys),
    "How text gives way where it does not fit: the least visible change within these ranges is "
      + "searched for and reported.")

  /// Two distances as one text, or as a list.
  private static let range = either(
    .object([
      "type": "string",
      "pattern": "^[0-9]+([.][0-9]+)? *(pt|mm)? *(…|[.][.]+|–) *[0-9]+([.][0-9]+)? *(pt|mm)$",
    ]), list(of: reference("length")))
}
