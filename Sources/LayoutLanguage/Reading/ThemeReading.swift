import Design
import Diagnostics
import SourceFiles

/// Themes: palette, typefaces, text styles.
extension LayoutReading {
  static let styleKeys = LayoutSchema.styleKeys.map(\.name)

  /// Reads a theme file.
  mutating func readTheme(_ node: SourceNode, name: String) -> Theme {
    let fields = fields(
      node, known: ["theme", "description", "palette", "fonts", "styles"], what: "a theme")
    if node.mapping != nil {
      for key in ["palette", "fonts", "styles"] where fields[key] == nil {
        report(
          "layout.missing-key", "the theme has no “\(key)”", at: node.location,
          hints: ["add “\(key): { … }”"])
      }
    }
    checkName(fields["theme"], is: name)
    // What is not there, or is something else, is told of once, and not again by all that use it.
    knowsFonts = fields["fonts"]?.mapping != nil
    knowsColors = fields["palette"]?.mapping != nil
    knowsStyles = fields["styles"]?.mapping != nil
    var theme = Theme(name: name, palette: Palette(entries: [:]), styles: [:])
    if let palette = fields["palette"] { theme.palette = readPalette(palette) }
    self.theme = theme
    var fonts: [String: String] = [:]
    for entry in entries(
      fields["fonts"], wanted: "font families by name", example: "{ sans: Inter }")
    {
      fonts[entry.name] = text(entry.value, wanted: "the name of a font family") ?? ""
    }
    if let styles = fields["styles"] { readStyles(styles, fonts: fonts, into: &theme) }
    theme.fonts = fonts
    self.theme = theme
    return theme
  }

  /// Reports a name inside a file that is not the file's own.
  mutating func checkName(_ node: SourceNode?, is name: String) {
    guard let node, let given = text(node, wanted: "the file's name"), given != name else {
      return
    }
    report(
      "layout.wrong-name", "the file is named “\(name)” but calls itself “\(given)”",
      at: node.location, hints: ["give both the same name"])
  }

  private mutating func readPalette(_ node: SourceNode) -> Palette {
    var entries: [String: PaletteEntry] = [:]
    for entry in self.entries(
      node, wanted: "colours by name", example: "{ ink: { screen: \"#1F2427\" } }")
    {
      // A faulty colour is a colour all the same: who uses it is not to blame.
      entries[entry.name] = PaletteEntry(name: entry.name, rgb: RGB(red: 0, green: 0, blue: 0))
      let fields = fields(entry.value, known: ["screen", "print", "spot"], what: "a colour")
      guard let screen = fields["screen"], let text = screen.text, let rgb = Self.rgb(from: text)
      else {
        if entry.value.mapping != nil {
          wrongType(
            fields["screen"] ?? entry.value, wanted: "a colour", example: "screen: \"#1F2427\"")
        }
        continue
      }
      entries[entry.name] = PaletteEntry(name: entry.name, rgb: rgb, ink: ink(fields))
    }
    return Palette(entries: entries)
  }

  /// What a colour is printed with; nil where neither `print` nor `spot` says it.
  private mutating func ink(_ fields: [String: SourceNode]) -> Ink? {
    let cmyk = fields["print"].flatMap { self.cmyk($0) }
    guard let node = fields["spot"] else { return cmyk.map { .process($0) } }
    guard let name = text(node, wanted: "the name of an ink") else { return nil }
    // The process inks and the two names that ISO 32000-1, 8.6.6.4, keeps for itself.
    let reserved = ["Cyan", "Magenta", "Yellow", "Black", "All", "None"]
    guard (1...60).contains(name.utf8.count), !reserved.contains(name),
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else {
      report(
        "layout.bad-ink", "“\(name)” cannot be the name of a spot colour", at: node.location,
        hints: ["use the name on the ink's tin, for example “HKS 6 K”"])
      return nil
    }
    return .spot(name, alternate: cmyk)
  }

  private mutating func cmyk(_ node: SourceNode) -> CMYK? {
    guard let shares = node.sequence, shares.count == 4 else {
      wrongType(node, wanted: "four ink shares from 0 to 100", example: "[60, 45, 40, 80]")
      return nil
    }
    let inks = shares.compactMap { number($0, in: 0...100) }.map { $0 / 100 }
    guard inks.count == 4 else { return nil }
    return CMYK(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
  }

  /// Reads `#RRGGBB`.
  static func rgb(from text: String) -> RGB? {
    let digits = text.dropFirst()
    guard text.utf8.count == 7, text.first == "#", digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    func part(_ shift: UInt32) -> Double { Double((value >> shift) & 0xFF) / 255 }
    return RGB(red: part(16), green: part(8), blue: part(0))
  }

  /// Reads text styles into a theme; `like` takes over an earlier style.
  mutating func readStyles(
    _ node: SourceNode, fonts: [String: String], into theme: inout Theme
  ) {
    for entry in entries(
      node, wanted: "styles by name", example: "{ small: { like: body, size: 8pt } }")
    {
      let fields = fields(entry.value, known: Self.styleKeys, what: "a style")
      var style = TextStyle(
        name: entry.name, font: FontDescriptor(family: ""), size: 10, leading: 13,
        color: PaletteColor(""))
      if let like = fields["like"], let parent = text(like, wanted: "the name of a style") {
        if let found = theme.styles[parent] {
          style = found
          style.name = entry.name
        } else if knowsStyles {
          report(
            "layout.unknown-style", "there is no style “\(parent)” before this one",
            at: like.location, hints: Suggestion.hint(for: parent, among: theme.styles.keys))
        }
      }
      apply(fields, to: &style, fonts: fonts)
      if let node = fields["drop-cap"], let v = dropCap(node, among: theme.styles) {
        style.dropCap = v
      }
      gridPlaces[entry.name] = (fields["grid"] ?? fields["leading"])?.location ?? entry.key.location
      if fields["like"] == nil, entry.value.mapping != nil {
        for key in ["font", "color"] where fields[key] == nil {
          report(
            "layout.missing-key", "the style “\(entry.name)” has no “\(key)”",
            at: entry.key.location, hints: ["add “\(key): …” or “like: …”"])
        }
      }
      theme.styles[entry.name] = style
    }
  }

  private mutating func apply(
    _ fields: [String: SourceNode], to style: inout TextStyle, fonts: [String: String]
  ) {
    if let node = fields["font"], let role = text(node, wanted: "a font") {
      if let family = fonts[role] {
        style.font.family = family
      } else if knowsFonts {
        report(
          "layout.unknown-font", "the theme has no font “\(role)”", at: node.location,
          hints: Suggestion.hint(for: role, among: fonts.keys))
      }
    }
    if let node = fields["weight"], let v = integer(node, in: 1...1000) { style.font.weight = v }
    if let node = fields["italic"], let v = flag(node) { style.font.italic = v }
    if let node = fields["size"], let v = absoluteLength(node) {
      if (1...2000).contains(v) {
        style.size = v
      } else {
        wrongType(node, wanted: "a size from 1pt to 2000pt", example: "9.5pt")
      }
    }
    if let node = fields["leading"], let v = absoluteLength(node) {
      if (1...3000).contains(v) {
        style.leading = v
      } else {
        wrongType(node, wanted: "a leading from 1pt to 3000pt", example: "13pt")
      }
    }
    if let node = fields["color"], let v = fixedColor(node) {
      style.color = v
      style.linkColor = v
    }
    if let node = fields["link-color"], let v = fixedColor(node) { style.linkColor = v }
    if let node = fields["align"],
      let v = choice(node, among: TextAlignment.allCases.map(\.rawValue))
    {
      style.alignment = TextAlignment(rawValue: v) ?? .left
    }
    if let node = fields["hyphenate"], let v = flag(node) { style.hyphenate = v }
    if let node = fields["tracking"], let v = number(node, in: -500...5000) { style.tracking = v }
    if let node = fields["features"] { style.features = features(node) }
    applyFeatureNames(fields, to: &style)
    if let node = fields["space-before"], let v = absoluteLength(node) { style.spaceBefore = v }
    if let node = fields["space-after"], let v = absoluteLength(node) { style.spaceAfter = v }
    if let node = fields["first-line-indent"], let v = absoluteLength(node, isSigned: true) {
      style.firstLineIndent = v
    }
    if let node = fields["uppercase"], let v = flag(node) { style.uppercase = v }
    if let node = fields["strong-weight"], let v = integer(node, in: 1...1000) {
      style.strongWeight = v
    }
    if let node = fields["orphans"], let v = integer(node, in: 1...20) { style.orphans = v }
    if let node = fields["widows"], let v = integer(node, in: 1...20) { style.widows = v }
    if let node = fields["balance"], let v = flag(node) { style.balanced = v }
    if let node = fields["keep-with-next"], let v = flag(node) { style.keepWithNext = v }
    readLineRules(fields, into: &style.lineRules)
    if let node = fields["grid"], let v = gridFit(node) { style.grid = v }
  }

  private mutating func fixedColor(_ node: SourceNode) -> PaletteColor? {
    guard let template = color(node) else { return nil }
    guard let entry = template.entry.fixedText else {
      wrongType(node, wanted: "a fixed colour of the palette", example: "ink")
      return nil
    }
    return PaletteColor(entry, tint: template.tint)
  }

  /// Reads `[onum, tnum=0]`.
  private mutating func features(_ node: SourceNode) -> [FontFeature] {
    var features: [FontFeature] = []
    for item in node.sequence ?? [node] {
      guard let text = item.text else {
        wrongType(item, wanted: "an OpenType feature", example: "onum")
        continue
      }
      let halves = text.split(separator: "=", maxSplits: 1)
      let value = halves.count > 1 ? UInt32(halves[1]) : 1
      guard let tag = halves.first, tag.utf8.count == 4, let value else {
        wrongType(item, wanted: "an OpenType feature", example: "onum or tnum=0")
        continue
      }
      features.append(FontFeature(String(tag), value))
    }
    return features
  }
}
