import Diagnostics

/// The pages of a file as Cairo wrote it.
extension PDFFile {
  /// The numbers of the page objects in the order of the pages.
  func pageNumbers(count: Int) throws(Diagnostic) -> [Int] {
    for object in objects {
      let value = object.value
      guard value.matches("<< /Type /Pages", at: 0),
        let start = value.firstRange(of: "/Kids [")?.upperBound,
        let end = value.firstRange(of: "]", in: start..<value.count)?.lowerBound
      else { continue }
      let words = value[start..<end].split { $0 == 0x20 || $0 == 0x0A }
      // Three words each: number, generation, R.
      let pages = stride(from: 0, to: words.count, by: 3).compactMap {
        Array(words[$0]).number(at: 0)
      }
      if pages.count == count { return pages }
    }
    throw Diagnostic("render.failed", "the pages of the PDF as Cairo wrote it cannot be found")
  }

  /// The number of the root of the page tree.
  func pagesRoot() throws(Diagnostic) -> Int {
    guard let root = objects.first(where: { $0.value.matches("<< /Type /Pages", at: 0) }) else {
      throw Diagnostic("render.failed", "the pages of the PDF as Cairo wrote it cannot be found")
    }
    return root.number
  }
}

extension [UInt8] {
  /// Gives a page object the size that the page has, in place of the whole points that it was drawn
  /// in, and further entries behind it.
  mutating func setMediaBox(
    of page: PDFPage, adding entries: PDFText = ""
  ) throws(Diagnostic) {
    guard let key = firstRange(of: "/MediaBox ["),
      let end = firstRange(of: "]", in: key.upperBound..<count)
    else { throw Diagnostic("render.failed", "a page as Cairo wrote it has no size") }
    var box = page.box(page.extent)
    box.add(entries)
    replaceSubrange(key.upperBound - 1..<end.upperBound, with: box.bytes)
  }
}
