import Diagnostics
import Foundation

/// Draws pages as one grey picture for each ink, with Ghostscript's device `tiffsep`.
///
/// The program runs with `-dSAFER` in a folder of its own that is removed afterwards, under limits of
/// time, memory and file size (`ulimit`), and is killed when its time is over.
struct Separations {
  let tools: PreflightTools
  private static let memory = 3 << 20  // KiB
  private static let fileSize = 1 << 20  // blocks of 512 bytes

  /// Draws the bleed boxes of some pages, from 1, and calls `body` for each with its plates.
  ///
  /// Errors: `ink.renderer` with what happened.
  func draw(
    _ file: String, pages: ClosedRange<Int>,
    _ body: (Int, [(ink: String, plate: TIFFPlate)]) -> Void
  ) throws(Diagnostic) {
    guard let program = tools.ghostscript else {
      throw Diagnostic(
        "ink.renderer", "the ink of the file could not be measured: Ghostscript is not installed",
        hints: ["install it: apt-get install ghostscript"])
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "umbruch-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Diagnostic("ink.renderer", "no temporary folder could be made for Ghostscript")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "p%05d.tif").path
    let arguments = [
      "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT", "-dPDFSTOPONERROR", "-sDEVICE=tiffsep",
      "-r\(Int(tools.resolution))", "-sCompression=none", "-dUseBleedBox",
      "-dFirstPage=\(pages.lowerBound)", "-dLastPage=\(pages.upperBound)", "-sOutputFile=\(output)",
      "-f", file,
    ]
    try run(program, arguments, in: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for (index, page) in pages.enumerated() {
      let prefix =
        "p" + String(repeating: "0", count: max(0, 5 - "\(index + 1)".count)) + "\(index + 1)("
      let plates = names.filter { $0.hasPrefix(prefix) }.sorted().compactMap { name in
        TIFFPlate(path: "\(folder.path)/\(name)").map {
          (ink: String(name.dropFirst(prefix.count).dropLast(").tif".count)), plate: $0)
        }
      }
      guard plates.count >= 4 else {
        throw Diagnostic("ink.renderer", "Ghostscript drew no separations of page \(page)")
      }
      body(page, plates)
    }
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) throws(Diagnostic) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let limits =
      "ulimit -v \(Self.memory); ulimit -f \(Self.fileSize); ulimit -t \(Int(tools.timeLimit)); ulimit -c 0"
    process.arguments = ["-c", "\(limits); exec \"$@\"", "sh", program] + arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "TMPDIR": folder.path, "HOME": folder.path, "LC_ALL": "C",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw Diagnostic(
        "ink.renderer", "Ghostscript could not be started: \(error.localizedDescription)")
    }
    if ended.wait(timeout: .now() + tools.timeLimit) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw Diagnostic(
        "ink.renderer",
        "Ghostscript needed more than \(Int(tools.timeLimit)) seconds, and was stopped")
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Diagnostic(
        "ink.renderer", "Ghostscript could not draw the file (status \(process.terminationStatus))")
    }
  }
}
