import Design
import Diagnostics
import DocumentTree
import Geometry

/// Lines of a program below each other; what does not fit in a line goes on below it, indented.
struct CodeBlock: Block {
  /// How far the rest of a long line is indented, in ems.
  static let turnOver = 2.0

  /// A paragraph for each line, whose first line begins to the left of its edge.
  let lines: StackBlock
  /// How far, in points.
  let hanging: Double

  var spacing: BlockSpacing { lines.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let start = min(hanging, region.width / 2)
    let cell = CellRow.Cell(x: start, width: region.width - start, block: lines)
    return try CellRow(cells: [cell], alignment: .top).fit(
      into: region, resumingAt: token?.inner ?? [], reusing: known, in: context)
  }
}

extension BlockBuilder {
  /// A block of code: a `Code` within a `P`, its lines one after the other.
  mutating func code(_ paragraph: Paragraph, traits: BlockTraits) -> CodeBlock {
    let outer = element("P", language: traits.language)
    let mark = within(outer) { $0.element("Code") }
    let hanging = CodeBlock.turnOver * paragraph.style.size
    let lines = paragraph.codeLines.map { line -> any Block in
      // A line without a sign has the height of one, too.
      let inlines = [Inline.code(line.isEmpty ? " " : line)]
      var block = self.paragraph(
        Paragraph(role: .code, inlines: inlines, style: paragraph.style),
        traits: self.traits(language: traits.language, location: traits.location), mark: mark)
      block.setting.firstLineIndent = -hanging
      return block
    }
    return CodeBlock(lines: StackBlock(lines, spacing: traits.spacing), hanging: hanging)
  }
}
