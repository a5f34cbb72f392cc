import Foundation
import Testing

/// Package.swift and the sources tell the same story; the compiler lets transitive imports pass.
struct ModuleGraphTests {
  /// Modules of the toolchain and the C library, which no target has to declare.
  private static let toolchain: Set = [
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Darwin",
    "Synchronization",
    "Testing",
  ]

  private let manifest: PackageManifest

  init() throws { manifest = PackageManifest(try Repository.text("Package.swift")) }

  /// Each import with the file that has it.
  private func imports(of target: PackageManifest.Target) throws -> [String: [String]] {
    var imports: [String: [String]] = [:]
    for file in Repository.swiftFiles(below: target.folder) {
      for module in SwiftSource(try Repository.text(file)).imports {
        imports[module, default: []].append(file)
      }
    }
    return imports
  }

  @Test func everyImportIsADeclaredDependency() throws {
    for target in manifest.targets {
      for (module, files) in try imports(of: target) where !Self.toolchain.contains(module) {
        #expect(
          target.dependencies.contains(module),
          "\(target.name) imports \(module) in \(files.joined(separator: ", "))")
      }
    }
  }

  @Test func everyDeclaredDependencyIsImported() throws {
    for target in manifest.targets {
      let imports = try imports(of: target)
      for dependency in target.dependencies {
        #expect(imports[dependency] != nil, "\(target.name) never imports \(dependency)")
      }
    }
  }

  /// The targets stand in pipeline order.
  @Test func nothingImportsDownward() {
    let stages = manifest.targets.filter { $0.kind == .stage || $0.kind == .executable }
    for (index, stage) in stages.enumerated() {
      let below = Set(stages[index...].map(\.name))
      #expect(below.isDisjoint(with: stage.dependencies), "\(stage.name) imports downward")
    }
  }

  /// Only rendering draws: everything through typesetting stays free of Cairo.
  @Test func onlyRenderingKnowsCairo() {
    let users = manifest.targets.filter { $0.dependencies.contains("CCairo") && $0.kind == .stage }
    #expect(users.map(\.name) == ["CairoRendering"])
  }

  @Test func modulesAreFolders() throws {
    for parent in ["Sources", "Tests"] {
      let folders = try Repository.folders(in: parent)
      let modules = manifest.targets.map(\.folder).filter { $0.hasPrefix(parent + "/") }
      #expect(folders.map { "\(parent)/\($0)" } == modules.sorted())
    }
  }

  @Test func noModuleSharesItsNameWithATypeInIt() throws {
    for target in manifest.targets {
      for file in Repository.swiftFiles(below: target.folder) {
        let types = SwiftSource(try Repository.text(file)).types
        #expect(!types.contains(target.name), "\(file) declares \(target.name)")
      }
    }
  }

  /// System libraries are a module map and a shim header, without files of code.
  @Test func librariesHoldNoCode() throws {
    for library in manifest.targets where library.kind == .library {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: Repository.root.appending(path: library.folder).path())
      #expect(files.sorted() == ["module.modulemap", "shim.h"], "\(library.folder)")
      #expect(library.name.hasPrefix("C"))
    }
  }
}
