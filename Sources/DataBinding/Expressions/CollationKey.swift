import Foundation

/// How texts are put in order: without regard to case and accents (DIN 5007-1: ä as a, ß as ss).
enum CollationKey {
  /// A key whose bytewise order is the order of the texts.
  static func key(_ text: String) -> String {
    text.replacingOccurrences(of: "ß", with: "ss")
      .folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
  }
}
