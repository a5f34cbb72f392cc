import Diagnostics
import Testing

@testable import PDFFinishing

/// Addresses and names as they may stand in a PDF.
@Suite struct LinkAddressTests {
  @Test(arguments: [
    ("https://www.dortmund.de/a/b?c=d&e=f#g", "https://www.dortmund.de/a/b?c=d&e=f#g"),
    ("https://x.de/Begriffsklärung (Ä)", "https://x.de/Begriffskl%C3%A4rung%20%28%C3%84%29"),
    ("https://x.de/100%/%c3%a4/%4", "https://x.de/100%25/%c3%a4/%254"),
    ("https://x.de/'\"\\<>{}", "https://x.de/%27%22%5C%3C%3E%7B%7D"),
    ("mailto:a@b.de?subject=1", "mailto:a@b.de?subject=1"), ("tel:+49-231-50", "tel:+49-231-50"),
    ("fact-sheets/u-turm.de.pdf", "fact-sheets/u-turm.de.pdf"), ("/a:b", "/a:b"),
  ])
  func `an address keeps its meaning in plain ASCII`(address: String, encoded: String) throws {
    #expect(try LinkAddress.encoded(address) == encoded)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "file:///etc/passwd", "JavaScript:x", "data:text/html,x",
    "https://x.de/\u{0}", "https://x.de/\n", "https://x.de/\u{7F}",
  ])
  func `what is no address is refused with a hint`(address: String) {
    let error = #expect(throws: Diagnostic.self) { try LinkAddress.encoded(address) }
    #expect(error?.identifier == "link.address")
    #expect(error?.hints.isEmpty == false)
    #expect(error?.message.contains("\n") == false)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0001, "0"), (-0.001, "-0.001"), (1, "1"), (12.3456, "12.346"), (-3.05, "-3.05"),
    (0.1, "0.1"),
    (1e-7, "0"), (1e30, "1000000000"),
  ])
  func `numbers have no exponent`(value: Double, written: String) {
    var text = PDFText()
    text.add(value)
    #expect(String(decoding: text.bytes, as: UTF8.self) == written)
  }
}
