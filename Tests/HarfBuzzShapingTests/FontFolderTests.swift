import Design
import Diagnostics
import Foundation
import TemporaryFolders
import TextShaping
import Testing

@testable import HarfBuzzShaping

/// Fonts that a workspace brings along, good and bad.
@Suite struct FontFolderTests {
  /// The bytes of Vollkorn Regular as the system has it.
  private func vollkorn() throws -> [UInt8] {
    let catalogue = try #require(FontCatalogue.read(folders: []).output)
    let place = try catalogue.place(of: FontDescriptor(family: "Vollkorn"))
    return [UInt8](try Data(contentsOf: URL(filePath: catalogue.faces[place].file)))
  }

  private func read(_ folder: TemporaryFolder) -> Diagnosed<FontCatalogue> {
    FontCatalogue.read(
      folders: [FontFolder(path: folder.url.path, name: "Assets/Fonts")], includingSystem: false)
  }

  @Test func `a font of the workspace is found, also in a folder within`() throws {
    let folder = try TemporaryFolder()
    try folder.write(vollkorn(), to: "serif/Vollkorn-Regular.TTF")
    try folder.write(Array("the licence".utf8), to: "serif/OFL.txt")
    let result = read(folder)
    #expect(result.diagnostics.isEmpty)
    let catalogue = try #require(result.output)
    let face = try HarfBuzzShaper(catalogue: catalogue).face(
      for: FontDescriptor(family: "Vollkorn"))
    #expect(face.file == folder.url.path + "/serif/Vollkorn-Regular.TTF")
    #expect(face.postScriptName == "Vollkorn-Regular")
  }

  @Test func `a folder that is not there has no fonts`() {
    let folder = FontFolder(path: "/does/not/exist", name: "Assets/Fonts")
    let result = FontCatalogue.read(folders: [folder], includingSystem: false)
    #expect(result.diagnostics.isEmpty)
    #expect(result.output?.faces.isEmpty == true)
  }

  @Test func `each broken file is named, and the others are usable`() throws {
    let folder = try TemporaryFolder()
    let font = try vollkorn()
    try folder.write([], to: "a-empty.ttf")
    try folder.write(Array("<html>not found</html>".utf8), to: "b-page.otf")
    try folder.write(Array(font.prefix(300)), to: "c-cut.ttf")
    try folder.write(font, to: "d-good.ttf")
    let result = read(folder)
    #expect(
      result.diagnostics.map { $0.location?.file } == [
        "Assets/Fonts/a-empty.ttf", "Assets/Fonts/b-page.otf", "Assets/Fonts/c-cut.ttf",
      ])
    #expect(result.diagnostics.allSatisfy { $0.identifier == "font.broken" && !$0.hints.isEmpty })
    #expect(result.output?.faces.count == 1)
  }

  @Test func `a folder that is named like a font is searched, a pipe is refused at once`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("x".utf8), to: "folder.ttf/note.txt")
    #expect(mkfifo(folder.url.path + "/pipe.ttf", 0o600) == 0)
    let result = read(folder)
    #expect(result.diagnostics.map(\.identifier) == ["font.unreadable"])
    #expect(result.diagnostics.first?.location?.file == "Assets/Fonts/pipe.ttf")
  }

  @Test func `a link out of the folder is refused`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write(vollkorn(), to: "font.ttf")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "linked.ttf"),
      withDestinationURL: other.url.appending(path: "font.ttf"))
    let result = read(folder)
    #expect(result.diagnostics.map(\.identifier) == ["font.outside-folder"])
    #expect(result.output?.faces.isEmpty == true)
  }

  @Test func `a variable font is refused in words`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.variable(try vollkorn()), to: "Variable.ttf")
    let result = read(folder)
    #expect(result.diagnostics.map(\.identifier) == ["font.unusable"])
    #expect(result.diagnostics.first?.message.contains("variable font") == true)
    #expect(result.output?.faces.isEmpty == true)
  }

  /// The font with a weight axis added: an `fvar` table of one axis and an empty `gvar` table.
  private static func variable(_ font: [UInt8]) -> [UInt8] {
    func big(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    func read(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 << 8 | Int(font[offset + $1]) }
    }
    let axis = Array("wght".utf8) + [100, 400, 900].flatMap { big($0 << 16, 4) } + big(0, 2)
    let fvar =
      [1, 0, 16, 2, 1, 20, 0, 8].flatMap { big($0, 2) } + axis + big(256, 2)
    let gvar = [1, 0, 1, 0].flatMap { big($0, 2) } + big(20, 4) + big(0, 4) + big(20, 4)
    var tables: [(tag: [UInt8], bytes: [UInt8])] = (0..<read(4, 2)).map { index in
      let record = 12 + index * 16
      let start = read(record + 8, 4)
      return (Array(font[record..<record + 4]), Array(font[start..<start + read(record + 12, 4)]))
    }
    tables += [(Array("fvar".utf8), fvar), (Array("gvar".utf8), gvar)]
    tables.sort { $0.tag.lexicographicallyPrecedes($1.tag) }
    var header = Array(font[0..<4]) + big(tables.count, 2) + big(0, 6)
    var body: [UInt8] = []
    for table in tables {
      let offset = 12 + tables.count * 16 + body.count
      header += table.tag + big(0, 4) + big(offset, 4) + big(table.bytes.count, 4)
      body += table.bytes + [UInt8](repeating: 0, count: -table.bytes.count & 3)
    }
    return header + body
  }
}
