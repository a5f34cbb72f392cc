/// The dictionary of an inline image with its short names written out (ISO 32000-1, 8.9.7).
struct InlineImage {
  let dictionary: PDFDictionary

  private static let keys = [
    "BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms",
    "F": "Filter", "H": "Height", "IM": "ImageMask", "I": "Interpolate", "W": "Width",
    "L": "Length",
  ]
  private static let spaces = [
    "G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed",
  ]

  init(_ entries: PDFDictionary) {
    var full: PDFDictionary = [:]
    for (key, value) in entries { full[Self.keys[key] ?? key] = value }
    switch full["ColorSpace"] {
    case .name(let name): full["ColorSpace"] = .name(Self.spaces[name] ?? name)
    case .array(let members):
      full["ColorSpace"] = .array(
        members.map { member in member.name.flatMap { Self.spaces[$0] }.map { .name($0) } ?? member
        })
    default: break
    }
    dictionary = full
  }

  /// The number of bytes of data that no filter has packed; nil where that cannot be known.
  var plainLength: Int? {
    guard dictionary["Filter"] == nil, let width = dictionary["Width"]?.integer,
      let height = dictionary["Height"]?.integer, (1...1_000_000).contains(width),
      (1...1_000_000).contains(height)
    else { return nil }
    let mask = dictionary["ImageMask"]?.boolean == true
    let bits = mask ? 1 : dictionary["BitsPerComponent"]?.integer ?? 8
    guard (1...16).contains(bits) else { return nil }
    let components: Int
    switch dictionary["ColorSpace"] {
    case _ where mask: components = 1
    case .name("DeviceGray"): components = 1
    case .name("DeviceRGB"): components = 3
    case .name("DeviceCMYK"): components = 4
    case .array(let members) where members.first == .name("Indexed"): components = 1
    default: return nil
    }
    return (width * components * bits + 7) / 8 * height
  }
}
