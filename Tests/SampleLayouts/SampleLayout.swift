package import Diagnostics
package import Languages
package import LayoutLanguage
import SourceFiles

/// Small layouts around what a test is about, and how they are read.
package enum SampleLayout {
  package static let file = "Layouts/t.yaml"
  package static let themeFile = "Layouts/themes/house.yaml"

  /// A theme with a style for every kind of block.
  package static let theme = """
    theme: house
    palette:
      ink: { screen: "#222222", print: [0, 0, 0, 100] }
      paper: { screen: "#FFFFFF" }
      teal: { screen: "#0B7A75", print: [85, 25, 50, 15] }
    fonts: { text: Vollkorn, sans: Inter }
    styles:
      body: { font: text, size: 10pt, leading: 14pt, color: ink }
      small: { like: body, size: 8pt, color: teal 60% }
      label: { like: body, font: sans }
      caption: { like: label }
      heading-1: { like: label, size: 28pt, leading: 35pt, space-before: 14pt }
      heading-2: { like: heading-1, size: 16pt }
      heading-3: { like: heading-2 }
      metric-figure: { like: label }
      metric-unit: { like: label }
      metric-label: { like: label }
      metric-note: { like: label }
      chart-label: { like: label }
      chart-value: { like: label }
      chart-note: { like: label }
      table-header: { like: label }
      table-cell: { like: label }

    """

  /// The beginning of a layout; `pages` or other keys follow.
  package static let head = """
    layout: t
    theme: house
    title: Title
    output: t/t
    page: { size: A4, margins: { top: 20mm, bottom: 20mm, inner: 20mm, outer: 20mm }, columns: 6, gutter: 4mm, baseline: 14pt }

    """

  /// A layout whose only pages are a flow of these blocks; `more` are further keys.
  package static func flow(_ blocks: String, _ more: String = "") -> String {
    head + more + (more.isEmpty ? "" : "\n") + "pages:\n  - flow: main\n    content:\n"
      + indented(blocks, by: 6)
  }

  /// Every line with so many spaces before it.
  package static func indented(_ text: String, by spaces: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: spaces) + $0 }
      .joined(separator: "\n")
  }

  /// German and English.
  package static let languages = [LanguageTag("de"), LanguageTag("en")].compactMap { $0 }

  /// Reads a layout named `t` with a theme.
  package static func read(
    _ text: String, theme: String = theme, languages: [LanguageTag] = languages
  ) -> Diagnosed<LayoutTemplate> {
    let node = YAMLReader.read(Array(text.utf8), file: file)
    guard let output = node.output else { return Diagnosed(nil, node.diagnostics) }
    return LayoutReader.read(output, name: "t", languages: languages) { name, place in
      guard name == "house" else {
        return Diagnosed(nil, [Diagnostic("layout.missing-theme", "no theme", at: place)])
      }
      return YAMLReader.read(Array(theme.utf8), file: themeFile)
    }
  }
}
