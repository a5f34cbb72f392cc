import CCairo
import Diagnostics

/// Cairo's statuses as diagnostics.
enum CairoFailure {
  /// Throws unless the status is success.
  static func check(_ status: cairo_status_t, _ subject: String) throws(Diagnostic) {
    if status != CAIRO_STATUS_SUCCESS { throw diagnostic(status, subject) }
  }

  /// Says that drawing `subject` failed and why.
  static func diagnostic(_ status: cairo_status_t, _ subject: String) -> Diagnostic {
    let reason = cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown"
    return Diagnostic("render.failed", "\(subject) could not be drawn: \(reason)")
  }
}
