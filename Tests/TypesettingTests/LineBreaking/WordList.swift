/// Words of both languages, and longer ones put together from them, always the same.
enum WordList {
  static let words: [String] = {
    let stems = """
      wissenschaft stadt entwicklung bürger meisterin technologie zentrum dortmund masterplan \
      straße öffentlich übergang forschung institut geschichte studierende unternehmen gründung \
      arbeit platz zusammen herausforderung daher hinunter schule projekt nachhaltig digital \
      university science development citizens innovation business quarter neighbourhood regional \
      research together knowledge measure employment phoenix lake northwards
      """.split(separator: " ").map(String.init)
    var generator = TextGenerator(seed: 11)
    return (0..<1_000).map { _ in
      (0..<Int.random(in: 2...3, using: &generator))
        .map { _ in stems.randomElement(using: &generator) ?? "" }.joined()
    }
  }()
}
