import Design
import Diagnostics
import LayoutLanguage
import SampleLayouts
import Testing

/// How a frame says that its text gives way.
@Suite struct CopyfitReadingTests {
  /// What reading makes of a value of `fit`.
  private func read(_ value: String) -> (copyfit: Copyfit?, problems: [Diagnostic]) {
    let text =
      SampleLayout.head + "pages:\n  - page: one\n    frames:\n"
      + "      - frame: { columns: 1-6 }\n        fit: \(value)\n"
    let read = SampleLayout.read(text)
    guard case .fixed(let frames)? = read.output?.sections.first?.kind else {
      return (nil, read.diagnostics)
    }
    return (frames.first?.copyfit, read.diagnostics)
  }

  @Test(arguments: [
    "{ size: 9pt…11pt }", "{ size: 9pt..11pt }", "{ size: 9 pt ... 11 pt }", "{ size: 9–11pt }",
    "{ size: [9pt, 11pt] }", "{ size: \"9…11pt\" }",
  ]) func sizes(value: String) {
    let (copyfit, problems) = read(value)
    #expect(problems == [])
    #expect(copyfit == Copyfit(size: 9...11))
  }

  @Test(arguments: ["±1%", "+-1%", "+/- 1 %", "[-1%, 1%]", "-1%…1%", "−1%..+1%"])
  func tracking(value: String) {
    let (copyfit, problems) = read(
      "{ tracking: \"\(value)\" }".replacing("\"[", with: "[").replacing("]\"", with: "]"))
    #expect(problems == [])
    #expect(copyfit == Copyfit(tracking: -10...10))
  }

  @Test func everything() {
    let (copyfit, problems) = read(
      "{ size: 9pt…11pt, leading: 12pt…14pt, tracking: [-0.5%, 0%], fill: true, group: intro }")
    #expect(problems == [])
    #expect(
      copyfit
        == Copyfit(
          size: 9...11, leading: 12...14, tracking: -5...0, fills: true, group: "intro"))
  }

  @Test(arguments: [
    ("9pt", "layout.wrong-type"), ("{ size: 9pt }", "layout.wrong-type"),
    ("{ size: 11pt…9pt }", "layout.wrong-type"), ("{ size: 0…9pt }", "layout.wrong-type"),
    ("{ size: 9 lines…11 lines }", "layout.wrong-type"), ("{ size: [9pt] }", "layout.wrong-type"),
    ("{ size: 9pt…10pt…11pt }", "layout.wrong-type"), ("{ size: }", "layout.wrong-type"),
    ("{ tracking: ±3% }", "layout.wrong-type"), ("{ tracking: 1% }", "layout.wrong-type"),
    ("{ tracking: [1%, 2%] }", "layout.wrong-type"), ("{ tracking: ±1 }", "layout.wrong-type"),
    ("{ fill: true }", "layout.missing-key"), ("{ sizes: 9pt…11pt }", "layout.unknown-key"),
  ]) func problems(value: String, identifier: String) {
    let (_, problems) = read(value)
    #expect(problems.first?.identifier == identifier, "\(problems)")
    #expect(problems.allSatisfy { !$0.hints.isEmpty && $0.location?.line ?? 0 > 9 })
  }
}
