/// What a kind of block is called, what it takes, and what it is for; parsing, checking and the
/// JSON Schema are made from it.
package struct BlockDefinition: Sendable {
  package var kind: BlockKind
  package var documentation: String
  /// What the value behind the block's own name is.
  package var primary: ParameterDefinition
  package var parameters: [ParameterDefinition]
  /// The kinds that may stand only inside this one (`definition` in `definitions`).
  package var onlyInside: Set<BlockKind>

  init(
    _ kind: BlockKind, _ documentation: String, _ primary: ParameterDefinition,
    _ parameters: [ParameterDefinition] = [], onlyInside: Set<BlockKind> = []
  ) {
    self.kind = kind
    self.documentation = documentation
    self.primary = primary
    self.parameters = parameters
    self.onlyInside = onlyInside
  }

  /// Everything that may stand beside the block's own name; what is no block of its own on the
  /// page (a loop, a cell, a bar) takes only `if` of what others share.
  package var accepted: [ParameterDefinition] {
    let isOnPage = onlyInside.isEmpty && ![.each, .when, .use].contains(kind)
    return parameters + (isOnPage ? BlockDefinitions.shared : [BlockDefinitions.condition])
  }

  /// The parameter of this name.
  package subscript(parameter: String) -> ParameterDefinition? {
    parameters.first { $0.name == parameter }
  }
}

/// One argument of a block.
package struct ParameterDefinition: Sendable {
  package var name: String
  package var type: ParameterType
  package var isRequired: Bool
  package var documentation: String
  /// The style of the theme that counts where none is named here.
  package var defaultStyle: String?

  init(
    _ name: String, _ type: ParameterType, _ documentation: String, required: Bool = false,
    otherwise defaultStyle: String? = nil
  ) {
    self.name = name
    self.type = type
    self.documentation = documentation
    isRequired = required
    self.defaultStyle = defaultStyle
  }
}

/// What an argument may be.
package indirect enum ParameterType: Sendable, Hashable {
  /// Text with values in braces, the same in all languages or a mapping by language; signs of
  /// CommonMark print as they are.
  case template
  /// The same as one paragraph of CommonMark.
  case runningText
  /// The same as CommonMark with paragraphs, lists and headings.
  case markedText
  /// A path or expression that gives a list.
  case list
  /// A path or expression that gives one value or record.
  case value
  /// An expression that is true or false.
  case condition
  /// A distance of 0 or more: `12mm`, `9.5pt`, `2 lines` of the baseline grid.
  case length
  case edges
  case integer(ClosedRange<Int>)
  case flag
  case choice([String])
  /// A palette entry with an optional tint (`teal 30%`), or a template that gives one.
  case color
  /// The name of a text style of the theme or the layout.
  case style
  case styles
  case content
  /// Names of fields to sort by, `-` before one that descends.
  case sortKeys
  /// A name that the layout chooses (a loop variable, an anchor).
  case name
  /// The name of a component, and its arguments.
  case component
  case bindings
  /// The columns of a table, and the cells of one of its rows.
  case tableColumns
  case tableCells
  /// Nothing: the block is only its name (`rule:`).
  case nothing
}

/// The kinds of block that a layout can name.
package enum BlockKind: String, Sendable, Hashable, CaseIterable {
  case heading, paragraph, text, metric, definitions, definition, table
  case tableRow = "table-row"
  case bars, bar, timeline, event, diagram, actor, programme, locator, figure, image, icon
  case qrCode = "qr-code"
  case contents, stack, row, cell, grid, columns, box, keep, parallel, ornament, stratum, rule
  case space
  case regionBreak = "break"
  case each, when, use
}
