package import SourceFiles

/// Whole layouts, their pages and frames.
extension LayoutGenerator {
  /// A whole layout named `t` with the sample theme.
  package mutating func layout() -> SourceNode {
    var entries = [
      ("layout", scalar("t")), ("theme", scalar("house")), ("title", text()),
      ("output", scalar("t/t")), ("page", page()),
      ("labels", mapping([("word", text()), ("group", mapping([("inner", text())]))])),
      (
        "components",
        mapping([
          (
            "card",
            mapping([
              ("parameters", mapping([("item", scalar("project"))])), ("content", content(2)),
            ])
          )
        ])
      ),
      (
        "masters",
        mapping([
          ("plain", mapping([("frames", list(0...2) { $0.frame() })])),
          ("opener", some([("background", color()), ("text-area", area())])),
        ])
      ),
      ("pages", list(1...3) { $0.section(2) }),
    ]
    if chance(3) { entries.append(("footnotes", footnotes())) }
    if chance(3) { entries.append(("languages", languages())) }
    if chance(3) {
      entries.append(("styles", mapping([("own", ownStyle()), ("body", ownStyle())])))
    }
    if chance(6) { entries.append(("typography", scalar(pick(["off", "true", "marks"])))) }
    if chance(6) { entries.append(("page-multiple", scalar(pick(["4", "0", "99"])))) }
    return mapping(entries)
  }

  private mutating func page() -> SourceNode {
    mapping([
      ("size", chance(6) ? mapping([("width", length()), ("height", length())]) : scalar("A5")),
      ("bleed", length()),
      (
        "margins", mapping([("top", scalar("9mm")), ("inner", scalar("9mm")), ("outer", length())])
      ),
      ("columns", scalar("6")), ("gutter", scalar("2mm")), ("baseline", scalar("12pt")),
      ("facing", scalar(pick(["true", "false"]))),
    ])
  }

  private mutating func footnotes() -> SourceNode {
    some([
      ("numbering", scalar(pick(["publication", "section", "page", "never"]))),
      ("style", style()), ("mark-style", style()), ("rule", color()), ("rule-length", length()),
      ("rule-weight", length()), ("space", length()),
    ])
  }

  private mutating func languages() -> SourceNode {
    let arrangement = scalar(
      pick(["separate", "parallel", "parallel", "facing", "turned", "both"]))
    guard chance(2) else { return arrangement }
    return some(
      [
        ("order", list(0...3) { $0.scalar($0.pick(["de", "en", "fr"])) }),
        ("shares", list(0...3) { $0.scalar($0.pick(["1", "2", "0", "-1", "x"])) }),
        ("gutter", length()), ("rule", color()),
        ("styles", mapping([("en", mapping([("body", style())]))])),
      ], always: [("arrange", arrangement)])
  }

  private mutating func ownStyle() -> SourceNode {
    some([
      ("like", style()), ("size", length()), ("leading", length()), ("color", color()),
      ("align", scalar(pick(["left", "justify", "middle"]))),
      ("grid", scalar(pick(["true", "first", "false", "last"]))),
      (
        "drop-cap",
        chance(2)
          ? scalar(pick(["2", "3", "false", "99"]))
          : some(
            [("characters", scalar("2")), ("style", style())], always: [("lines", scalar("3"))])
      ),
      ("orphans", scalar(pick(["1", "20", "21"]))), ("hyphenate", scalar("false")),
      ("optical-margins", scalar(pick(["true", "2"]))),
      ("figures", scalar(pick(["old-style", "x"]))),
    ])
  }

  // MARK: Pages

  private mutating func section(_ depth: Int) -> SourceNode {
    switch Int.random(in: 0...2, using: &self) {
    case 0:
      some(
        [("background", color()), ("starts-on", side()), ("language", language())],
        always: [
          ("page", scalar("one")), ("master", master()), ("frames", list(0...3) { $0.frame() }),
        ])
    case 1 where depth > 0:
      mapping([
        ("each", expression()), ("as", scalar("item")),
        ("pages", list(0...2) { $0.section(depth - 1) }),
      ])
    default:
      some(
        [("starts-on", side()), ("page-count", scalar(pick(["1", "3", "0"])))],
        always: [("flow", scalar("one")), ("master", master()), ("content", content(3))])
    }
  }

  /// A page master, or one for each kind of page.
  private mutating func master() -> SourceNode {
    guard chance(2) else { return scalar(chance(9) ? "none" : "plain") }
    return some(
      ["first", "left", "right"].map { ($0, scalar(pick(["plain", "opener", "opener", ""]))) },
      always: [("other", scalar("plain"))])
  }

  private mutating func side() -> SourceNode {
    scalar(pick(["left", "right", "both", "inside"]))
  }

  private mutating func language() -> SourceNode { scalar(pick(["de", "en", "nl"])) }

  private mutating func area() -> SourceNode {
    let across = pick(["columns", "span", "to-bleed-from", "from-bleed-to", "outer-edge"])
    return some(
      [("top", length()), ("bottom", length()), ("height", length())],
      always: [(across, scalar(pick(["1-6", "2-3", "3", "page", "bleed", "9mm", "0-9"])))])
  }

  private mutating func frame() -> SourceNode {
    some(
      [
        ("fit", fit()), ("if", expression()), ("side", side()),
        ("align", scalar(pick(["top", "middle", "bottom", "up"]))),
        ("language", language()),
      ], always: [("frame", area()), ("content", content(2))])
  }

  /// How a frame's text gives way.
  private mutating func fit() -> SourceNode {
    some([
      ("size", scalar(pick(["9pt…11pt", "8pt..12pt", "1…2", "9pt", "0pt…1mm", "11pt…9pt"]))),
      ("leading", scalar(pick(["11pt…13pt", "13pt", "[1pt, 99pt]"]))),
      ("tracking", scalar(pick(["±1%", "[-1%, 1%]", "2", "±99%"]))),
      ("fill", scalar(pick(["true", "false", "full"]))), ("group", scalar(pick(["a", "b c"]))),
    ])
  }
}
