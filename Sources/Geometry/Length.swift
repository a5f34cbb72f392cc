/// A distance on a page, held in PostScript points (1/72 inch).
package struct Length: Sendable, Hashable, Comparable {
  /// The distance in points.
  package var points: Double

  /// Makes a length of so many points.
  package init(points: Double) { self.points = points }

  package static let zero = Length(points: 0)

  /// So many points.
  package static func pt(_ value: Double) -> Length { Length(points: value) }

  /// So many millimetres.
  package static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

  /// The distance in millimetres.
  package var millimetres: Double { points * 25.4 / 72 }

  package static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  package static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
  package static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
  package static func * (a: Length, factor: Double) -> Length { Length(points: a.points * factor) }
  package static func / (a: Length, divisor: Double) -> Length {
    Length(points: a.points / divisor)
  }
  package static func / (a: Length, b: Length) -> Double { a.points / b.points }
  package static func += (a: inout Length, b: Length) { a.points += b.points }
  package static func -= (a: inout Length, b: Length) { a.points -= b.points }
  package static prefix func - (a: Length) -> Length { Length(points: -a.points) }
}
