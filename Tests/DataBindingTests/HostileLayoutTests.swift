import DataBinding
import Diagnostics
import Foundation
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import SourceFiles
import Testing

/// Layouts made at random are checked and bound: problems or a document, never a crash.
///
/// `DOCUMENTS=100000` tries so many layouts instead of a few hundred.
@Suite struct HostileLayoutTests {
  private static let layouts =
    ProcessInfo.processInfo.environment["DOCUMENTS"].flatMap { Int($0) } ?? 400

  @Test func whatIsReadIsCheckedAndBound() throws {
    let model = try SampleModel.read()
    let languages = LanguageCatalogue.builtIn.adding(units: model.units.forms)
    var bound = 0
    for seed in 0..<Self.layouts {
      var generator = LayoutGenerator(seed: UInt64(seed))
      let read = LayoutReader.read(
        generator.layout(), name: "t", languages: SampleLayout.languages
      ) { _, _ in
        YAMLReader.read(Array(SampleLayout.theme.utf8), file: SampleLayout.themeFile)
      }
      guard let layout = read.output else { continue }
      let problems = LayoutChecker.check(layout, schema: model.schema, model: model)
      #expect(problems.allSatisfy { !$0.message.isEmpty && $0.location != nil }, "seed \(seed)")
      // Unsound layouts are bound as well: what checking overlooks must do no harm.
      var binder = PublicationBinder(layout: layout, model: model, languages: languages)
      binder.maximumTurns = 2_000
      for plan in (binder.plans().output ?? []).prefix(1) {
        let result = binder.bind(plan, language: SampleLayout.languages[seed % 2])
        #expect(result.output != nil || !result.diagnostics.isEmpty, "seed \(seed)")
        if result.output != nil { bound += 1 }
      }
    }
    #expect(bound > Self.layouts / 4, "\(bound) of \(Self.layouts)")
  }
}
