import Diagnostics

/// What is told where blocks cannot be kept together.
extension Diagnostic {
  /// The warning for a heading, or other text that stays with the next one, which nothing follows.
  static func dangling(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "page.heading-at-foot", severity: .warning,
      "nothing follows this text, which should stay with the next one, before the page or column "
        + "ends", at: place,
      hints: ["move the break above it, or give it text"])
  }

  /// The warning for what is broken although the layout keeps it together.
  static func brokenKeep(at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      "page.keep-broken", severity: .warning,
      "what should be kept together is higher than any page, and is broken", at: place,
      hints: ["keep less together, or shorten it"])
  }
}

extension Fragment {
  /// The place in the layout of the fragment, or of the first of its parts that has one.
  var firstLocation: SourceLocation? {
    if let location { return location }
    for child in children {
      if let place = child.fragment.firstLocation { return place }
    }
    return nil
  }
}
