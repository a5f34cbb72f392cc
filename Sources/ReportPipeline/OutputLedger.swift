import Foundation

/// The files that builds wrote into an output folder, remembered in the workspace's `.umbruch/`.
///
/// When a layout or a record is renamed, the files of its old name are removed with the next
/// complete build, so that output folders hold nothing else. Files that no build wrote stay.
struct OutputLedger {
  private let file: String
  private let folder: String

  /// The ledger of an output folder.
  init(workspace: String, output: String) {
    folder = URL(fileURLWithPath: output).standardizedFileURL.path
    // FNV-1a: a short name for the folder, the same on every run.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folder.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    file = "\(workspace)/.umbruch/outputs/\(String(hash, radix: 16)).txt"
  }

  /// Notes the written files; after a complete build, removes what earlier builds wrote and this
  /// one did not.
  ///
  /// A ledger that cannot be read or written does no harm: files stay where they are.
  func update(written: [String], isComplete: Bool) {
    let known = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let earlier = Set(known.split(separator: "\n").map(String.init))
    let now = Set(written)
    if isComplete {
      for path in earlier.subtracting(now) where isOurs(path) {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(path)")
      }
    }
    let kept = isComplete ? now : earlier.union(now)
    let text = kept.sorted().map { $0 + "\n" }.joined()
    guard text != known else { return }
    let slash = file.lastIndex(of: "/") ?? file.startIndex
    try? OutputFolder(root: String(file[..<slash])).write(
      Array(text.utf8), to: String(file[file.index(after: slash)...]))
  }

  /// Whether a path of the ledger can be one of an output: below the folder, of a known format.
  private func isOurs(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && [".pdf", ".svg", ".png", ".md", ".csv"].contains { path.hasSuffix($0) }
  }
}
