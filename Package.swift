// swift-tools-version: 6.2
import PackageDescription

// The targets stand in pipeline order; nothing imports downward. README.md has the map.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A stage of the pipeline: a folder under Sources/ and the stages it imports.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C library of the system: a module map and a shim header.
///
/// The shim includes, and wraps inline what Swift cannot call: ICU's functions are macros.
func library(_ name: String, pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of one stage.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of the whole way, with the workspaces that they build.
func endToEndTests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/EndToEnd", exclude: ["Base", "Cases"],
    swiftSettings: strict)
}

/// What the tests of several stages share.
func support(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// A program that measures the stages; no product.
func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)",
    exclude: ["LineBreaking.md", "peer_lines.py", "peer.typ"], swiftSettings: strict)
}

let package = Package(
  name: "umbruch",
  products: [.executable(name: "umbruch", targets: ["umbruch"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    library("CCommonMark", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
    library("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev"),
    library("CFontconfig", pkgConfig: "fontconfig", apt: "libfontconfig-dev"),
    library("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
    library("CHyphen", pkgConfig: nil, apt: "libhyphen-dev"),
    library("CICU", pkgConfig: "icu-uc", apt: "libicu-dev"),
    library("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    library("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
    library("CLibrsvg", pkgConfig: "librsvg-2.0", apt: "librsvg2-dev"),
    library("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
    library("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
    library("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
    library("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CLCMS", pkgConfig: "lcms2", apt: "liblcms2-dev"),

    stage("Geometry"),
    stage("Diagnostics"),
    stage("Languages"),
    stage("SourceFiles", ["Diagnostics", "CYAML"]),
    stage("Design", ["Geometry"]),
    stage("ReportModel", ["Geometry", "Diagnostics", "Languages", "SourceFiles"]),
    stage("LayoutLanguage", ["Geometry", "Diagnostics", "Languages", "SourceFiles", "Design"]),
    stage("DocumentTree", ["Geometry", "Diagnostics", "Languages", "Design"]),
    stage(
      "DataBinding",
      [
        "Geometry", "Diagnostics", "Languages", "SourceFiles", "Design", "ReportModel",
        "LayoutLanguage", "DocumentTree", "CCommonMark",
      ]),
    stage("MarkdownExport", ["Languages", "Design", "DocumentTree"]),
    stage("CSVExport", ["Languages", "DocumentTree"]),
    stage("TextShaping", ["Diagnostics", "Design"]),
    stage(
      "HarfBuzzShaping",
      ["Diagnostics", "Design", "TextShaping", "CHarfBuzz", "CFontconfig"]),
    stage("DisplayList", ["Geometry", "Design", "Languages", "TextShaping"]),
    stage(
      "Typesetting",
      [
        "Geometry", "Diagnostics", "Languages", "Design", "DocumentTree", "TextShaping",
        "DisplayList", "CHyphen", "CICU", "CQREncode",
      ]),
    stage(
      "CairoRendering",
      [
        "Geometry", "Diagnostics", "Languages", "Design", "TextShaping", "DisplayList", "CCairo",
        "CFreeType", "CLCMS", "CLibrsvg", "CPoppler", "CTurboJPEG", "CZlib",
      ]),
    stage(
      "PDFFinishing",
      [
        "Geometry", "Diagnostics", "Languages", "Design", "DisplayList", "CDeflate", "CLCMS",
        "CTurboJPEG",
      ]),
    stage("PDFReading", ["Diagnostics", "CQPDF", "CZlib"]),
    stage("Inspection", ["Diagnostics", "PDFReading"]),
    stage("Preflight", ["Diagnostics", "Design", "PDFReading"]),
    stage(
      "ReportPipeline",
      [
        "Geometry", "Diagnostics", "Languages", "SourceFiles", "Design", "ReportModel",
        "LayoutLanguage", "DocumentTree", "DataBinding", "MarkdownExport", "CSVExport",
        "HarfBuzzShaping", "DisplayList", "Typesetting", "CairoRendering", "PDFFinishing",
        "PDFReading", "Inspection", "Preflight",
      ]),
    .executableTarget(
      name: "umbruch",
      dependencies: [
        "ReportPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests(
      "TypesettingTests",
      [
        "Geometry", "Diagnostics", "Languages", "Design", "DocumentTree", "TextShaping",
        "DisplayList", "Typesetting", "SampleNumbers",
      ]),
    support(
      "SamplePublications",
      [
        "Geometry", "Diagnostics", "Design", "Languages", "TextShaping", "HarfBuzzShaping",
        "DisplayList", "CairoRendering", "CTurboJPEG", "TemporaryFolders",
      ]),
    tests(
      "CairoRenderingTests",
      [
        "Geometry", "Diagnostics", "Design", "TextShaping", "DisplayList", "CairoRendering",
        "SamplePublications", "TemporaryFolders", "CZlib",
      ]),
    tests(
      "PDFFinishingTests",
      [
        "Geometry", "Diagnostics", "Languages", "Design", "DisplayList", "CairoRendering",
        "PDFFinishing", "SamplePublications", "TemporaryFolders",
      ]),
    tests(
      "HarfBuzzShapingTests",
      ["HarfBuzzShaping", "TextShaping", "Design", "Diagnostics", "TemporaryFolders"]),
    support("SamplePDFs"),
    tests("PDFReadingTests", ["PDFReading", "Diagnostics", "SamplePDFs"]),
    tests("InspectionTests", ["Diagnostics", "Inspection", "PDFReading"]),
    tests("PreflightTests", ["Preflight", "Design", "SamplePDFs"]),
    tests("LanguagesTests", ["Languages"]),
    support("SampleNumbers"),
    support("TemporaryFolders"),
    support(
      "SampleTrees", ["Geometry", "Diagnostics", "Languages", "Design", "DocumentTree"]),
    tests(
      "MarkdownExportTests",
      [
        "Languages", "Design", "DocumentTree", "MarkdownExport", "SampleTrees", "CCommonMark",
      ]),
    tests(
      "CSVExportTests",
      ["Languages", "Design", "DocumentTree", "CSVExport", "SampleTrees"]),
    tests(
      "ReportPipelineTests",
      [
        "Diagnostics", "Languages", "Design", "LayoutLanguage", "SourceFiles", "Typesetting",
        "ReportPipeline", "TemporaryFolders",
      ]),
    endToEndTests(
      "EndToEndTests",
      ["Diagnostics", "DisplayList", "ReportPipeline", "SampleNumbers", "TemporaryFolders"]),
    tests("ProjectTests", []),
    tests("SourceFilesTests", ["SourceFiles", "Diagnostics", "TemporaryFolders"]),
    tests(
      "ReportModelTests",
      ["ReportModel", "SourceFiles", "Languages", "Diagnostics", "TemporaryFolders"]),
    support(
      "SampleLayouts",
      ["Diagnostics", "Languages", "SourceFiles", "LayoutLanguage", "SampleNumbers"]),
    tests(
      "LayoutLanguageTests",
      [
        "Diagnostics", "Languages", "SourceFiles", "Design", "LayoutLanguage",
        "SampleLayouts",
      ]),
    tests(
      "DataBindingTests",
      [
        "Geometry", "Diagnostics", "Languages", "SourceFiles", "Design", "ReportModel",
        "LayoutLanguage", "DocumentTree", "DataBinding", "SampleLayouts", "SampleNumbers",
        "TemporaryFolders",
      ]),
    benchmark(
      "Benchmark",
      [
        "Geometry", "Diagnostics", "Languages", "SourceFiles", "Design", "DocumentTree",
        "TextShaping", "HarfBuzzShaping", "DisplayList", "Typesetting", "CairoRendering",
        "PDFFinishing", "ReportPipeline", "SampleNumbers", "CHarfBuzz", "CICU",
      ]),
    tests("BenchmarkTests", ["Benchmark", "Typesetting"]),
  ]
)
