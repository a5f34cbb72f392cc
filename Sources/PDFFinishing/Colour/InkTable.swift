import Design
import Diagnostics
import DisplayList

/// What the colours of a drawn publication are printed with.
struct InkTable {
  /// A colour as a content stream sets it.
  enum Separated: Hashable {
    case process(CMYK)
    /// A tint of a colour space by its index among `spaces`.
    case separation(Int, tint: Double)

    /// The only colour that overprints: full black ink, and no other.
    var isBlack: Bool { self == .process(.black) }
  }

  /// A colour space of one ink (ISO 32000-1, 8.6.6.4).
  struct Space: Hashable {
    /// `All` for all inks of the file.
    var name: String
    /// What is printed where the ink is missing.
    var alternate: CMYK
  }

  private(set) var spaces: [Space] = []
  private let coded: [Separated]
  private let pictures: [RGBBytes: Separated]
  private let conversion: ColorConversion

  /// Finds the inks of everything that was drawn; throws where a colour could be two inks.
  init(
    _ inks: DrawnInks, palette: Palette, conversion: ColorConversion
  ) throws(Diagnostic) {
    self.conversion = conversion
    var spaces: [Space] = []
    coded = inks.coded.map {
      Self.separated($0, palette: palette, conversion: conversion, spaces: &spaces)
    }
    var pictures: [RGBBytes: Separated] = [:]
    let sorted = inks.pictures.sorted {
      ($0.key.red, $0.key.green, $0.key.blue) < ($1.key.red, $1.key.green, $1.key.blue)
    }
    for (bytes, colors) in sorted {
      let found = colors.sorted { ($0.entry, $0.tint) < ($1.entry, $1.tint) }.map {
        ($0, Self.separated($0, palette: palette, conversion: conversion, spaces: &spaces))
      }
      guard let first = found.first else { continue }
      if let other = found.first(where: { $0.1 != first.1 }) {
        throw Self.ambiguous(first.0, other.0)
      }
      pictures[bytes] = first.1
    }
    self.pictures = pictures
    self.spaces = spaces
  }

  /// What a colour of a content stream is printed with.
  func inks(red: Double, green: Double, blue: Double) throws(Diagnostic) -> Separated {
    if let index = InkCode.index(red: red, green: green, blue: blue) {
      guard coded.indices.contains(index) else {
        throw Diagnostic("render.failed", "a colour of a page is not one that was drawn")
      }
      return coded[index]
    }
    let rgb = RGB(red: red, green: green, blue: blue)
    if let bytes = RGBBytes(rgb), let color = pictures[bytes] { return color }
    return .process(conversion.inks(of: rgb))
  }

  private static func separated(
    _ color: PaletteColor, palette: Palette, conversion: ColorConversion, spaces: inout [Space]
  ) -> Separated {
    guard let entry = palette.entries[color.entry] else { return .process(.black) }
    func space(_ name: String, _ alternate: CMYK) -> Int {
      let space = Space(name: name, alternate: alternate)
      if let index = spaces.firstIndex(of: space) { return index }
      spaces.append(space)
      return spaces.count - 1
    }
    switch entry.ink {
    case .process(let cmyk): return .process(cmyk.tint(color.tint))
    case .spot(let name, let alternate):
      let index = space(name, alternate ?? conversion.inks(of: entry.rgb))
      return .separation(index, tint: color.tint)
    case .registration:
      let all = CMYK(cyan: 1, magenta: 1, yellow: 1, black: 1)
      return .separation(space("All", all), tint: color.tint)
    case nil:
      return .process(conversion.inks(of: palette.rgb(of: color) ?? entry.rgb))
    }
  }

  private static func ambiguous(_ a: PaletteColor, _ b: PaletteColor) -> Diagnostic {
    Diagnostic(
      "print.ambiguous-color",
      "“\(a.entry)” and “\(b.entry)” look alike on screen and colour pictures with different inks",
      hints: ["use one of them for pictures, or change the “screen” of one a little"])
  }
}
