import SampleNumbers

/// Makes municipal prose in German and English, always the same for the same seed.
///
/// The sentences have what makes lines hard to break: long compounds, figures with units, dates,
/// quotations, dashes and written hyphens.
struct TextGenerator {
  /// A text in both languages.
  struct Pair {
    var german: String
    var english: String

    init(_ german: String, _ english: String) {
      self.german = german
      self.english = english
    }
  }

  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  /// A paragraph of about so many words in each language.
  mutating func paragraph(words: Int) -> Pair {
    var german: [String] = []
    var english: [String] = []
    var counts = (0, 0)
    while counts.0 < words || counts.1 < words {
      let sentence = sentence()
      if counts.0 < words {
        german.append(sentence.german)
        counts.0 += sentence.german.split(separator: " ").count
      }
      if counts.1 < words {
        english.append(sentence.english)
        counts.1 += sentence.english.split(separator: " ").count
      }
    }
    return Pair(german.joined(separator: " "), english.joined(separator: " "))
  }

  /// One sentence: its pattern with words in the places that are marked.
  private mutating func sentence() -> Pair {
    let pattern = choose(SentenceMaterial.patterns)
    var german = pattern.german
    var english = pattern.english
    func fill(_ mark: String, _ pair: Pair) {
      german = german.replacing(mark, with: pair.german)
      english = english.replacing(mark, with: pair.english)
    }
    fill("{who}", choose(SentenceMaterial.bodies))
    fill("{what}", choose(SentenceMaterial.undertakings))
    fill("{where}", choose(SentenceMaterial.places))
    fill("{why}", choose(SentenceMaterial.reasons))
    fill("{said}", choose(SentenceMaterial.sayings))
    let year = "\(2_019 + number(below: 14))"
    fill("{year}", Pair(year, year))
    let (day, month) = (1 + number(below: 28), choose(SentenceMaterial.months))
    fill("{date}", Pair("\(day). \(month.german) \(year)", "\(day) \(month.english) \(year)"))
    let (thousands, rest) = (1 + number(below: 89), 100 + number(below: 900))
    fill("{count}", Pair("\(thousands).\(rest)", "\(thousands),\(rest)"))
    let (millions, tenth) = (2 + number(below: 78), 1 + number(below: 9))
    fill("{sum}", Pair("\(millions),\(tenth) Mio. Euro", "€\(millions).\(tenth) million"))
    return Pair(Self.capitalised(german), Self.capitalised(english))
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: - Chance

  private mutating func choose(_ list: [Pair]) -> Pair { list[number(below: list.count)] }

  private mutating func number(below bound: Int) -> Int {
    Int(numbers.next() % UInt64(bound))
  }
}
