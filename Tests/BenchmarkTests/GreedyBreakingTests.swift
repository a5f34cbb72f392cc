import Testing

@testable import Benchmark
@testable import Typesetting

/// First fit on a small text; a character is 10 points wide, and so is a space.
@Suite struct GreedyBreakingTests {
  /// A text's places: at its spaces, and at each `|`, which stands for a division of its word.
  private func places(_ text: String) -> (places: [LinePlace], bytes: [UInt8]) {
    var bytes: [UInt8] = []
    var spaces = 0.0
    func place(end: Int, next: Int, hyphen: Bool = false) -> LinePlace {
      LinePlace(
        end: end, next: next, naturalEnd: Double(end) * 10 + (hyphen ? 10 : 0),
        naturalNext: Double(next) * 10, spacesEnd: spaces,
        spacesNext: spaces + Double(next - end) * 10, insertsHyphen: hyphen, endsInHyphen: hyphen,
        penalty: 0)
    }
    var places = [place(end: 0, next: 0)]
    for byte in text.utf8 {
      if byte == 0x7C {
        places.append(place(end: bytes.count, next: bytes.count, hyphen: true))
        continue
      }
      bytes.append(byte)
      guard byte == 0x20 else { continue }
      places.append(place(end: bytes.count - 1, next: bytes.count))
      spaces += 10
    }
    places.append(place(end: bytes.count, next: bytes.count))
    return (places, bytes)
  }

  private func lines(
    _ text: String, width: Double, shrink: Double = 0, hyphens: Int = 2
  ) -> [MeasuredLine] {
    let (places, bytes) = places(text)
    return GreedyBreaking(width: width, shrink: shrink, maximumHyphens: hyphens)
      .lines(places, of: bytes)
  }

  @Test func eachLineIsAsFullAsItGets() {
    let found = lines("aaa bbb ccc dd", width: 80)
    #expect(found.map(\.letters) == [6, 5])
    // Seven characters in the room of eight: the one space takes what is left.
    #expect(found.first?.spaces == 1 && found.first?.spaceWidth == 20)
    #expect(found.first?.width == 80)
    // The last line is as long as its words.
    #expect(found.last?.spaceWidth == 10 && found.last?.width == 60)
  }

  @Test func spacesShrinkToLetOneMoreIn() {
    #expect(lines("aaa bbb cc d", width: 95).map(\.letters) == [6, 3])
    let shrunk = lines("aaa bbb cc d", width: 95, shrink: 1.0 / 3)
    #expect(shrunk.map(\.letters) == [8, 1])
    #expect(shrunk.first?.spaceWidth == 15)
  }

  @Test func noMoreHyphensInARowThanAllowed() {
    let text = "aaaa|aaaa|aa b|bbb cc"
    let limited = lines(text, width: 50)
    #expect(limited.map(\.insertsHyphen) == [true, true, false, false, false])
    #expect(limited.map(\.letters) == [4, 4, 2, 4, 2])
    let free = lines(text, width: 50, hyphens: .max)
    #expect(free.map(\.insertsHyphen) == [true, true, true, false, false])
    // The hyphen is no letter.
    #expect(free.map(\.letters) == [4, 4, 3, 3, 2])
  }

  @Test func whatIsTooWideIsSetAllTheSame() {
    #expect(lines("aaaaaaaaaaaa bb", width: 50).map(\.letters) == [12, 2])
  }
}
