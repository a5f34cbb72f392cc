import Diagnostics
import Inspection
import PDFReading

/// What a screen reader makes of a PDF.
public struct FileInspection: Sendable {
  /// The file's structure as text.
  public var lines: [String] = []
  /// What is wrong with the file, for standard error.
  public var messages: [String] = []
  /// Whether the file could not be read.
  public var failed = false

  /// Reads any PDF.
  public static func read(path: String) -> FileInspection {
    var inspection = FileInspection()
    do {
      let view = ScreenReaderView.lines(of: try PDFDocument(path: path))
      inspection.lines = view.output ?? []
      inspection.messages = view.diagnostics.printedLines
      inspection.failed = view.diagnostics.hasErrors
    } catch {
      inspection.messages = [error].printedLines
      inspection.failed = true
    }
    return inspection
  }
}
