extension PartialDate {
  /// Reads ISO 8601 to the day, the month or the year; nil if there is no such day.
  package init?(iso text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    // There is no year 0 in the calendar that people write.
    guard numbers[0] > 0 else { return nil }
    self.init(year: numbers[0])
    guard numbers.count > 1 else { return }
    guard (1...12).contains(numbers[1]) else { return nil }
    month = numbers[1]
    guard numbers.count > 2 else { return }
    guard (1...Self.days(inMonth: numbers[1], of: year)).contains(numbers[2]) else { return nil }
    day = numbers[2]
  }

  /// How many days a month has in the Gregorian calendar.
  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}
