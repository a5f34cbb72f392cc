import Diagnostics
import Languages
import SourceFiles
import Typesetting

/// The files in which a workspace says how its words are divided: `Assets/hyphenation/de.txt`.
enum HyphenationFiles {
  static let folder = "Assets/hyphenation"

  /// Reads the file of each language; what is wrong with one is told, and the rest counts.
  static func read(
    _ workspace: Workspace, languages: [LanguageTag]
  ) -> Diagnosed<[LanguageTag: HyphenationExceptions]> {
    guard workspace.exists(folder) else { return Diagnosed([:]) }
    var exceptions: [LanguageTag: HyphenationExceptions] = [:]
    var diagnostics: [Diagnostic] = []
    do {
      for name in try workspace.list(folder) where name.hasSuffix(".txt") {
        let file = "\(folder)/\(name)"
        let stem = String(name.dropLast(4))
        guard let tag = LanguageTag(stem), languages.accept(tag) else {
          diagnostics.append(
            Diagnostic(
              "hyphenation.unknown-language", "“\(stem)” is not a language of this workspace",
              at: SourceLocation(file: file),
              hints: ["its languages are \(languages.map(\.rawValue).joined(separator: ", "))"]))
          continue
        }
        do throws(Diagnostic) {
          let bytes = try workspace.read(file, limit: HyphenationExceptions.maximumSize)
          if let problem = UTF8Check.problem(in: bytes, file: file) { throw problem }
          let text = String(decoding: UTF8Check.withoutMark(bytes), as: UTF8.self)
          let read = HyphenationExceptions.read(text, file: file)
          diagnostics += read.diagnostics
          // The words of a language are those of its variants, too, which may have more.
          for language in languages
          where language == tag || (language.isVariant(of: tag) && exceptions[language] == nil) {
            exceptions[language] = read.output
          }
        } catch {
          diagnostics.append(error)
        }
      }
    } catch {
      diagnostics.append(error)
    }
    return Diagnosed(exceptions, diagnostics)
  }
}
