import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

/// Whatever stands side by side: nothing is lost, and each counterpart is level with the other.
@Suite struct BilingualPropertyTests {
  /// Where a word stands.
  private struct Place: Hashable {
    var page: Int
    /// Its baseline from the page's head.
    var y: Double
  }

  private static let seeds = 1...120

  /// The words on the pages in drawing order, with their places; what is repeated is left out.
  private static func words(of drawing: PublicationDrawing) -> [(word: String, place: Place)] {
    drawing.pages.enumerated().flatMap { page, content in
      content.items.flatMap { item -> [(String, Place)] in
        guard case .element = item.mark else { return [] }
        return item.runs.flatMap { run in
          run.text.split(separator: " ").filter { $0.contains(".") }.map {
            (String($0), Place(page: page, y: run.origin.y))
          }
        }
      }
    }
  }

  private static func set(
    seed: Int, isSpread: Bool
  ) throws -> (publication: BilingualGenerator.Publication, drawing: PublicationDrawing) {
    let publication = BilingualGenerator.publication(seed: seed, isSpread: isSpread)
    let context = Fixed.context()
    let set = Sample.set(publication.tree, in: context)
    // Tokens advance, and the work has its bounds.
    #expect(!set.diagnostics.contains { $0.identifier == "typesetting.standstill" })
    #expect(context.fitCalls < 200_000)
    return (
      publication, try #require(set.output, "\(set.diagnostics.map(\.rendered))")
    )
  }

  @Test("every word of both languages is on one page, in order", arguments: [false, true], seeds)
  func nothingIsLost(isSpread: Bool, seed: Int) throws {
    let (publication, drawing) = try Self.set(seed: seed, isSpread: isSpread)
    let found = Self.words(of: drawing)
    #expect(found.map(\.word).sorted() == publication.words.sorted())
    // The words of one text begin with its first word and follow each other.
    var texts: [Substring: [Int]] = [:]
    for (word, _) in found {
      let parts = word.split(separator: "w")
      texts[parts[0], default: []].append(parts.count > 1 ? Int(parts[1]) ?? -1 : 0)
    }
    for (text, order) in texts {
      #expect(order == Array(0..<order.count), "\(text) of seed \(seed)")
    }
  }

  @Test(
    "headings, paragraphs, figures, items, rows of tables and what stands beside each other are level",
    arguments: [false, true], seeds)
  func counterpartsAreLevel(isSpread: Bool, seed: Int) throws {
    let (publication, drawing) = try Self.set(seed: seed, isSpread: isSpread)
    let places = Dictionary(Self.words(of: drawing).map { ($0.word, $0.place) }) { first, _ in first
    }
    for level in publication.levels {
      let german = try #require(places[level.german], "\(level.german) of seed \(seed)")
      let english = try #require(places[level.english], "\(level.english) of seed \(seed)")
      // Facing pages are a left page and the right one behind it.
      #expect(english.page == german.page + (isSpread ? 1 : 0), "\(level) of seed \(seed)")
      #expect(abs(english.y - german.y) < 0.01, "\(level) of seed \(seed)")
      if isSpread { #expect(german.page % 2 == 1) }
    }
  }

  @Test("both languages have what they should: the generator makes rows of all kinds")
  func generatorMakesRows() {
    let publications = Self.seeds.map { BilingualGenerator.publication(seed: $0, isSpread: false) }
    let levels = publications.flatMap { $0.levels.map(\.german) }
    #expect(levels.count { $0.contains("r") } > 100)
    #expect(levels.count > 1_000)
    #expect(publications.flatMap(\.words).contains { $0.contains("n") })
  }
}
