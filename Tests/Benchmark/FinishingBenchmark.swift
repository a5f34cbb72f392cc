import CairoRendering
import Diagnostics
import DisplayList
import Foundation
import PDFFinishing
import ReportPipeline
import SourceFiles

/// What the finishing of screen editions costs on top of Cairo's own drawing.
///
/// Each publication of a workspace is drawn and finished several times in one run, on one thread;
/// the least time of each step counts.
struct FinishingBenchmark {
  /// Seconds for all publications of a layout.
  struct Times {
    /// Cairo's drawing without marks.
    var drawing = 0.0
    /// The same with marks for the structure tree.
    var marked = 0.0
    /// From there to the file.
    var finishing = 0.0
    var pages = 0

    /// What the edition costs on top of drawing, as a share of it.
    var overhead: Double { (marked + finishing - drawing) / drawing }
  }

  /// The most that it may cost.
  static let mostOverhead = 0.35
  private static let rounds = 7

  /// By layout.
  let times: [(layout: String, times: Times)]

  /// Measures layouts of a workspace.
  init(workspace: String, layouts: [String]) throws {
    let clock = ContinuousClock()
    func seconds(_ body: () throws -> Void) rethrows -> Double {
      let time = try clock.measure(body)
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    let resources = RenderingResources(
      images: ImageCatalogue(resolve: { (path) throws(Diagnostic) in path }))
    let renderer = PDFRenderer(resources)
    times = try layouts.map { layout in
      var options = BuildOptions()
      options.workspace = workspace
      options.layouts = [layout]
      let drawings =
        ReportBuilder.drawings(options, resources: ProgramResources(root: workspace)).output ?? []
      var sum = Times()
      for (_, drawing) in drawings {
        var least = Times(drawing: .infinity, marked: .infinity, finishing: .infinity)
        for _ in 0..<Self.rounds {
          least.drawing = min(
            least.drawing, try seconds { _ = try renderer.render(drawing, for: .print) })
          var rendered: RenderedPDF?
          least.marked = min(
            least.marked, try seconds { rendered = try renderer.render(drawing) })
          guard let rendered else { continue }
          least.finishing = min(
            least.finishing,
            try seconds { _ = try ScreenEdition.finish(rendered, of: drawing) })
        }
        sum.drawing += least.drawing
        sum.marked += least.marked
        sum.finishing += least.finishing
        sum.pages += drawing.pages.count
      }
      return (layout, sum)
    }
  }

  /// Whether no layout costs more than it may.
  var isWithinLimit: Bool { times.allSatisfy { $0.times.overhead <= Self.mostOverhead } }

  /// A line for each layout.
  var lines: [String] {
    times.map { layout, times in
      func milliseconds(_ seconds: Double) -> String {
        Decimals.text(seconds * 1000 / Double(max(1, times.pages)), 2)
      }
      return "finishing \(layout): \(times.pages) pages; milliseconds a page: Cairo "
        + "\(milliseconds(times.drawing)), marks \(milliseconds(times.marked - times.drawing)), "
        + "finishing \(milliseconds(times.finishing)); \(Decimals.text(max(0, times.overhead) * 100, 1)) % on "
        + "top of Cairo, at most \(Decimals.text(Self.mostOverhead * 100, 0)) %"
    }
  }

  var json: JSONValue {
    .array(
      times.map { layout, times in
        .object([
          JSONValue.Member("layout", .string(layout)),
          JSONValue.Member("pages", .integer(times.pages)),
          JSONValue.Member("overhead", .string(Decimals.text(max(0, times.overhead), 3))),
        ])
      })
  }
}
