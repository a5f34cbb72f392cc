import ArgumentParser
import Foundation
import ReportPipeline
import Synchronization

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, plain, none
}

/// A bar on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
  private let isBar: Bool
  private let isSilent: Bool
  private let verb: String
  private let lastStep = Mutex(-1)

  init(style: ProgressStyle, verb: String) {
    isSilent = style == .none
    isBar = style == .auto && isatty(STDERR_FILENO) == 1
    self.verb = verb
  }

  func show(_ progress: BuildProgress) {
    guard !isSilent else { return }
    switch progress {
    case .planned(let count):
      if !isBar { write("\(count) publications\n") }
    case .finished(let done, let total, let name, let failed):
      if isBar {
        let filled = total > 0 ? done * 28 / total : 28
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 28 - filled)
        write("\r\u{1B}[K\(bar) \(done)/\(total) \(name.prefix(40))")
      } else if failed {
        write("failed: \(name)\n")
      } else {
        // Every tenth part, so that a log stays short.
        let step = total > 0 ? done * 10 / total : 10
        let isNew = lastStep.withLock { last in
          defer { last = step }
          return step != last
        }
        if isNew { write("\(done) of \(total) \(verb)\n") }
      }
    }
  }

  func finish() {
    if isBar { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
