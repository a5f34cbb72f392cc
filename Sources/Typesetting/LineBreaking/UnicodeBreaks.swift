import CICU
import Languages

/// Where Unicode lets the lines of a text end: UAX #14, as ICU knows it.
///
/// An iterator is opened once for each language and kept; as it is changed by use, it belongs to one
/// context and so to one thread.
final class UnicodeBreaks {
  enum Break: UInt8 {
    case none
    case allowed
    case mandatory
  }

  /// By primary language; nil where ICU has no rules, as when its data are missing.
  private var iterators: [String: OpaquePointer?] = [:]

  deinit {
    for case let iterator? in iterators.values { icu_close(iterator) }
  }

  /// What there is before each byte and behind the last, by the language of the run that it is in.
  ///
  /// Each language judges the whole text: what decides about a place may be in the next run. Where ICU
  /// has no rules nothing breaks, and the overfull line is reported.
  func breaks(in text: StyledText) -> [Break] {
    var found: [String: [Break]] = [:]
    var result: [Break] = []
    result.reserveCapacity(text.bytes.count + 1)
    for run in text.runs {
      let language = run.language.primary
      let breaks = found[language] ?? self.breaks(in: text.bytes, language: language)
      found[language] = breaks
      result += breaks[result.count..<max(result.count, min(run.end, text.bytes.count))]
    }
    return result + Array(repeating: .none, count: text.bytes.count + 1 - result.count)
  }

  private func breaks(in bytes: [UInt8], language: String) -> [Break] {
    var result = [Break](repeating: .none, count: bytes.count + 1)
    guard let iterator = iterator(for: language) else { return result }
    bytes.withUnsafeBytes { buffer in
      let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard icu_set_text(iterator, text, Int64(buffer.count)) else { return }
      while true {
        let offset = Int(icu_next(iterator))
        guard result.indices.contains(offset) else { break }
        result[offset] = icu_is_mandatory(iterator) ? .mandatory : .allowed
      }
    }
    return result
  }

  private func iterator(for language: String) -> OpaquePointer? {
    if let known = iterators[language] { return known }
    let opened = icu_open_line_breaks(language)
    iterators[language] = .some(opened)
    return opened
  }
}
