import Design
import LayoutLanguage

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// Names of layouts; empty for all of the workspace.
  public var layouts: [String] = []
  /// The workspace's folder.
  public var workspace = "."
  /// The folder for outputs; nil for `build` in the workspace.
  public var output: String?
  /// BCP 47 tags; empty for all of the workspace.
  public var languages: [String] = []
  /// `pdf`, `svg`, `png`, `md`, `csv`; empty for those of each layout.
  public var formats: [String] = []
  /// `screen`, `print`; empty for those of each layout.
  public var editions: [String] = []
  /// Identifiers of records; empty for all.
  public var records: [String] = []
  /// Worker threads; 0 for one on each core.
  public var jobs = 0
  /// `plain` or `excel-de`; the latter is written beside the plain one.
  public var csvDialect = "plain"
  /// Whether PDFs to be read on screen carry their data as CSV, which makes them PDF/A-3a.
  public var attachesData = false
  /// Checks only: everything is bound and set, nothing is written.
  public var writesNothing = false

  /// All of the workspace in the current folder.
  public init() {}

  /// Whether nothing of the workspace is left out.
  var selectsEverything: Bool {
    layouts.isEmpty && languages.isEmpty && formats.isEmpty && records.isEmpty && editions.isEmpty
  }

  /// The formats that a layout makes and that are asked for.
  func formats(of layout: LayoutTemplate) -> [String] {
    let wanted = formats.isEmpty ? layout.formats : layout.formats.filter(formats.contains)
    // Who asks for an edition wants PDF files.
    if editions.isEmpty { return wanted }
    return self.editions(of: layout).isEmpty ? [] : wanted.filter { $0 == "pdf" }
  }

  /// The editions of its PDF that a layout makes and that are asked for.
  func editions(of layout: LayoutTemplate) -> [PDFEdition] {
    editions.isEmpty ? layout.editions : layout.editions.filter { editions.contains($0.rawValue) }
  }
}

/// One written file.
public struct BuiltFile: Sendable, Hashable {
  /// The path relative to the output folder.
  public var path: String
  /// The layout that made it.
  public var layout: String
  /// The record's identifier; empty for a publication about all.
  public var record: String
  /// The BCP 47 tag of its language.
  public var language: String
  /// `pdf`, `svg`, `png`, `md` or `csv`.
  public var format: String
  /// The standards that it claims to meet: `PDF/UA-1`, `PDF/A-2a`, `PDF/X-4`.
  public var conformance: [String]
  /// How many pages it shows.
  public var pages: Int
  /// Its size.
  public var bytes: Int
}

/// What happens while a build runs.
public enum BuildProgress: Sendable {
  /// So many publications are to be made.
  case planned(Int)
  /// One more is done; its name for display.
  case finished(Int, of: Int, name: String, failed: Bool)
}
