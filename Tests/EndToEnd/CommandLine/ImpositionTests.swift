import TemporaryFolders
import Testing

/// Booklets for office printers.
struct ImpositionTests {
  private func impose(_ arguments: String...) throws -> Run {
    try Program.umbruch().run(["impose", "--booklet"] + arguments)
  }

  @Test(arguments: ["brochure/brochure.de.pdf", "brochure/brochure.de.print.pdf"])
  func `the brochure becomes a booklet of six sheets`(name: String) throws {
    let file = try DortmundOutputs.built().path(name)
    let folder = try TemporaryFolder()
    let target = folder.path("booklet.pdf")
    let run = try impose(file, "--output", target)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == "\(target): 24 pages on 6 sheets of A4, to be flipped on the short edge; "
        + "it claims no standard\n")
    let check = try Program.tool("qpdf").run(["--check", target])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let information = try Program.tool("pdfinfo").text(target)
    #expect(information.contains(/Pages: +12\n/))
    #expect(information.contains(/Page size: +841\.\d+ x 595\.\d+ pts/))
    // The outer side of the second sheet has pages 22 and 3 (the contents); no page is cropped or
    // stands on the other half.
    let words = try PrintedPage.pages(of: target)[2].words
    #expect(words.contains { $0.text == "Inhalt" && $0.x.lowerBound > 421 })
    #expect(words.contains { $0.text.hasPrefix("Quelle") && $0.x.lowerBound < 421 })
    #expect(!String(decoding: try Files.bytes(target), as: UTF8.self).contains("GTS_PDFX"))
    let again = folder.path("again.pdf")
    _ = try impose(file, "--output", again)
    #expect(try Files.bytes(again) == Files.bytes(target))
  }

  @Test func `the file itself stays, and what is no PDF is told of`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Files.bytes(DortmundOutputs.built().path("fact-sheets/drz.de.pdf")), to: "drz.pdf")
    let own = try impose(file, "--output", file)
    #expect(own.status == 1 && own.errors.contains("would take the place of"))
    let beside = try impose(file, "--paper", "A3")
    #expect(beside.status == 0, "\(beside.errors)")
    #expect(Files.names(below: folder.path) == ["drz.booklet.pdf", "drz.pdf"])
    let text = try folder.write(Array("no PDF".utf8), to: "text.pdf")
    let broken = try impose(text)
    #expect(broken.status == 1 && !broken.endedBySignal && broken.errors.contains("error: "))
    #expect(try impose(file, "--creep", "9").errors.contains("a creep of 9.0 mm"))
    #expect(try impose(file, "--paper", "A5").errors.contains("“A5” is no paper"))
    #expect(try Program.umbruch().run(["impose", file]).status == 64)
  }
}
