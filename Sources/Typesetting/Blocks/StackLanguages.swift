import Geometry
import Languages

extension StackBlock {
  /// The languages that stand side by side in it; empty where there is one only.
  var languagesSideBySide: [LanguageTag] {
    for case let parallel as ParallelBlock in children { return parallel.languages }
    return []
  }

  /// Where notes stand below the text, in points from its left edge: over its whole width, or where
  /// languages stand side by side, those of each below its column.
  func footnotePlaces(width: Double) -> [FootnoteFeet.Place] {
    for case let parallel as ParallelBlock in children {
      let columns = parallel.columns.inner(width: width)
      guard columns.count == parallel.languages.count else { continue }
      return zip(columns, parallel.languages).map {
        FootnoteFeet.Place(x: $0.x, width: $0.width, language: $1)
      }
    }
    return [FootnoteFeet.Place(x: 0, width: width)]
  }
}
