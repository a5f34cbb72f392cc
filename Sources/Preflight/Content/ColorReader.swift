import Diagnostics
import PDFReading

/// Reads colour spaces and reports those that do not fit the output intent (ISO 15930-7, 6.2.3).
final class ColorReader {
  let inspection: Inspection
  let intent: OutputIntent
  private var document: PDFDocument { inspection.document }
  /// What a profile's stream is: its number of components and whether it was found fit.
  private var profiles: [PDFReference: Int] = [:]

  init(_ inspection: Inspection, intent: OutputIntent) {
    self.inspection = inspection
    self.intent = intent
  }

  /// The space that an operand or an entry names; `what` says of what, for messages.
  func space(
    _ object: PDFObject?, in resources: PDFDictionary, page: PDFPage, what: String, depth: Int = 0
  ) -> ColorSpace {
    guard depth < 8 else { return .unknown }
    let resolved = document.resolve(object)
    if let name = resolved.name {
      return named(name, in: resources, page: page, what: what, depth: depth)
    }
    guard let members = resolved.array, let family = document.resolve(members.first).name else {
      return .unknown
    }
    func inner(_ index: Int) -> ColorSpace {
      guard members.indices.contains(index) else { return .unknown }
      return space(members[index], in: resources, page: page, what: what, depth: depth + 1)
    }
    switch family {
    case "ICCBased":
      return profiled(members.count > 1 ? members[1] : .null, page: page, what: what)
    case "CalGray": return .calibrated(name: family, components: 1)
    case "CalRGB", "Lab":
      independent(family, page: page, what: what)
      return .calibrated(name: family, components: 3)
    case "Indexed", "I": return .indexed(inner(1))
    case "Pattern": return .pattern(members.count > 1 ? inner(1) : nil)
    case "Separation":
      let name = members.count > 1 ? document.resolve(members[1]).name ?? "" : ""
      return .separation(name: name, alternate: alternate(inner(2), of: name, page: page))
    case "DeviceN":
      let names = document.members(of: members.count > 1 ? members[1] : .null).compactMap(\.name)
      if names.count > 32 {
        inspection.add(
          "colour.inks", "\(what) has \(names.count) inks in one colour, and 32 is the most",
          on: page)
      }
      return .inks(
        names, alternate: alternate(inner(2), of: names.joined(separator: ", "), page: page))
    default: return named(family, in: resources, page: page, what: what, depth: depth)
    }
  }

  private func named(
    _ name: String, in resources: PDFDictionary, page: PDFPage, what: String, depth: Int
  ) -> ColorSpace {
    let spaces = document.resolve(resources["ColorSpace"]).dictionary
    let device = ["G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"][name] ?? name
    switch device {
    case "DeviceGray", "DeviceRGB", "DeviceCMYK":
      if let other = spaces?["Default\(device.dropFirst(6))"] {
        return space(other, in: [:], page: page, what: what, depth: depth + 1)
      }
      return self.device(device, page: page, what: what)
    case "Pattern": return .pattern(nil)
    default:
      guard let entry = spaces?[name] else { return .unknown }
      if document.resolve(entry).name == name { return .unknown }
      return space(entry, in: resources, page: page, what: what, depth: depth + 1)
    }
  }

  private func device(_ name: String, page: PDFPage, what: String) -> ColorSpace {
    if name == "DeviceRGB", intent.components != 3 {
      inspection.add(
        "colour.device-rgb", "\(what) is in DeviceRGB, and the output intent has no such inks",
        on: page,
        hint: "convert it to the printer’s inks, or give it an ICC profile")
    }
    if name == "DeviceCMYK", intent.components != 4 {
      inspection.add(
        "colour.device-cmyk", "\(what) is in DeviceCMYK, and the output intent has no such inks",
        on: page)
    }
    return name == "DeviceGray" ? .gray : name == "DeviceRGB" ? .rgb : .cmyk
  }

  private func alternate(_ space: ColorSpace, of name: String, page: PDFPage) -> ColorSpace {
    switch space {
    case .unknown, .pattern, .indexed, .separation, .inks:
      inspection.add(
        "colour.alternate",
        "the ink “\(name)” has no colour that stands for it where it is missing", on: page)
    default: break
    }
    return space
  }

  private func independent(_ family: String, page: PDFPage, what: String) {
    guard intent.components == 4 else { return }
    inspection.add(
      "colour.conversion",
      "\(what) is in \(family); the printer will convert it, and may do it otherwise than meant",
      severity: .warning, on: page, hint: "convert it to the printer’s inks")
  }

  private func profiled(_ object: PDFObject, page: PDFPage, what: String) -> ColorSpace {
    guard let stream = document.resolve(object).stream else {
      inspection.add("colour.profile", "\(what) names an ICC profile that is not there", on: page)
      return .unknown
    }
    let stated = document.entry("N", of: stream.dictionary).integer ?? 0
    if profiles[stream.reference] == nil {
      profiles[stream.reference] = stated
      check(stream, components: stated, page: page, what: what)
    }
    if stated == 3 { independent("RGB with an ICC profile", page: page, what: what) }
    return stated == 4
      ? .profiledInks : .calibrated(name: "ICCBased", components: max(0, min(stated, 4)))
  }

  private func check(_ stream: PDFStream, components: Int, page: PDFPage, what: String) {
    let bytes = (try? document.data(of: stream)) ?? []
    guard let header = ProfileHeader(bytes) else {
      inspection.add("colour.profile", "\(what) has a damaged ICC profile", on: page)
      return
    }
    if header.components != components {
      inspection.add(
        "colour.profile",
        "\(what) has an ICC profile of “\(header.space)”, and the file says that it has \(components) components",
        on: page)
    }
    if components == 4, bytes == intent.profile {
      inspection.add(
        "colour.profile",
        "\(what) has the output intent’s own profile, which PDF/X-4 does not allow",
        on: page, hint: "use DeviceCMYK")
    }
  }
}
