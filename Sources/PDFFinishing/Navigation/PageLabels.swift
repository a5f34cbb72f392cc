/// The pages' numbers as readers see them (ISO 32000-1, 12.4.2).
enum PageLabels {
  /// The number tree of some labels, one for each page.
  static func text(_ labels: [String]) -> PDFText {
    var text: PDFText = "<< /Nums ["
    var expected: (prefix: Substring, number: Int)?
    for (page, label) in labels.enumerated() {
      let (prefix, number) = split(label)
      if let expected, let number, expected == (prefix, number) {
      } else {
        text.add(" \(page) <<")
        if let number { text.add(" /S /D /St \(number)") }
        if !prefix.isEmpty {
          text.add(" /P ")
          text.addText(String(prefix))
        }
        text.add(" >>")
      }
      expected = number.map { (prefix, $0 + 1) }
    }
    text.add(" ] >>")
    return text
  }

  /// What stands before the number, and the number; zeros in front belong to no number.
  private static func split(_ label: String) -> (prefix: Substring, number: Int?) {
    let digits = label.reversed().prefix { ("0"..."9").contains($0) && $0.isASCII }.count
    let start = label.index(label.endIndex, offsetBy: -digits)
    guard digits > 0, digits < 10, label[start] != "0", let number = Int(label[start...]) else {
      return (label[...], nil)
    }
    return (label[..<start], number)
  }
}
