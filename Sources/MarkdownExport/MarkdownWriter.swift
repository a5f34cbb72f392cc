package import DocumentTree
package import Languages

/// Writes a publication as GitHub-flavoured Markdown: its content in reading order, without its looks.
package enum MarkdownWriter {
  /// The publication as one Markdown file that ends with a line feed.
  ///
  /// Left out is what says nothing: ornaments, rules, icons, master pages, decorative blocks and
  /// page numbers. Language changes inside a text leave no trace. `languages` has the words for the
  /// headings of tables made from data; `pictures` says where a picture of the workspace is found
  /// from the Markdown file.
  package static func write(
    _ tree: PublicationTree, languages: LanguageCatalogue,
    pictures: @escaping (String) -> String = { $0 }
  ) -> String {
    var order = ReadingOrder(
      languages: languages, referred: tree.referredAnchors, pictures: pictures)
    // What links lead to is known only once all headings are.
    for (index, reading) in tree.readings.enumerated() {
      // One language after the other, with a line across between them.
      if index > 0 { order.appendBreak() }
      for section in reading.sections { order.append(section) }
    }
    let outline = HeadingOutline(order.headings)
    let inlines = InlineWriter(destination: { name in
      order.places[name].map { "#" + $0 } ?? order.anchors[name].map { "#" + outline.slugs[$0] }
    })
    let blocks = BlockWriter(inlines: inlines, outline: outline, headings: order.headings)
    let text = blocks.paragraphs(order.blocks)
    return ([FrontMatter.lines(of: tree)] + text + inlines.footnotes.paragraphs(inlines))
      .map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }
}
