import Foundation
import SampleNumbers
import TemporaryFolders
import Testing

/// The Dortmund workspace with random damage: always an answer, never a crash or a hang.
struct MutationTests {
  /// What files of this kind are made of, and what breaks them.
  private static let pieces = [
    ":", ": ", "- ", "{", "}", "[", "]", "\"", "'", "\n", "\t", "#", "|", ">", "&a ", "*a", "!x ",
    "{{",
    "}}", "[[", "]]", "-1", "0", "1e9", "99999999999999999999", "null", "~", "true", "-", ",",
    "\u{0}",
    "\u{FFFD}", "\u{202E}", "𝄞", "é", "{project.name}", "each: projects", "use: mark", "../", "%",
    "…",
    "0.0000001mm", "-5mm", "4000mm",
  ]

  private static func mutated(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      case 3:
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.removeSubrange(place...)
      case 5: moveLine(from: place, in: &bytes, &random)
      default:
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard let digit = digits.randomElement(using: &random) else { break }
        let number = ["", "-", "9", "99999", "0"].randomElement(using: &random) ?? ""
        bytes.replaceSubrange(digit...digit, with: number.utf8)
      }
    }
    return bytes
  }

  /// Takes a line out and puts it elsewhere, perhaps with another indentation.
  private static func moveLine(
    from place: Int, in bytes: inout [UInt8], _ random: inout SeededNumbers
  ) {
    let start = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    let line =
      [UInt8](repeating: 0x20, count: Int.random(in: 0...3, using: &random)) + bytes[start..<end]
    bytes.removeSubrange(start..<end)
    let breaks = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
    bytes.insert(contentsOf: line, at: breaks.randomElement(using: &random) ?? 0)
  }

  /// A workspace with its files, of which one at a time is damaged.
  private struct Target {
    let folder: TemporaryFolder
    /// The files that are damaged.
    let files: [String]

    init(copying source: String, except left: [String] = []) throws {
      folder = try TemporaryFolder()
      var files: [String] = []
      for root in ["Assets", "Layouts"] {
        for name in Files.names(below: "\(source)/\(root)")
        where !left.contains(where: name.hasPrefix) {
          try folder.write(Files.bytes("\(source)/\(root)/\(name)"), to: "\(root)/\(name)")
          if name.hasSuffix(".yaml") || name.hasSuffix(".csv") { files.append("\(root)/\(name)") }
        }
      }
      self.files = files
    }
  }

  @Test func `no damage to the files of Dortmund crashes or hangs the program`() throws {
    let target = try Target(copying: Repository.path(""), except: ["gallery", "starter"])
    #expect(target.files.count >= 10)
    try damage(target, times: 240) { file in
      // What is chosen keeps a run short; all of the model is read and checked all the same.
      switch file {
      case "Layouts/brochure.yaml": ["brochure"]
      case "Layouts/brochure-parallel.yaml": ["brochure-parallel"]
      case "Layouts/infographic.yaml": ["infographic", "--record", "nordwaerts"]
      default: ["fact-sheet", "infographic", "--record", "nordwaerts", "--record", "drz"]
      }
    }
  }

  @Test func `no damage to a workspace with tables crashes or hangs the program`() throws {
    let target = try Target(copying: Repository.path("Assets/starter"))
    #expect(target.files.contains { $0.hasSuffix(".csv") })
    try damage(target, times: 60) { _ in [] }
  }

  private func damage(
    _ target: Target, times count: Int, selection: (String) -> [String]
  ) throws {
    let program = try Program.umbruch()
    // Words that a build divided are remembered: reading the German dictionary takes seconds.
    #expect(try program.run(["build", "--workspace", target.folder.path]).status == 0)
    var accepted = 0
    for seed in 0..<count {
      var random = SeededNumbers(seed: UInt64(seed))
      let file = target.files.randomElement(using: &random) ?? ""
      let whole = try Files.bytes(target.folder.path(file))
      try target.folder.write(Self.mutated(whole, &random), to: file)
      let language = seed.isMultiple(of: 8) ? "de" : "en"
      let run = try program.run(
        ["check", "--workspace", target.folder.path, "--language", language, "--progress", "none"]
          + selection(file), limit: 20)
      let name = "seed \(seed), \(file)"
      #expect(!run.endedBySignal, "\(name): signal \(run.status)")
      #expect(run.status == 0 || run.status == 1, "\(name): \(run.status)")
      #expect(run.status == 0 || run.errors.contains("error: "), "\(name): \(run.errors)")
      #expect(run.duration < 10, "\(name): \(run.duration) s")
      if run.status == 0 { accepted += 1 }
      try target.folder.write(whole, to: file)
    }
    // Damage that is always refused would never reach what lies behind the parsers.
    #expect(accepted > count / 50 && accepted < count * 9 / 10, "\(accepted) of \(count)")
  }
}
