import Diagnostics

/// Mends what Cairo 1.16 writes against ISO 32000-1 and PDF/A-2, and takes out what finishing
/// writes anew.
enum ObjectRepair {
  /// Goes through all objects of a file.
  static func repair(_ file: inout PDFFile) {
    file.objects.removeAll { isReplaced($0.value) }
    for index in file.objects.indices { repair(&file.objects[index].value) }
    FontRepair.repair(&file)
  }

  /// Whether an object is Cairo's catalogue, document information, or part of its structure tree.
  ///
  /// What an object is shows where it begins; further on, titles may hold anything.
  private static func isReplaced(_ value: [UInt8]) -> Bool {
    return [
      "<< /Type /Catalog", "<< /Producer", "<< /Type /StructTreeRoot", "<< /Type /StructElem",
      // A bare array belongs to the parent tree, which is a dictionary of numbers.
      "[", "<< /Nums [",
    ].contains { value.matches($0, at: 0) }
  }

  private static func repair(_ value: inout [UInt8]) {
    if value.matches("<< /Type /Page ", at: 0) {
      remove("/StructParents", from: &value)
    } else if let range = value.firstRange(of: "/Interpolate true") {
      // ISO 19005-2, 6.2.8.
      value.replaceSubrange(range, with: "/Interpolate false".utf8)
    } else if let start = value.firstRange(of: "/XObject <<")?.upperBound {
      removeDuplicates(from: start, in: &value)
    }
  }

  /// 7.3.7: a key stands once in a dictionary; Cairo names a picture again for each use on a page.
  private static func removeDuplicates(from start: Int, in value: inout [UInt8]) {
    guard let end = value.firstRange(of: ">>", in: start..<value.count)?.lowerBound else { return }
    let words = value[start..<end].split { $0 == 0x20 || $0 == 0x0A }
    var seen = Set<ArraySlice<UInt8>>()
    var kept: [UInt8] = []
    // Four words each: name, object, generation, R.
    for first in stride(from: 0, to: words.count - words.count % 4, by: 4)
    where seen.insert(words[first]).inserted {
      for word in words[first..<first + 4] { kept += [0x20] + word }
    }
    value.replaceSubrange(start..<end, with: kept + [0x20])
  }

  /// Takes a key with its number off a dictionary.
  private static func remove(_ key: String, from value: inout [UInt8]) {
    guard let range = value.firstRange(of: key + " ") else { return }
    let digits = value[range.upperBound...].prefix { (0x30...0x39).contains($0) }
    value.removeSubrange(range.lowerBound..<digits.endIndex)
  }
}
