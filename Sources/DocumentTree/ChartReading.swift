/// What a chart says to who does not see it.
extension Chart {
  /// The alternative text with the data: each bar with its value, each event with its date.
  ///
  /// A drawn chart is one figure (ISO 14289-1, 7.3), whose text stands for all that is in it.
  package var fullAlternativeText: String {
    let data: [String] =
      switch kind {
      case .bars(let bars): bars.map { Self.joined([$0.label, $0.formatted], ": ") }
      case .timeline(let events):
        events.sortedByDate().map { event in
          // A reference to a source follows what it is for without a comma.
          let separator = event.detail.first == "[" ? " " : ", "
          let text = Self.joined([event.title, event.detail], separator)
          return Self.joined([event.formattedDate, text], ": ")
        }
      case .modelDiagram(let model):
        (model.actors + model.programmes).map { Self.joined([$0.name, $0.detail], ": ") }
      // Other places have no names; its own is in the text.
      case .locator: []
      }
    return Self.joined([alternativeText, Self.joined(data, "; ")], ". ")
  }

  private static func joined(_ parts: [String], _ separator: String) -> String {
    parts.map { $0.replacing("\u{AD}", with: "") }.filter { !$0.isEmpty }
      .joined(separator: separator)
  }
}

extension [Chart.Event] {
  /// By date; events of the same date stay in their order.
  package func sortedByDate() -> [Chart.Event] {
    enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }
}
