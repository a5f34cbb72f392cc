import Design
import Diagnostics

/// Puts inks in the place of all colours of a file as Cairo wrote it.
///
/// They are in pages, forms, patterns, shadings, groups and pictures. Soft masks stay as they are:
/// their greys are no colours.
struct FileSeparation {
  private let inks: InkTable
  private let conversion: ColorConversion
  /// Where the objects stand, by number.
  private let places: [Int: Int]
  /// The objects of the colour spaces that are used, by their index in the table.
  private var spaces: [Int: Int] = [:]

  /// Separates a file.
  static func separate(
    _ file: inout PDFFile, inks: InkTable, conversion: ColorConversion
  ) throws(Diagnostic) {
    var separation = FileSeparation(inks: inks, conversion: conversion, places: file.places)
    for index in file.objects.indices { try separation.separate(index, in: &file) }
    // Whatever Cairo may write one day and this does not know must not reach a press.
    for object in file.objects
    where object.value.firstRange(of: "/DeviceRGB") != nil {
      throw Diagnostic(
        "render.failed", "the PDF as Cairo wrote it has colours that cannot be separated into inks")
    }
  }

  private init(inks: InkTable, conversion: ColorConversion, places: [Int: Int]) {
    self.inks = inks
    self.conversion = conversion
    self.places = places
  }

  private mutating func separate(_ index: Int, in file: inout PDFFile) throws(Diagnostic) {
    let value = file.objects[index].value
    if value.matches("<< /Type /Page ", at: 0) {
      replaceGroupSpace(in: &file.objects[index].value)
      guard let content = value.reference("/Contents").flatMap({ places[$0] }),
        let resources = value.reference("/Resources").flatMap({ places[$0] })
      else { return }
      try separateContent(content, resources: resources, in: &file)
    } else if value.firstRange(of: "/Subtype /Form") != nil
      || value.firstRange(of: "/PatternType 1") != nil
    {
      replaceGroupSpace(in: &file.objects[index].value)
      // Resources of their own, or those written in the form itself.
      let resources = value.reference("/Resources").flatMap { places[$0] } ?? index
      try separateContent(index, resources: resources, in: &file)
    } else if value.firstRange(of: "/Subtype /Image") != nil {
      try PictureSeparation.separate(index, in: &file, conversion: conversion)
    } else if value.firstRange(of: "/ShadingType ") != nil {
      replace("/ColorSpace /DeviceRGB", "/ColorSpace /DeviceCMYK", in: &file.objects[index].value)
    } else if value.firstRange(of: "/FunctionType 2") != nil {
      for key in ["/C0 [", "/C1 ["] { separateEnd(key, in: &file.objects[index].value) }
    }
  }

  private func replaceGroupSpace(in value: inout [UInt8]) {
    replace("/CS /DeviceRGB", "/CS /DeviceCMYK", in: &value)
  }

  private func replace(_ text: String, _ other: String, in value: inout [UInt8]) {
    if let range = value.firstRange(of: text) { value.replaceSubrange(range, with: other.utf8) }
  }

  /// One end of a gradient; what has one number only is the shape of a mask.
  private func separateEnd(_ key: String, in value: inout [UInt8]) {
    guard let start = value.firstRange(of: key)?.upperBound,
      let end = value.firstRange(of: "]", in: start..<value.count)?.lowerBound
    else { return }
    let numbers = value[start..<end].split(separator: 0x20).compactMap {
      Double(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 3 else { return }
    let inks = conversion.inks(of: RGB(red: numbers[0], green: numbers[1], blue: numbers[2]))
    let text = [inks.cyan, inks.magenta, inks.yellow, inks.black].map(InkShare.text)
    value.replaceSubrange(start..<end, with: " \(text.joined(separator: " ")) ".utf8)
  }

  // MARK: Content

  private mutating func separateContent(
    _ index: Int, resources: Int, in file: inout PDFFile
  ) throws(Diagnostic) {
    guard let data = file.objects[index].data else { return }
    let isPacked = file.objects[index].value.firstRange(of: "/FlateDecode") != nil
    let bytes = file.bytes(of: data)
    let separated = try ContentSeparation(
      isPacked ? Deflate.inflate(bytes) : Array(bytes), inks: inks)
    try file.setData(of: index, packing: separated.content)
    if separated.overprints {
      // Mode 1: an ink that the text does not have stays as it is below (ISO 32000-1, 8.6.7).
      add(
        "/\(ContentSeparation.overprint) << /OP true /op true /OPM 1 >> "
          + "/\(ContentSeparation.knockout) << /OP false /op false >>",
        to: "/ExtGState", of: &file.objects[resources].value)
    }
    for space in separated.spaces.sorted() {
      let number = spaceObject(space, in: &file)
      add(
        "/\(ContentSeparation.space(space)) \(number) 0 R", to: "/ColorSpace",
        of: &file.objects[resources].value)
    }
  }

  /// Adds entries to a category of resources, which is made where there is none.
  private func add(_ entries: String, to category: String, of value: inout [UInt8]) {
    let start = value.firstRange(of: "/Resources")?.upperBound ?? 0
    func dictionary(from offset: Int) -> Int? {
      value.firstRange(of: "<<", in: offset..<value.count)?.upperBound
    }
    if let key = value.firstRange(of: category, in: start..<value.count),
      let inside = dictionary(from: key.upperBound)
    {
      value.insert(contentsOf: " \(entries)".utf8, at: inside)
    } else if let inside = dictionary(from: start) {
      value.insert(contentsOf: " \(category) << \(entries) >>".utf8, at: inside)
    }
  }

  /// The object of an ink's colour space, written when first used.
  private mutating func spaceObject(_ index: Int, in file: inout PDFFile) -> Int {
    if let known = spaces[index] { return known }
    let space = inks.spaces[index]
    let number = file.reserveNumber()
    spaces[index] = number
    let full = [
      space.alternate.cyan, space.alternate.magenta, space.alternate.yellow, space.alternate.black,
    ].map(InkShare.text).joined(separator: " ")
    var text: PDFText = "[ /Separation /"
    text.addName(space.name)
    text.add(" /DeviceCMYK << /FunctionType 2 /Domain [ 0 1 ] /C0 [ 0 0 0 0 ] /C1 [ \(full) ]")
    text.add(" /N 1 >> ]")
    file.add(text, number: number)
    return number
  }
}
