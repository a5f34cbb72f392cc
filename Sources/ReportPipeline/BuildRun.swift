import Languages
import ReportModel
import CSVExport
import DataBinding
import Diagnostics
import Foundation
import HarfBuzzShaping
import LayoutLanguage
import SourceFiles
import Synchronization

/// Makes many publications on several threads; each thread has a worker of its own.
struct BuildRun: Sendable {
  let inputs: WorkspaceInputs
  let fonts: FontCatalogue
  let jobs: [PublicationJob]
  let options: BuildOptions
  let folder: OutputFolder
  let progress: @Sendable (BuildProgress) -> Void

  /// What the threads have done so far.
  struct Results: Sendable {
    var files: [BuiltFile] = []
    var diagnostics: [Diagnostic] = []
    var nextJob = 0
    var finished = 0
  }

  /// The stack of a worker thread in bytes: blocks nest, and each level needs some.
  private static let stackSize = 16 << 20

  /// Runs all jobs and waits for them.
  func execute() -> Results {
    let results = SharedResults()
    progress(.planned(jobs.count))
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let count = min(max(1, options.jobs > 0 ? options.jobs : cores), max(1, jobs.count), 256)
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<count {
      let thread = Thread {
        self.work(results)
        done.signal()
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
    for _ in 0..<count { done.wait() }
    return results.state.withLock { $0 }
  }

  private func work(_ results: SharedResults) {
    let pictures = PicturePaths(workspace: inputs.workspace.root, output: folder.root)
    let worker = PublicationWorker(inputs: inputs, fonts: fonts, pictures: pictures)
    while let index = results.take(of: jobs.count) {
      let job = jobs[index]
      let made = make(job, with: worker)
      results.state.withLock { state in
        state.files += made.output ?? []
        state.diagnostics += made.diagnostics
        state.finished += 1
        progress(
          .finished(
            state.finished, of: jobs.count, name: job.stem,
            failed: made.diagnostics.hasErrors))
      }
    }
  }

  private func make(
    _ job: PublicationJob, with worker: PublicationWorker
  ) -> Diagnosed<[BuiltFile]> {
    let formats = options.formats(of: job.binder.layout)
    let dialects: [CSVDialect] = options.csvDialect == "plain" ? [.plain] : [.plain, .excelDE]
    let made = worker.make(
      job,
      PublicationWorker.Order(
        formats: formats, editions: options.editions(of: job.binder.layout),
        csvDialects: dialects, attachesData: options.attachesData))
    guard let products = made.output, !options.writesNothing else {
      return Diagnosed([], made.diagnostics)
    }
    var files: [BuiltFile] = []
    var diagnostics = made.diagnostics
    for product in products {
      let path = job.stem + product.suffix
      do {
        try folder.write(product.bytes, to: path)
        files.append(
          BuiltFile(
            path: path, layout: job.binder.layout.name, record: job.plan.record?.id ?? "",
            language: job.languageName, format: product.format,
            conformance: product.conformance, pages: product.pages,
            bytes: product.bytes.count))
      } catch {
        // The next file may be small enough, or go elsewhere.
        var problem = error
        problem.layout = job.binder.layout.name
        diagnostics.append(problem)
      }
    }
    return Diagnosed(files, diagnostics)
  }
}

/// The results that all threads add to.
private final class SharedResults: Sendable {
  let state = Mutex(BuildRun.Results())

  /// The next job's number; nil where none is left.
  func take(of count: Int) -> Int? {
    state.withLock { state in
      guard state.nextJob < count else { return nil }
      state.nextJob += 1
      return state.nextJob - 1
    }
  }
}
