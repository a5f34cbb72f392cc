package import Design
package import Diagnostics
package import SourceFiles

/// Reads printers' profiles: files in `Layouts/printers/`.
package enum PrinterProfileReader {
  /// The keys of a profile, and those of its parts.
  static let keys = [
    "printer", "description", "sources", "condition", "bleed", "marks", "sheets", "limits",
  ]
  static let conditionKeys = ["identifier", "name", "profile"]
  static let limitKeys = [
    "total-ink", "resolution", "line", "small-text", "small-reversed-text", "safety",
    "page-multiple",
  ]

  /// Reads a profile from its node; `name` is the file's name without its ending.
  ///
  /// All problems come at once; the output is nil where there are any.
  package static func read(_ node: SourceNode, name: String) -> Diagnosed<PrinterProfile> {
    var reading = LayoutReading(languages: [])
    let fields = reading.fields(node, known: keys, what: "a printer's profile")
    reading.checkName(fields["printer"], is: name)
    var profile = PrinterProfile(
      name: name,
      outputCondition: PrinterProfile.OutputCondition(identifier: "", name: "", profile: ""))
    if let condition = fields["condition"] {
      profile.outputCondition = reading.outputCondition(condition)
    } else if node.mapping != nil {
      reading.report(
        "layout.missing-key", "the printer's profile has no “condition”", at: node.location,
        hints: ["add “condition: { identifier: FOGRA39, name: …, profile: ….icc }”"])
    }
    if fields["sources"] == nil, node.mapping != nil {
      reading.report(
        "layout.missing-key", "the printer's profile has no “sources”", at: node.location,
        hints: ["say where its values come from: “sources: [ … ]”"])
    }
    for source in fields["sources"]?.sequence ?? [] {
      _ = reading.text(source, wanted: "where a value comes from")
    }
    if let bleed = fields["bleed"], let points = reading.absoluteLength(bleed) {
      if points <= Self.mostBleed {
        profile.bleed = points
      } else {
        reading.wrongType(bleed, wanted: "a bleed of at most 50mm", example: "3mm")
      }
    }
    if let marks = fields["marks"] { profile.marks = reading.marks(marks) }
    if let sheets = fields["sheets"],
      let choice = reading.choice(sheets, among: PrinterProfile.Sheets.allCases.map(\.rawValue))
    {
      profile.sheets = PrinterProfile.Sheets(rawValue: choice) ?? .single
    }
    if let limits = fields["limits"] { profile.limits = reading.printerLimits(limits) }
    return Diagnosed(reading.diagnostics.hasErrors ? nil : profile, reading.diagnostics)
  }

  private static let mostBleed = 50 / 25.4 * 72
}

extension LayoutReading {
  fileprivate mutating func outputCondition(
    _ node: SourceNode
  ) -> PrinterProfile.OutputCondition {
    let fields = fields(
      node, known: PrinterProfileReader.conditionKeys, what: "an output condition")
    var values: [String: String] = [:]
    for key in PrinterProfileReader.conditionKeys {
      if let value = fields[key] {
        values[key] = text(value, wanted: "a text")
      } else if node.mapping != nil {
        report(
          "layout.missing-key", "the output condition has no “\(key)”", at: node.location,
          hints: ["add “\(key): …”"])
      }
    }
    if let file = values["profile"], let location = fields["profile"]?.location,
      file.contains("/") || file.hasPrefix(".")
    {
      report(
        "layout.bad-name", "“\(file)” is no file's name", at: location,
        hints: ["name the file alone, and put it into Assets/ColorProfiles"])
    }
    return PrinterProfile.OutputCondition(
      identifier: values["identifier"] ?? "", name: values["name"] ?? "",
      profile: values["profile"] ?? "")
  }

  /// Reads `[crop, registration, color]`, or `none`.
  fileprivate mutating func marks(_ node: SourceNode) -> Set<PrinterProfile.Mark> {
    if node.text == "none" { return [] }
    let names = PrinterProfile.Mark.allCases.map(\.rawValue)
    return Set(
      (node.sequence ?? [node]).compactMap {
        choice($0, among: names).flatMap(PrinterProfile.Mark.init(rawValue:))
      })
  }

  fileprivate mutating func printerLimits(_ node: SourceNode) -> PrinterProfile.Limits {
    let fields = fields(node, known: PrinterProfileReader.limitKeys, what: "limits")
    var limits = PrinterProfile.Limits()
    if let node = fields["total-ink"], let percent = number(node, in: 100...400) {
      limits.totalInk = percent / 100
    }
    if let node = fields["resolution"] { resolution(node, into: &limits) }
    if let node = fields["line"], let v = absoluteLength(node) { limits.thinnestLine = v }
    if let node = fields["small-text"], let v = absoluteLength(node) { limits.smallText = v }
    if let node = fields["small-reversed-text"], let v = absoluteLength(node) {
      limits.smallReversedText = v
    }
    if let node = fields["safety"], let v = absoluteLength(node) { limits.safety = v }
    if let node = fields["page-multiple"], let v = integer(node, in: 1...64) {
      limits.pageMultiple = v
    }
    return limits
  }

  /// Reads `{ wanted: 300, warning: 250, error: 150 }`.
  private mutating func resolution(_ node: SourceNode, into limits: inout PrinterProfile.Limits) {
    let fields = fields(node, known: ["wanted", "warning", "error"], what: "resolutions")
    if let node = fields["wanted"], let v = number(node, in: 1...10_000) {
      limits.wantedResolution = v
    }
    if let node = fields["warning"], let v = number(node, in: 1...10_000) {
      limits.warnedResolution = v
    }
    if let node = fields["error"], let v = number(node, in: 1...10_000) {
      limits.leastResolution = v
    }
  }
}
