/// An address that stands bare in a text.
///
/// GFM makes a link of it and takes its characters as they are, backslashes included (GFM 6.9), so
/// it must not be escaped like other text.
struct WebAddress {
  /// The address as it stands in the text, without the punctuation that follows it.
  private let text: String
  /// The characters up to and including the scheme or `www`.
  private let opening: String

  /// The address that begins at an index, if one does.
  init?(in scalars: [Unicode.Scalar], at index: Int) {
    let start = scalars[index...]
    guard
      let opening = ["http", "https", "ftp", "www"].first(where: { opening in
        let mark = opening == "www" ? "." : "://"
        return start.starts(with: (opening + mark).unicodeScalars) { a, b in
          a == b || a.properties.lowercaseMapping == String(b)
        }
      })
    else { return nil }
    var run = start.prefix { !$0.properties.isWhitespace && $0 != "<" && $0 != ">" }
    while let last = run.last, Self.trailing.contains(last) {
      if last == ")", run.count(where: { $0 == "(" }) >= run.count(where: { $0 == ")" }) { break }
      run = run.dropLast()
    }
    self.opening = String(String.UnicodeScalarView(run.prefix(opening.count)))
    text = String(String.UnicodeScalarView(run))
  }

  /// Punctuation that belongs to the sentence.
  private static let trailing = Set(".,;:!?)'\"*_~“”„‘’‚«»…".unicodeScalars)

  /// Whether it can stand between angle brackets as it is.
  private var isPlain: Bool {
    text.utf8.count > opening.utf8.count + 3
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && !text.contains { "\\|`".contains($0) }
  }

  /// Whether a colon follows the opening, and not the dot of `www.`.
  private var hasScheme: Bool { text.utf8.dropFirst(opening.utf8.count).first == 0x3A }

  /// Whether nothing in it would be escaped, so that it may stand as it is.
  private var isHarmless: Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789.-/?=%+#:,".unicodeScalars.contains($0)
    }
  }

  /// What is written: the whole address between angle brackets, or its opening, made harmless.
  func source(insideLink: Bool) -> String {
    if insideLink { return opening }
    if hasScheme { return isPlain ? "<\(text)>" : opening + "\\:" }
    return isHarmless ? opening + "." : opening + "\\."
  }

  /// How many characters of the text that stands for.
  func consumed(insideLink: Bool) -> Int {
    let isWhole = !insideLink && hasScheme && isPlain
    if isWhole { return text.unicodeScalars.count }
    return opening.unicodeScalars.count + (insideLink ? 0 : 1)
  }
}
