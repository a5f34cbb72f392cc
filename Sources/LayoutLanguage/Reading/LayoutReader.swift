import Design
package import Diagnostics
import Geometry
package import Languages
package import SourceFiles

/// Reads layout files with their themes.
package enum LayoutReader {
  /// The keys of a layout file.
  static let keys = LayoutSchema.topLevel.map(\.name)

  /// The keys that every layout file has.
  static let required = ["layout", "theme", "title", "output", "page", "pages"]

  /// Reads a layout from its node; `readTheme` finds the node of a theme by its name.
  ///
  /// All problems of the layout and its theme come back at once. What has errors is given so far as
  /// it could be read, so that its paths can be checked, too; the output is nil where it is no layout.
  package static func read(
    _ node: SourceNode, name: String, languages: [LanguageTag],
    readTheme: (String, SourceLocation) -> Diagnosed<SourceNode>
  ) -> Diagnosed<LayoutTemplate> {
    var reading = LayoutReading(languages: languages)
    let fields = reading.fields(node, known: keys, what: "a layout")
    guard node.mapping != nil else { return Diagnosed(nil, reading.diagnostics) }
    for key in required where fields[key] == nil {
      reading.report(
        "layout.missing-key", "the layout has no “\(key)”", at: node.location,
        hints: ["add “\(key): …”; `umbruch schema layout` says what it is"])
    }
    reading.checkName(fields["layout"], is: name)
    // A layout is looked through even where its theme cannot be read: all problems show at once.
    var theme = Theme(name: "", palette: Palette(entries: [:]), styles: [:])
    if let themeNode = fields["theme"],
      let themeName = reading.text(themeNode, wanted: "the name of a theme")
    {
      let themeRead = readTheme(themeName, themeNode.location)
      reading.diagnostics += themeRead.diagnostics
      if let source = themeRead.output { theme = reading.readTheme(source, name: themeName) }
    }
    if let styles = fields["styles"] {
      reading.readStyles(styles, fonts: theme.fonts, into: &theme)
      reading.theme = theme
    }
    var page = fields["page"].flatMap { reading.page($0) }
    let languageSetting = fields["languages"].flatMap { reading.languageSetting($0) }
    // Languages that face each other need left and right pages.
    if languageSetting?.arrangement == .facing { page?.facing = true }
    let title = fields["title"].flatMap { reading.template($0) }
    let output = fields["output"].flatMap { reading.template($0) }
    let empty = TextTemplate(
      variants: .all(.init(parts: [], text: PlacedText("", at: node.location))),
      location: node.location)
    var template = LayoutTemplate(
      name: name, location: node.location, theme: theme, title: title ?? empty,
      output: output ?? empty,
      page: page ?? PageGeometry(size: Size(width: 595, height: 842), margins: .zero))
    if let languageSetting { template.languages = languageSetting }
    template.subject = fields["subject"].flatMap { reading.template($0) }
    template.iteration = fields["for"].flatMap { reading.iteration($0) }
    if let formats = fields["formats"] { template.formats = reading.formats(formats) }
    // What is bound head to tail is not printed as it is read.
    if template.languages.arrangement == .turned { template.editions = PDFEdition.allCases }
    if let editions = fields["editions"] { template.editions = reading.editions(editions) }
    if let node = fields["printer"], let name = reading.text(node, wanted: "a printer's profile") {
      (template.printer, template.printerLocation) = (name, node.location)
    }
    if let width = fields["png-width"], let pixels = reading.integer(width, in: 16...20_000) {
      template.pngWidth = pixels
    }
    if let multiple = fields["page-multiple"], let value = reading.integer(multiple, in: 1...64) {
      template.pageMultiple = value
    }
    template.maximumPages = fields["maximum-pages"].flatMap { reading.integer($0, in: 1...5000) }
    if let labels = fields["labels"] {
      reading.labels(labels, prefix: "", into: &template.labels)
    }
    template.footnotes = fields["footnotes"].map { reading.footnotes($0) }
    let components = reading.entries(
      fields["components"], wanted: "components by name", example: "{ card: { content: […] } }")
    reading.componentNames = Set(components.map(\.name))
    for entry in components {
      template.components[entry.name] = reading.component(entry.value)
    }
    for entry in reading.entries(
      fields["masters"], wanted: "page masters by name", example: "{ full: { frames: […] } }")
    {
      template.masters[entry.name] = reading.master(entry.value)
    }
    if let pages = fields["pages"] {
      template.sections = reading.sections(pages, masters: Set(template.masters.keys))
    }
    if let page { reading.checkGrid(of: theme.styles, step: page.baseline) }
    if let typography = fields["typography"] {
      template.typography = reading.typography(typography)
    }
    template.genderSigns = reading.genderSigns
    return Diagnosed(template, reading.diagnostics)
  }
}
