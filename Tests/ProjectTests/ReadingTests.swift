import Testing

/// The two readers that the other tests of the project rely on.
struct ReadingTests {
  @Test func allWaysToImportAreRead() {
    let source = SwiftSource(
      """
      // import Comment
      import A
      package import B
      @testable import C
      @preconcurrency public import D
      #if canImport(E)
        import E
      #endif
      internal import struct F.Name
      @_spi(Some) import G
      let text = "import H"
      let long = \"""
        import J
        \"""
      import I // why
      """)
    #expect(source.imports == ["A", "B", "C", "D", "E", "F", "G", "I"])
  }

  @Test func allTypesAreRead() {
    let source = SwiftSource(
      """
      package struct A {
        private indirect enum B { case c }
        /// struct Comment
        final class D: Sendable {}
      }
      @MainActor public protocol E {}
      package typealias F = A
      extension G {}
      """)
    #expect(source.types == ["A", "B", "D", "E", "F"])
  }

  @Test func theManifestIsReadInItsOrder() {
    let manifest = PackageManifest(
      """
      func stage(_ name: String, _ dependencies: [String] = []) -> Target { .target(name: "x") }
      let package = Package(
        name: "sample",
        targets: [
          library("CThing", pkgConfig: "thing", apt: "libthing-dev"),
          stage("First"),
          stage(
            "Second",
            ["First", "CThing"]),
          .executableTarget(
            name: "run",
            dependencies: ["Second", .product(name: "Product", package: "some-package")],
            swiftSettings: strict),
          tests("SecondTests", ["Second"]),
        ]
      )
      """)
    #expect(manifest.targets.map(\.name) == ["CThing", "First", "Second", "run", "SecondTests"])
    #expect(
      manifest.targets.map(\.dependencies) == [
        [], [], ["First", "CThing"], ["Second", "Product"], ["Second"],
      ])
    #expect(manifest.targets.map(\.folder).last == "Tests/SecondTests")
  }
}
