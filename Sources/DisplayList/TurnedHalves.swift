extension PublicationDrawing {
  /// The pages as a press prints a turned publication (tête-bêche); nil for any other.
  ///
  /// The second half is bound from the back: its last page comes first, and every page of it stands
  /// on its head, so that both outer pages are fronts. Printed pages lead nowhere.
  package var boundFromBothEnds: PublicationDrawing? {
    guard let turnedFrom, pages.indices.contains(turnedFrom) else { return nil }
    var copy = self
    copy.pages = Array(pages[..<turnedFrom])
    for page in pages[turnedFrom...].reversed() {
      var turned = page
      turned.isTurned = true
      copy.pages.append(turned)
    }
    for index in copy.pages.indices {
      copy.pages[index].links = []
      copy.pages[index].destinations = []
    }
    copy.outline = []
    return copy
  }
}
