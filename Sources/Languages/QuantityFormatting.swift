extension LanguageRules {
  /// The figure with comparator and unit.
  ///
  /// From a million on it is shortened to `34,5 Mio. €` where that is exact, else written out.
  package func format(_ quantity: Quantity) -> FormattedQuantity {
    let unit = quantity.unit.flatMap { unitSymbols[$0] } ?? UnitForm("")
    let (number, magnitude) = shortened(quantity.value)
    let form = comparators[quantity.comparator]
    let sign = form?.sign ?? quantity.comparator.mathematicalSign
    let noBreak = "\u{A0}"
    let comparator = sign.isEmpty ? "" : sign + noBreak

    let isBefore = unit.isCurrency && numbers.currencyBefore && !unit.symbol.isEmpty
    let before = isBefore ? unit.symbol + numbers.currencySpace : ""
    let symbol = isBefore ? "" : unit.symbol
    let after = [magnitude, symbol, unit.period].filter { !$0.isEmpty }.joined(separator: noBreak)

    // A minus stands before the currency sign: −€5.
    var body = before + number
    if !before.isEmpty, number.hasPrefix(numbers.minusSign) {
      body = numbers.minusSign + before + number.dropFirst(numbers.minusSign.count)
    }
    if !after.isEmpty {
      let isAttached = unit.isAttached && magnitude.isEmpty && !symbol.isEmpty
      body += (isAttached ? "" : numbers.unitSpace) + after
    }
    let spoken = form?.spoken ?? sign
    return FormattedQuantity(
      comparator: comparator, number: number, unitBefore: before, unitAfter: after,
      full: comparator + body, spoken: spoken.isEmpty ? body : spoken + " " + body)
  }

  /// Several things in a row: `A, B und C`.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
