import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads XML to its end: whether it is well-formed, and what its root is.
final class XMLScan: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var problem: String?

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { problem = "line \(parser.lineNumber), column \(parser.columnNumber)" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    root = root ?? name
  }
}
