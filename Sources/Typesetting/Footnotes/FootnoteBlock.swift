import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A footnote at the foot of a page: its number and, hanging beside it, its text.
struct FootnoteBlock: Block {
  let traits: BlockTraits
  /// The note, counted from 1 through the publication.
  let note: Int
  /// The number that is printed; a page field where each page counts its own notes.
  let label: [Inline]
  let style: TextStyle
  /// The `Link` element within the note's `Lbl`.
  let mark: ContentMark
  let content: StackBlock
  /// Further marks lead here too.
  var hasFurtherMarks = false

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let widest = try context.width(
      of: context.footnotes.widestNumber, style: style, language: traits.language)
    // As much as a word space and a half stands between number and text.
    let start = min(region.width, widest + 0.4 * style.size)
    let row = CellRow(
      cells: [
        CellRow.Cell(x: 0, width: start, block: FootnoteNumberBlock(footnote: self)),
        CellRow.Cell(x: start, width: region.width - start, block: content),
      ], alignment: .top)
    let fit = try row.fit(
      into: region, resumingAt: token?.inner ?? [], reusing: KnownChildren(), in: context)
    guard token == nil else { return fit }
    switch fit {
    case .whole(let fragment): return .whole(named(fragment))
    case .part(let fragment, let resume): return .part(named(fragment), resume: resume)
    case .empty, .nothing: return fit
    }
  }

  /// The beginning of the note is where its marks lead.
  private func named(_ fragment: Fragment) -> Fragment {
    var copy = fragment
    copy.destinations.append(Destination(name: FootnoteName.note(note), point: .zero))
    if hasFurtherMarks {
      copy.destinations.append(Destination(name: FootnoteName.again(note), point: .zero))
    }
    return copy
  }
}

/// The number before a footnote, which leads back to its mark.
private struct FootnoteNumberBlock: Block {
  let footnote: FootnoteBlock

  var spacing: BlockSpacing { .none }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    var line = try context.setLine(
      footnote.label, style: footnote.style, language: footnote.traits.language,
      mark: footnote.mark)
    var link = LinkArea(
      rect: Rect(x: 0, y: -line.ascent, width: line.naturalWidth, height: line.leading),
      target: .destination(FootnoteName.mark(footnote.note)), title: line.text)
    if case .element(let element) = footnote.mark { link.element = element }
    line.links = [link]
    var fragment = Fragment(size: Size(width: region.width, height: line.leading))
    fragment.location = footnote.traits.location
    fragment.firstBaseline = line.ascent
    fragment.lastBaseline = line.ascent
    fragment.children = [
      Fragment.Child(offset: Point(x: 0, y: line.ascent), fragment: Fragment(line: line))
    ]
    return region.fit(unbreakable: fragment, called: "footnote's number")
  }
}

extension SetLine {
  /// The text of the line's glyphs.
  fileprivate var text: String {
    items.reduce(into: "") { text, item in
      if case .glyphs(let run) = item.content { text += run.text }
    }
  }
}
