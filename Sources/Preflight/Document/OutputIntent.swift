import Design
import PDFReading

/// The output intent of a print file, as far as it could be read (ISO 32000-1, 14.11.5).
struct OutputIntent {
  /// The number of components; 4 for inks, also where there is no intent to tell.
  var components = 4
  /// The profile's bytes; empty where there is none.
  var profile: [UInt8] = []
}

/// The header of an ICC profile (ICC.1, 7.2).
struct ProfileHeader {
  let version: UInt8
  let deviceClass: String
  let space: String

  /// nil where the bytes are no profile.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 128, bytes[36..<40].elementsEqual("acsp".utf8) else { return nil }
    let size = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    guard size == bytes.count else { return nil }
    version = bytes[8]
    deviceClass = String(decoding: bytes[12..<16], as: UTF8.self)
    space = String(decoding: bytes[16..<20], as: UTF8.self)
  }

  /// The number of components of its space; nil for one that PDF does not know.
  var components: Int? { ["GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4][space] }
}

/// Reads and checks output intents (ISO 15930-7, 6.2.2).
struct OutputIntentRules {
  let inspection: Inspection
  let profile: PrinterProfile

  func check() -> OutputIntent {
    let document = inspection.document
    let all = document.members(of: document.catalogue["OutputIntents"]).compactMap(\.dictionary)
    let intents = all.filter { document.entry("S", of: $0).name == "GTS_PDFX" }
    guard let intent = intents.first, intents.count == 1 else {
      inspection.add(
        "x4.output-intent",
        "the file has \(intents.count) output intents for PDF/X, and must have one")
      return OutputIntent()
    }
    let identifier = document.entry("OutputConditionIdentifier", of: intent).text ?? ""
    if identifier.isEmpty {
      inspection.add("x4.output-intent", "the output intent has no OutputConditionIdentifier")
    } else if !Self.same(identifier, profile.outputCondition.identifier) {
      inspection.add(
        "profile.output-condition",
        "the file is made for \(identifier), and the printer wants \(profile.outputCondition.identifier)",
        hint: "have the file made anew for \(profile.outputCondition.name)")
    }
    guard let stream = document.resolve(intent["DestOutputProfile"]).stream else {
      inspection.add("x4.output-intent", "the output intent embeds no ICC profile")
      return OutputIntent()
    }
    let bytes = (try? document.data(of: stream)) ?? []
    let stated = document.entry("N", of: stream.dictionary).integer
    guard let header = ProfileHeader(bytes) else {
      inspection.add("x4.output-profile", "the output intent’s ICC profile is damaged")
      return OutputIntent(components: stated ?? 4, profile: [])
    }
    if header.deviceClass != "prtr" {
      inspection.add(
        "x4.output-profile",
        "the output intent’s ICC profile is none of a printer (class “\(header.deviceClass)”)")
    }
    if header.components != stated || header.space == "Lab " {
      inspection.add(
        "x4.output-profile",
        "the output intent’s ICC profile is of “\(header.space)”, and the file says that it has \(stated ?? 0) components"
      )
    }
    if header.version > 4 {
      inspection.add(
        "x4.output-profile", "the output intent’s ICC profile is of version \(header.version)")
    }
    return OutputIntent(components: header.components ?? 4, profile: bytes)
  }

  /// Whether two names of the registry mean one condition: case and spaces do not count.
  private static func same(_ a: String, _ b: String) -> Bool {
    func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
    return plain(a) == plain(b)
  }
}
