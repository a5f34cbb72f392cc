import CCommonMark
import Diagnostics
import DocumentTree

/// Parses CommonMark with cmark-gfm into a value.
enum CommonMarkReader {
  /// The deepest nesting of lists, quotations and emphasis that is read.
  static let maximumDepth = 24

  /// What becomes of a placeholder character that stands for a value.
  typealias Substitution = (Unicode.Scalar) -> [Inline]?

  /// Where a line of the text stands, from 1.
  typealias Places = (Int) -> SourceLocation?

  /// Parses a text; `substitute` replaces placeholder characters in text (and, as plain text, in
  /// addresses).
  static func blocks(
    _ text: String, at places: @escaping Places, substitute: Substitution? = nil
  ) -> Diagnosed<[MarkedBlock]> {
    let code = CodeLines(of: text)
    let source = FootnoteSource(text, code: code)
    let spans = BracketedSpans(source.text, code: code)
    return parsed(spans.source, or: Diagnosed([])) { document in
      var walk = CommonMarkWalk(document, places: places, substitute: substitute, spans: spans)
      walk.report(source)
      let blocks = walk.blocks(of: document, depth: 0)
      return Diagnosed(blocks, walk.diagnostics)
    }
  }

  /// Parses a text of one paragraph; anything else in it is a problem.
  static func inlines(
    _ text: String, at places: @escaping Places, substitute: Substitution? = nil
  ) -> Diagnosed<[Inline]> {
    let code = CodeLines(of: text)
    let source = FootnoteSource(text, code: code)
    let spans = BracketedSpans(source.text, code: code)
    return parsed(spans.source, or: Diagnosed([])) { document in
      var walk = CommonMarkWalk(document, places: places, substitute: substitute, spans: spans)
      walk.report(source)
      let inlines = walk.paragraph(of: document)
      return Diagnosed(inlines, walk.diagnostics)
    }
  }

  /// cmark's list of extensions is filled once; it is not safe to do so on several threads.
  private static let hasExtensions: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Runs `body` on the parsed text, and frees it.
  static func parsed<Value>(
    _ text: String, or nothing: Value, _ body: (OpaquePointer) -> Value
  ) -> Value {
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES) else {
      return nothing
    }
    defer { cmark_parser_free(parser) }
    if hasExtensions, let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        cmark_parser_feed(parser, chars.baseAddress, chars.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else { return nothing }
    defer { cmark_node_free(document) }
    return body(document)
  }
}
