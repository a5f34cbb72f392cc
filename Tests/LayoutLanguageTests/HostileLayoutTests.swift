import Diagnostics
import Foundation
import LayoutLanguage
import SampleLayouts
import SourceFiles
import Testing

/// Whatever stands in a layout file, reading gives a layout or says what is wrong with it.
///
/// `DOCUMENTS=100000` tries so many layouts instead of a thousand.
@Suite struct HostileLayoutTests {
  private static let layouts =
    ProcessInfo.processInfo.environment["DOCUMENTS"].flatMap { Int($0) } ?? 1_000

  private func read(_ node: SourceNode) -> Diagnosed<LayoutTemplate> {
    LayoutReader.read(node, name: "t", languages: SampleLayout.languages) { _, _ in
      YAMLReader.read(Array(SampleLayout.theme.utf8), file: SampleLayout.themeFile)
    }
  }

  private func check(_ read: Diagnosed<LayoutTemplate>, _ name: String) {
    if read.output == nil, read.diagnostics.isEmpty { Issue.record("\(name): nothing at all") }
    for problem in read.diagnostics
    where problem.message.isEmpty || problem.location == nil || problem.hints.isEmpty {
      Issue.record("\(name): \(problem.rendered)")
    }
  }

  @Test func treesOfTheKindsOfBlock() {
    var sound = 0
    for seed in 0..<Self.layouts {
      var generator = LayoutGenerator(seed: UInt64(seed))
      let read = read(generator.layout())
      check(read, "seed \(seed)")
      if read.output != nil { sound += 1 }
    }
    // What is always refused at the top would never reach the blocks.
    #expect(sound > Self.layouts / 2, "\(sound) of \(Self.layouts)")
  }

  @Test func damagedTexts() {
    let whole = Array(
      SampleLayout.flow(
        """
        - heading: "{label.word} {item.name | upper}"
        - each: programmes
          as: item
          where: item.number > 1
          content:
            - grid: 2
              content:
                - metric: item.hero
                  note: "[[{item.year}]]"
        """, "labels: { word: { de: Wort, en: word } }"
      ).utf8)
    for seed in 0..<Self.layouts {
      var generator = LayoutGenerator(seed: UInt64(seed))
      var bytes = whole
      for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &generator))
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default:
          let pieces = [": ", "- ", "{", "]", "\"", "\n", "  ", "&a ", "*a", "…", "#", "|\n", "%"]
          bytes.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: place)
        }
      }
      let parsed = YAMLReader.read(bytes, file: SampleLayout.file)
      guard let node = parsed.output else {
        #expect(!parsed.diagnostics.isEmpty, "seed \(seed)")
        continue
      }
      check(read(node), "seed \(seed)")
    }
  }

  @Test(arguments: ["[", "{a: ", "- "]) func deepNesting(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    let parsed = YAMLReader.read(Array(text.utf8), file: SampleLayout.file)
    if let node = parsed.output { check(read(node), piece) }
    #expect(parsed.output != nil || !parsed.diagnostics.isEmpty)
  }
}
