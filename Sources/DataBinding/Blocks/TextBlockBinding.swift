import Design
import DocumentTree
import LayoutLanguage

/// Code and lists of a CommonMark text.
extension BlockBinder {
  /// Lines of code in the theme's style `code`, or else in one made from that of the text.
  func code(
    _ inlines: [Inline], _ identity: BlockIdentity, below setting: TextSetting, at site: BlockSite
  ) -> BlockNode {
    let body = setting.body
    var style = ownStyle("code") ?? body
    // Whatever the style says: code is read line by line and sign by sign.
    style.alignment = .left
    style.hyphenate = false
    style.balanced = false
    style.firstLineIndent = 0
    style.dropCap = nil
    style.isVerbatim = true
    if site.block.arguments["color"] != nil { style.color = body.color }
    var node = paragraphNode(.code, inlines, style, at: site, identity: identity)
    let room = setting.itemSpacing ?? body.leading * 0.5
    node.spaceBefore = max(node.spaceBefore, room)
    node.spaceAfter = max(node.spaceAfter, room)
    return node
  }

  /// The room between the items of a list in points; more where items have several paragraphs, which
  /// are parted by the same room.
  static func itemSpacing(of items: [[MarkedBlock]], in body: TextStyle) -> Double {
    let isLoose = items.contains { item in
      item.count { if case .paragraph = $0 { true } else { false } } > 1
    }
    // On the baseline grid a little room would become a whole line.
    if body.grid == .allLines { return isLoose ? body.leading : 0 }
    return body.leading * (isLoose ? 0.5 : 0.25)
  }
}
