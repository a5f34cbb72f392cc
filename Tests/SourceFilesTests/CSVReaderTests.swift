import Diagnostics
import SourceFiles
import Testing

private func rows(_ text: String) -> (header: [String], rows: [[String]], problems: [String]) {
  var reader = CSVReader(Array(text.utf8), file: "a.csv")
  var rows: [[String]] = []
  while let row = reader.next() { rows.append(row.fields.map(\.text)) }
  let problems = reader.problems.map {
    "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.identifier)"
  }
  return (reader.header.map(\.text), rows, problems)
}

@Suite struct CSVReaderTests {
  @Test func quotesLineEndsAndMarks() {
    let read = rows("\u{FEFF}id,text\r\na,\"x \"\"y\"\",\r\nz\"\r\n\r\nb,\nc,plain \"q\"")
    #expect(read.header == ["id", "text"])
    #expect(read.rows == [["a", "x \"y\",\nz"], ["b", ""], ["c", "plain \"q\""]])
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    ("a;b,c;d\n1;2;3\n", ["a", "b,c", "d"]), ("a\tb\n1\t2\n", ["a", "b"]),
    ("\"a;;;\",b\n1,2\n", ["a;;;", "b"]), ("only\n1\n", ["only"]),
  ])
  func delimiterIsToldFromTheHeader(text: String, header: [String]) {
    #expect(rows(text).header == header)
    #expect(rows(text).problems.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1 csv.empty"), ("\r\n\n", "1:1 csv.empty"),
    ("a,b\n1\n1,2,3\n4,5\n", "2:1 csv.ragged-row, 3:1 csv.ragged-row"),
    ("a,b\n1,\"never\nends", "2:3 csv.unended-quote"),
    ("a,b\n1,\"x\"y\n", "2:6 csv.text-behind-quote"), ("a,b,a\n", "1:5 csv.duplicate-column"),
    ("a,,b\n", "1:3 csv.unnamed-column"), ("a\nü\u{7}\n", "2:2 source.control-character"),
    ("a\nü\u{81}\n", "2:2 source.control-character"),
  ])
  func problems(text: String, expected: String) {
    #expect(rows(text).problems.joined(separator: ", ") == expected)
  }

  @Test func soundRowsSurviveRaggedOnes() {
    #expect(rows("a,b\n1\n4,5\n").rows == [["4", "5"]])
  }

  @Test func windows1252IsNotGuessed() {
    let reader = CSVReader(Array("id\nStra".utf8) + [0xDF, 0x65], file: "a.csv")
    #expect(reader.problems.first?.location == SourceLocation(file: "a.csv", line: 2, column: 5))
    #expect(reader.problems.first?.hints.first?.contains("Windows-1252") == true)
  }

  @Test func tooLongFields() {
    let long = String(repeating: "x", count: CSVReader.fieldLimit + 1)
    #expect(rows("a\n\(long)\n").problems == ["2:1 csv.field-too-long"])
    #expect(rows("a\n\"\(long)\"\n").problems == ["2:1 csv.field-too-long"])
  }

  @Test func placesCountCharacters() {
    var reader = CSVReader(Array("a,b\nüü,\"x\ny\"\nq,r\n".utf8), file: "a.csv")
    let first = reader.next()
    #expect(first?.fields[1].location == SourceLocation(file: "a.csv", line: 2, column: 4))
    let second = reader.next()
    #expect(second?.location == SourceLocation(file: "a.csv", line: 4, column: 1))
  }

  @Test func aHundredThousandRows() {
    var bytes = Array("id,name\n".utf8)
    for index in 0..<100_000 { bytes.append(contentsOf: "r\(index),\"Name \(index)\"\n".utf8) }
    var reader = CSVReader(bytes, file: "a.csv")
    var count = 0
    while let row = reader.next() {
      if count == 99_999 { #expect(row.fields[1].text == "Name 99999") }
      count += 1
    }
    #expect(count == 100_000)
  }

  /// Damaged tables must give rows or problems, never a crash or an endless run.
  @Test func damagedFilesNeverCrash() {
    let sound = Array("a;\"b \"\"c\"\";d\r\n1;2;3\n\"x\ny\";ü;\r\n".utf8)
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<3000 {
      var bytes = sound
      for _ in 0...random(5) {
        let place = random(bytes.count)
        if random(2) == 0 { bytes.remove(at: place) } else { bytes[place] = sound[random(20)] }
      }
      var reader = CSVReader(bytes, file: "a.csv")
      while let row = reader.next() { #expect(row.fields.count == reader.header.count) }
    }
  }
}
