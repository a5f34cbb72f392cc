import Diagnostics
import LayoutLanguage
import ReportModel

/// What a list of blocks stands in.
struct Surroundings {
  var scope: Scope
  /// The layout path, with the number of each loop's turn.
  var path: String
  /// The record of the innermost loop, or the publication's; empty for none.
  var record: String
  /// The uses of components that led here, innermost first.
  var trace: [SourceLocation] = []

  /// What stands one step further in.
  func inside(_ step: String) -> Surroundings {
    var inner = self
    inner.path += step
    return inner
  }

  /// The turn of a loop for one item.
  func turn(_ number: Int, _ variable: String, _ item: BoundValue) -> Surroundings {
    var inner = inside(".\(number)")
    inner.scope = scope.adding(variable, item)
    if case .record(let own) = item, !own.id.isEmpty { inner.record = own.id }
    return inner
  }
}

/// A block at its place after loops, conditions and components are worked out.
struct BlockSite {
  var block: BlockTemplate
  var surroundings: Surroundings

  var scope: Scope { surroundings.scope }
  var path: String { surroundings.path }
  var record: String { surroundings.record }
}
