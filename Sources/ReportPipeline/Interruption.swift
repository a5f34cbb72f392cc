import Foundation
import Glibc

/// What signals do to a run.
public enum Interruption {
  /// Keeps signals from leaving anything half behind; to be called before any thread is started.
  ///
  /// A closed pipe and a file that grows beyond its limit become errors of the write that meets them.
  /// What ends the process (Ctrl-C, `kill`, a closed terminal) does so only after the unfinished files
  /// are removed.
  public static func handleSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var ending = sigset_t()
    sigemptyset(&ending)
    // What the parent wants to be ignored, as `nohup` does, stays ignored.
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&ending, number) }
    // Threads inherit the mask: only the one that waits below takes these signals.
    pthread_sigmask(SIG_BLOCK, &ending, nil)
    let set = ending
    let thread = Thread { wait(for: set) }
    thread.start()
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func wait(for signals: sigset_t) {
    var signals = signals
    var number: Int32 = 0
    guard sigwait(&signals, &number) == 0 else { return }
    UnfinishedFiles.remove {
      // By the signal itself, so that the parent sees what ended the process.
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      raise(number)
      exit(128 + number)
    }
  }
}
