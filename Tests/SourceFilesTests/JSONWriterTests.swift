import SourceFiles
import Testing

@Suite struct JSONWriterTests {
  @Test func escapesAndOrder() {
    let value: JSONValue = .object([
      "z": "a\"\\\n\u{1}ü", "a": [1, true, .null, .number("34.5")], "e": .object([]), "l": [],
    ])
    #expect(
      JSONWriter.text(value) == """
        {
          "z": "a\\"\\\\\\n\\u0001ü",
          "a": [
            1,
            true,
            null,
            34.5
          ],
          "e": {},
          "l": []
        }

        """)
  }
}
