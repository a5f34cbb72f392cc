import Design
import Diagnostics
import DocumentTree

extension PublicationBlocks.FrameBlocks {
  /// What sets the frame, together with those of its group where it belongs to one.
  func setter(in blocks: PublicationBlocks, on page: PageGeometry) -> FrameSetter {
    var setter = FrameSetter(frame: frame, content: content, page: page)
    guard let copyfit = frame.copyfit else { return setter }
    // Frames of masters have no group: they stand on many pages.
    let group = copyfit.group.map { blocks.frames(ofGroup: $0) } ?? []
    setter.copyfitting = FrameCopyfitting(
      copyfit: group.first?.frame.copyfit ?? copyfit, members: group.isEmpty ? [self] : group,
      page: page)
    return setter
  }
}

extension PublicationBlocks {
  /// All frames of fixed pages that change alike.
  fileprivate func frames(ofGroup name: String) -> [FrameBlocks] {
    sections.flatMap { section -> [FrameBlocks] in
      guard case .fixed(let frames) = section.kind else { return [] }
      return frames.filter { $0.frame.copyfit?.group == name }
    }
  }
}

extension FrameCopyfitting {
  /// The change for the frame; that of a group is searched for once in a pass.
  func result(in context: TypesettingContext) throws(Diagnostic) -> Result {
    guard let group = copyfit.group else { return try run(in: context) }
    if let known = context.groupCopyfits[group] { return known }
    let result = try run(in: context)
    // What there is to say of the group is said of its first frame.
    var others = result
    others.diagnostics = []
    context.groupCopyfits[group] = others
    return result
  }
}

extension FrameCopyfitting.Result {
  /// How far the text gave way in vain; nil where it fits, or cannot give way.
  var limit: String? {
    guard isOverfull, let adjustment, let look, !adjustment.isNone else { return nil }
    return adjustment.inWords(look)
  }
}
