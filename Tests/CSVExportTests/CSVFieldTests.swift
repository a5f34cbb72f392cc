import DocumentTree
import Languages
import SampleTrees
import Testing

@testable import CSVExport

/// Fields come back as they were, and are what a spreadsheet takes for text or numbers.
struct CSVFieldTests {
  private static let texts = [
    "plain", "", " ", "comma, semicolon; tab\t", "\"", "\"\"", "quoted \"word\"", "line\nfeed",
    "carriage\r\nreturn", "\r", "=1+1", "+49 231 50-0", "-5 %", "@SUM(A1)", "＝1", "'apostrophe",
    "=HYPERLINK(\"https://example.org\";\"x\")", "ümläut 🚀", "\u{FEFF}mark", "a\u{0}b",
  ]

  @Test(arguments: CSVDialect.allCases) func fieldsComeBack(_ dialect: CSVDialect) throws {
    let separator = try #require(dialect.separator.unicodeScalars.first)
    let record = Self.texts.map { CSVField.text($0).source(dialect) }
    let line = record.joined(separator: String(dialect.separator)) + "\r\n"
    let read = try ParsedCSV(line + line, separator: separator)
    let formulas = ["=1+1", "+49 231 50-0", "-5 %", "@SUM(A1)", "＝1", "\r", Self.texts[16]]
    let meant = Self.texts.map { text in
      dialect == .excelDE && formulas.contains(text) ? "'" + text : text
    }
    #expect(read.header == meant)
    #expect(read.records == [meant])
  }

  /// A negative number is a number and not a formula.
  @Test func numbersFollowTheDialect() {
    let number = CSVField.number(DecimalNumber(significand: -345, fractionDigits: 1))
    #expect(number.source(.plain) == "-34.5")
    #expect(number.source(.excelDE) == "-34,5")
  }

  @Test(arguments: CSVDialect.allCases) func theFileIsWhatItsReaderWants(_ dialect: CSVDialect)
    throws
  {
    let language = try #require(LanguageTag("de"))
    var make = SampleBlocks(language: language, record: "r")
    let metric = make.metric(
      "m", label: "=Anteil; \"roh\"",
      quantity: Quantity(
        value: DecimalNumber(significand: -345, fractionDigits: 1), comparator: .atLeast,
        unit: "percent"), formatted: "−34,5 %", note: "@2019")
    let tree = SampleTree.tree([metric], languages: [language])
    let written = CSVWriter.write(tree, dialect: dialect)
    let columns =
      "kind,owner,id,language,label,comparator,value,unit,year,formatted,date,text,grade,source"
    switch dialect {
    case .plain:
      #expect(
        written == columns + "\r\n"
          + "publication,,samples/sample,de,Sample,,,,2026,,2026-03,,,\r\n"
          + #"metric,r,m,de,"=Anteil; ""roh""",>=,-34.5,percent,,"−34,5 %",,@2019,sourced,"#
          + "\r\n")
    case .excelDE:
      #expect(
        written == "\u{FEFF}" + columns.replacing(",", with: ";") + "\r\n"
          + "publication;;samples/sample;de;Sample;;;;2026;;2026-03;;;\r\n"
          + #"metric;r;m;de;"'=Anteil; ""roh""";>=;-34,5;percent;;−34,5 %;;'@2019;sourced;"#
          + "\r\n")
    }
  }

  @Test func dialectsHaveTheirNamesOnTheCommandLine() {
    #expect(CSVDialect.allCases.map(\.rawValue) == ["plain", "excel-de"])
  }
}
