import Design
import Diagnostics
import LayoutLanguage
import PDFFinishing
import SourceFiles

/// The printers that the layouts of a run are made for, with the colour profiles of their presses.
struct Printers: Sendable {
  /// A printer's profile and the colours of its press.
  struct Printer: Sendable {
    var profile: PrinterProfile
    var output: OutputProfile
  }

  /// By the name of the profile.
  private(set) var byName: [String: Printer] = [:]

  /// The printers of those layouts that have a print edition; the problems of each come once.
  static func read(
    for layouts: [LayoutTemplate], loader: LayoutLoader
  ) -> Diagnosed<Printers> {
    var printers = Printers()
    var diagnostics: [Diagnostic] = []
    var seen = Set<String>()
    for layout in layouts
    where layout.editions.contains(.print) && layout.formats.contains("pdf")
      && seen.insert(layout.printer).inserted
    {
      let read = read(layout.printer, at: layout.printerLocation, loader: loader)
      diagnostics += read.diagnostics
      printers.byName[layout.printer] = read.output
    }
    return Diagnosed(printers, diagnostics)
  }

  /// A printer by its name; `location` is where it is named.
  static func read(
    _ name: String, at location: SourceLocation?, loader: LayoutLoader
  ) -> Diagnosed<Printer> {
    let read = loader.printer(name, at: location)
    guard let profile = read.output else { return Diagnosed(nil, read.diagnostics) }
    do {
      let output = try outputProfile(profile.outputCondition.profile, of: name, loader: loader)
      return Diagnosed(Printer(profile: profile, output: output), read.diagnostics)
    } catch {
      return Diagnosed(nil, read.diagnostics + [error])
    }
  }

  /// The most bytes of a colour profile.
  private static let largest = 16 << 20

  /// A colour profile by its file's name: the user's own first, then what `make` brought.
  private static func outputProfile(
    _ file: String, of printer: String, loader: LayoutLoader
  ) throws(Diagnostic) -> OutputProfile {
    for folder in ["Assets/ColorProfiles", ".umbruch/color-profiles"] {
      let path = "\(folder)/\(file)"
      guard let root = loader.resources.folder(of: path, in: loader.workspace), root.exists(path)
      else { continue }
      let bytes = try root.read(path, limit: largest, at: SourceLocation(file: path))
      return try OutputProfile(bytes, name: path)
    }
    throw Diagnostic(
      "print.no-profile", "the colour profile “\(file)” of the printer “\(printer)” is not there",
      at: SourceLocation(file: "Layouts/printers/\(printer).yaml"),
      hints: ["put it into Assets/ColorProfiles, or let `make setup` bring those of the program"])
  }
}
