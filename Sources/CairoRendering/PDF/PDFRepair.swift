import Diagnostics
import Languages

/// Mends what Cairo 1.16 writes against ISO 32000-1, and adds what it leaves out.
enum PDFRepair {
  /// The file with its faults mended; cross-references to objects that are not there go, too.
  ///
  /// `language` is that of the publication, which Cairo has no word for; `boxes` are those of its
  /// pages.
  static func repair(
    _ bytes: [UInt8], language: LanguageTag, boxes: [PDFPageBox]
  ) throws(Diagnostic) -> [UInt8] {
    var file = try PDFObjects(bytes)
    // A bare array is one of structure elements, none of which Cairo has written.
    file.objects.removeAll { $0.head.matches("[", at: body(of: $0.head)) }
    for index in file.objects.indices {
      repair(&file.objects[index].head)
      complete(&file.objects[index].head, language: language)
      trim(&file.objects[index].head, to: boxes)
    }
    return file.bytes
  }

  /// Says in the catalogue which language the text is in (14.9.2.2), and that a window shows the
  /// title and not the file's name (12.2).
  private static func complete(_ head: inout [UInt8], language: LanguageTag) {
    let body = body(of: head)
    let start = "<< /Type /Catalog"
    guard head.matches(start, at: body) else { return }
    let entries =
      "\n   /ViewerPreferences << /DisplayDocTitle true >>\n   /Lang (\(language.rawValue))"
    head.insert(contentsOf: entries.utf8, at: body + start.utf8.count)
  }

  /// Gives a page the size that it has, in place of the whole points that it was drawn in.
  private static func trim(_ head: inout [UInt8], to boxes: [PDFPageBox]) {
    // Cairo writes the page's number, from 1, as a comment behind its type.
    let start = "<< /Type /Page % "
    let body = body(of: head)
    guard head.matches(start, at: body), let number = head.number(at: body + start.utf8.count),
      boxes.indices.contains(number - 1), let key = head.firstRange(of: "/MediaBox ["),
      let end = head.firstRange(of: "]", in: key.upperBound..<head.count)
    else { return }
    head.replaceSubrange(key.upperBound..<end.lowerBound, with: boxes[number - 1].entries.utf8)
  }

  /// Where the object's value begins.
  private static func body(of head: [UInt8]) -> Int {
    head.firstRange(of: " obj\n")?.upperBound ?? 0
  }

  /// Mends the dictionary of one object.
  private static func repair(_ head: inout [UInt8]) {
    // What an object is shows where it begins; further on, titles may hold anything.
    let body = body(of: head)
    if head.matches("<< /Title", at: body) {
      return
    } else if head.matches("<< /Producer", at: body) {
      // 7.9.4: a date begins with D.
      for key in ["/CreationDate (", "/ModDate ("] {
        if let range = head.lastRange(of: key) {
          head.insert(contentsOf: "D:".utf8, at: range.upperBound)
        }
      }
    } else if head.matches("<< /Type /Outlines", at: body) {
      // 12.3.3: the root's count of visible entries is never negative.
      if let minus = head.firstRange(of: "/Count -") { head.remove(at: minus.upperBound - 1) }
    } else if head.matches("<< /Nums [", at: body) {
      // 12.4.2: page labels begin with the first page; Cairo leaves out a first page called 1.
      if !head.matches("<< /Nums [\n   0 <<", at: body) {
        head.insert(contentsOf: "\n   0 << /S /D >>".utf8, at: body + "<< /Nums [".utf8.count)
      }
    } else if head.matches("<< /Type /Annot", at: body) || head.matches("<< /Type /Page ", at: body)
    {
      // 14.7.4.4: the number means nothing without a structure tree, which Cairo does not write.
      removeStructParent(in: &head)
    } else if let start = head.firstRange(of: "/XObject <<")?.upperBound {
      removeDuplicates(from: start, in: &head)
    }
  }

  /// 7.3.7: a key stands once in a dictionary; Cairo names a picture again for each use on a page.
  private static func removeDuplicates(from start: Int, in head: inout [UInt8]) {
    guard let end = head.firstRange(of: ">>", in: start..<head.count)?.lowerBound else { return }
    let words = head[start..<end].split { $0 == 0x20 || $0 == 0x0A }
    var seen = Set<ArraySlice<UInt8>>()
    var kept: [UInt8] = []
    // Four words each: name, object, generation, R.
    for first in stride(from: 0, to: words.count - words.count % 4, by: 4)
    where seen.insert(words[first]).inserted {
      for word in words[first..<first + 4] { kept += [0x20] + word }
    }
    head.replaceSubrange(start..<end, with: kept + [0x20])
  }

  /// Takes the keys off an annotation or a page, with their numbers.
  private static func removeStructParent(in head: inout [UInt8]) {
    for key in ["/StructParents ", "/StructParent "] {
      guard let range = head.firstRange(of: key) else { continue }
      let digits = head[range.upperBound...].prefix { (0x30...0x39).contains($0) }
      head.removeSubrange(range.lowerBound..<digits.endIndex)
    }
  }
}
