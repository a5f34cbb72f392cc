package import Languages

/// The units that figures may have: the built-in ones and the workspace's own.
package struct UnitTable: Sendable, Hashable {
  /// How the workspace's own units print, by language and identifier.
  package private(set) var forms: [LanguageTag: [String: UnitForm]] = [:]
  /// The identifiers of the workspace's own units.
  private var own: Set<String> = []

  package init() {}

  /// Adds a unit with its name in each language.
  package mutating func add(_ identifier: String, names: Localized<String>) {
    own.insert(identifier)
    for language in names.languages {
      forms[language, default: [:]][identifier] = UnitForm(names[language] ?? "")
    }
  }

  /// Whether figures may have this unit.
  package func contains(_ identifier: String) -> Bool {
    Self.builtIn.contains(identifier) || own.contains(identifier)
  }

  /// All identifiers, sorted.
  package var identifiers: [String] { Self.builtIn.union(own).sorted() }

  /// Units that print a sign or name of their own, and counts, which print nothing because the
  /// figure's label names what is counted.
  static let builtIn: Set<String> = [
    "EUR", "EUR/year", "percent", "ha", "km", "m", "m2", "km2", "kW", "t/year",
    "inhabitants/km2",
    "people", "inhabitants", "students", "projects", "programmes", "partners", "jobs", "events",
    "entries", "institutions", "visits", "fields", "universities", "measures", "companies",
    "ideas", "posts", "charging-points", "organisers", "venues", "bicycle-spaces", "fellowships",
    "labs", "teams", "sites", "reviewers", "pages", "centres", "stations", "homes", "houses",
    "professors", "rank",
  ]
}
