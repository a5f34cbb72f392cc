extension LanguageRules {
  /// The date as far as it is known: `24. November 2021`, `November 2021` or `2021`.
  ///
  /// The day never parts from its month at a line's end.
  package func format(_ date: PartialDate) -> String {
    [dayAndMonth(of: date), String(date.year)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A span of time, with what both ends share written once: `28.–29. Oktober 2019`, `2018–2019`.
  ///
  /// The en dash has spaces where either side has one (DIN 5008; New Hart's Rules, chapter 4).
  package func format(_ start: PartialDate, to end: PartialDate) -> String {
    guard start != end else { return format(start) }
    guard start.year == end.year else {
      let (from, to) = (format(start), format(end))
      return from + (from.contains(" ") || to.contains(" ") ? " – " : "–") + to
    }
    if let first = start.day, let month = start.month, end.day != nil, end.month == month {
      return "\(first)\(dates.dayMark)–\(format(end))"
    }
    guard start.month != nil, end.month != nil else { return "\(format(start)) – \(format(end))" }
    let from = dayAndMonth(of: start)
    let spaced = start.day != nil || end.day != nil
    return from + (spaced ? " – " : "–") + format(end)
  }

  /// `24. November`, `November` or nothing.
  private func dayAndMonth(of date: PartialDate) -> String {
    guard let month = date.month else { return "" }
    guard let day = date.day else { return name(ofMonth: month, in: dates.months) }
    return "\(day)\(dates.dayMark)\u{A0}\(name(ofMonth: month, in: dates.monthsBesideDay))"
  }

  private func name(ofMonth month: Int, in names: [String]) -> String {
    names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
