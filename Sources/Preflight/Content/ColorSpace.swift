import PDFReading

/// A colour space as far as its inks matter (ISO 32000-1, 8.6).
indirect enum ColorSpace: Hashable {
  case gray, rgb, cmyk
  /// CalGray, CalRGB, Lab, and what is based on a profile of one or three components.
  case calibrated(name: String, components: Int)
  /// What is based on a profile of four components.
  case profiledInks
  case separation(name: String, alternate: ColorSpace)
  case inks([String], alternate: ColorSpace)
  case indexed(ColorSpace)
  case pattern(ColorSpace?)
  case unknown

  var components: Int {
    switch self {
    case .gray, .separation, .indexed: 1
    case .rgb: 3
    case .cmyk, .profiledInks: 4
    case .calibrated(_, let count): count
    case .inks(let names, _): names.count
    case .pattern(let base): base?.components ?? 0
    case .unknown: 0
    }
  }

  /// The colour that is set with the space (8.6.5 to 8.6.7).
  var initialColor: [Double] {
    switch self {
    case .cmyk, .profiledInks: [0, 0, 0, 1]
    case .separation, .inks: Array(repeating: 1, count: components)
    default: Array(repeating: 0, count: components)
    }
  }
}

/// A colour in its space.
struct Paint: Hashable {
  var space = ColorSpace.gray
  var values: [Double] = [0]
  /// A pattern or shading, whose inks differ from place to place.
  var isPattern = false

  /// The share of each ink; nil where it cannot be told from the values alone.
  var inks: [String: Double]? {
    guard !isPattern, values.count >= space.components else { return nil }
    switch space {
    case .gray: return ["Black": 1 - values[0]]
    case .cmyk, .profiledInks:
      return ["Cyan": values[0], "Magenta": values[1], "Yellow": values[2], "Black": values[3]]
    case .separation(let name, _) where name == "All":
      return ["Cyan": values[0], "Magenta": values[0], "Yellow": values[0], "Black": values[0]]
    case .separation(let name, _): return name == "None" ? [:] : [name: values[0]]
    case .inks(let names, _):
      return Dictionary(zip(names, values).filter { $0.0 != "None" }) { first, _ in first }
    case .rgb: return values.prefix(3).allSatisfy { $0 >= 0.999 } ? [:] : nil
    case .calibrated(_, 3): return values.prefix(3).allSatisfy { $0 >= 0.999 } ? [:] : nil
    default: return nil
    }
  }

  /// The number of inks that take part with more than a trace; many where it cannot be told.
  var inkCount: Int { inks.map { $0.values.count { $0 > 0.01 } } ?? 4 }
  /// Whether it leaves the paper as it is.
  var isPaper: Bool { inks.map { $0.values.allSatisfy { $0 <= 0.005 } } ?? false }
  var black: Double { inks?["Black"] ?? 0 }
}
