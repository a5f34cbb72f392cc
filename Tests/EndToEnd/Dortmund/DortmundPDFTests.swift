import Foundation
import Testing

/// The PDFs of the repository's own workspace, as programs from outside read them.
struct DortmundPDFTests {
  @Test func `qpdf finds nothing wrong`() throws {
    let outputs = try DortmundOutputs.built()
    #expect(!outputs.pdfs.isEmpty)
    for file in outputs.pdfs {
      let run = try Program.tool("qpdf").run(["--check", outputs.path(file)])
      #expect(run.status == 0, "\(file): \(run.output)\(run.errors)")
      #expect(run.output.contains("No syntax or stream encoding errors found"), "\(file)")
    }
  }

  @Test func `all fonts are embedded as subsets with their characters`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.pdfs {
      let lines = try Program.tool("pdffonts").text(outputs.path(file)).split(separator: "\n")
      #expect(lines.count > 2, "\(file)")
      for line in lines.dropFirst(2) {
        // Name, type, encoding, embedded, subset, Unicode, object.
        #expect(line.contains(#/ yes +yes +yes +\d+ +0$/#), "\(file): \(line)")
        #expect(line.contains(/^[A-Z]{6}\+/), "\(file): \(line)")
      }
    }
  }

  @Test func `each file has a title, its language, page labels and an outline`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.pdfs {
      let pdf = try PDFDocument(outputs.path(file))
      #expect(!pdf.information("Title").isEmpty, "\(file)")
      #expect(pdf.information("CreationDate").hasPrefix("D:2026"), "\(file)")
      // Of several languages the leading one.
      let languages = file.split(separator: ".").dropFirst().first ?? ""
      #expect(pdf.language == languages.split(separator: "-").first.map(String.init), "\(file)")
      #expect(pdf.pageLabels == (1...pdf.pageCount).map(String.init), "\(file)")
      #expect(!pdf.outline.isEmpty, "\(file)")
      for entry in pdf.outline {
        #expect(!entry.title.isEmpty && entry.page != nil, "\(file): \(entry)")
      }
    }
  }

  @Test func `links within a file lead somewhere`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.pdfs {
      let pdf = try PDFDocument(outputs.path(file))
      let destinations = pdf.destinations
      for name in pdf.links.names { #expect(destinations.contains(name), "\(file): \(name)") }
    }
  }

  /// Links from one output to another name files that are there.
  @Test func `links to other outputs lead to files that are built`() throws {
    let outputs = try DortmundOutputs.built()
    var count = 0
    for file in outputs.pdfs {
      let folder = URL(filePath: "/" + file).deletingLastPathComponent()
      for address in try PDFDocument(outputs.path(file)).links.addresses
      where !address.contains(":") {
        let target = folder.appending(path: address).standardizedFileURL.path
        #expect(outputs.files.contains(String(target.dropFirst())), "\(file): \(address)")
        count += 1
      }
    }
    #expect(count >= 60, "the brochure links to the sheet of each project")
  }

  @Test(arguments: DortmundPromise.languages)
  func `the brochure has 24 pages, and its contents lead to all chapters`(language: String) throws {
    let pdf = try PDFDocument(DortmundOutputs.built().path("brochure/brochure.\(language).pdf"))
    #expect(pdf.pageCount == 24)
    let chapters = pdf.outline.filter { $0.level == 1 }
    // Introduction, glance, four programmes, timeline, projects, figures, imprint at least.
    #expect(chapters.count >= 9)
    let contents = try #require(chapters.first).page ?? 0
    #expect(pdf.links.names.count >= chapters.filter { ($0.page ?? 0) > contents }.count)
    #expect(chapters.map { $0.page ?? 0 } == chapters.map { $0.page ?? 0 }.sorted())
  }

  @Test func `the bilingual brochure has 24 pages, and its outline names both languages`() throws {
    let pdf = try PDFDocument(
      DortmundOutputs.built().path("brochure-parallel/brochure-parallel.de-en.pdf"))
    #expect(pdf.pageCount == 24)
    let chapters = pdf.outline.filter { $0.level == 1 }.map(\.title)
    #expect(chapters.contains("Dreißig Projekte · Thirty projects"))
    // The same name in both languages stands once.
    #expect(chapters.contains("Allianz Smart City"))
    #expect(chapters.count >= 9)
  }

  @Test func `fact sheets have one page or two, infographics one`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.pdfs {
      let count = try PDFDocument(outputs.path(file)).pageCount
      if file.hasPrefix("fact-sheets/") { #expect((1...2).contains(count), "\(file)") }
      if file.hasPrefix("infographics/") { #expect(count == 1, "\(file)") }
    }
  }
}
