import DocumentTree
import Languages
import SampleTrees

@testable import MarkdownExport

/// Tests of what is written for the blocks of a German publication.
protocol GermanMarkdown {
  var german: LanguageTag { get }
}

extension GermanMarkdown {
  func source(_ nodes: [BlockNode]) -> String {
    MarkdownWriter.write(SampleTree.tree(nodes, languages: [german]), languages: .builtIn)
  }

  /// The source without its front matter.
  func body(_ nodes: [BlockNode]) -> String {
    String(source(nodes).split(separator: "\n---\n\n", maxSplits: 1).last ?? "")
  }
}
