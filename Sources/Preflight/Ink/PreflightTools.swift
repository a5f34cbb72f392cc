import Foundation

/// The programs that preflight runs, and how much of the machine they may have.
package struct PreflightTools: Sendable, Hashable {
  /// Ghostscript's path; nil where it is not installed.
  package var ghostscript: String?
  /// Seconds of wall-clock time for a run of up to `pagesPerRun` pages.
  package var timeLimit = 120.0
  /// Dots to the inch of the separations.
  package var resolution = 100.0
  static let pagesPerRun = 16

  /// Looks for `gs` in the folders of PATH.
  package init() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    ghostscript = folders.map { "\($0)/gs" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  package init(ghostscript: String?) { self.ghostscript = ghostscript }
}
