import Diagnostics
import DocumentTree
import Languages
import Testing

@testable import Typesetting

/// Compounds are divided at their joints first; by Debian's hyphen-de and wngerman.
@Suite struct CompoundTests {
  /// German as the program ships it, with divisions after two letters.
  static let german: LanguageRules = {
    var rules = Fixed.rules(Fixed.german)
    rules.hyphenation.compounds = LanguageCatalogue.builtIn[Fixed.german]?.hyphenation.compounds
    return rules
  }()

  private static let source = LibHyphenSource()

  /// The word with `=` at its joints, `+` at those of its parts, `.` beside a joint, `-` elsewhere
  /// in a compound and `~` in a simple word.
  private func graded(_ word: String, _ source: LibHyphenSource = Self.source) -> String {
    var bytes = Array(word.utf8)
    for division in source.divisions(of: word, in: Self.german).reversed() {
      let sign: StaticString =
        switch division.grade {
        case .joint: "="
        case .innerJoint: "+"
        case .besideJoint: "."
        case .insidePart: "-"
        case .simple: "~"
        }
      bytes.insert(sign.utf8Start.pointee, at: division.offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "Wis.sen+schafts=po.li-tik", "Bür.ger=be.tei-li-gungs=bü.ro", "Stadt=ent.wick-lung",
    "Tech-no-lo.gie=zen.trum", "För.der=mit.tel=stel-le", "Do.nau=dampf+schiff+fahrt",
    "In-no-va-ti.ons=haupt+stadt", "Ver-kehrs=in.fra-struk-tur",
    "Hoch+was.ser+schutz=kom.mis-si-on", "Stra.ßen=raum=um.ge-stal-tung", "For-schungs=po.li-tik",
    "Grün-dungs=zen.trum", "Grün~dung", "Bil~dung", "Nach-hal-tig-keits=stra-te-gie",
    "Fahr+rad=ab.stell=an.la-ge", "Koh.le=aus+stieg", "Quar-tiers=ent.wick-lung",
    "Schul=ent.wick-lungs+pla.nung", "Ener.gie=in.no-va-ti-o-nen", "Wirt+schafts=för.de-rung",
    "Ober=bür.ger+meis-ter", "Ar-beits=plät-ze", "Zu-sam.men=ar.beit", "Mit=ar.bei-te-rin-nen",
    "Pro~fes~so~rin~nen", "Mil-li-o.nen=stadt", "In~sti~tu~ti~on", "Ent-wick-lungs=ge.sell+schaft",
    "Ret-tungs=ro.bo-tik", "Bun.des=mi.nis-te-ri-um", "Fach+kräf.te=ge.win-nung",
    "Sprach=för.de-rung", "Woh-nungs=bau", "Erd~ge~schoss", "Teil=neh.me-rin-nen",
    "Kreis+lauf=wirt+schaft", "Vor=stel-lung", "Leh~re~rin~nen", "Ge~ne~ra~ti~o~nen",
    "In~ter~es~se", "In~ter~na~ti~o~nal", "Uni~ver~si~tät", "Fern=wär.me", "Nord=stadt",
    "Bau=ge.neh-mi-gung", "Fahr+rad=stra-ße", "Mit~tel", "Vier~tel", "Hoch+ofen=an.la-ge",
    "Ka-ta-stro-phen=schutz", "Wis~sen~schaft~le~rin~nen", "Ver~ant~wor~tung",
    "Ge~schwin~dig~keit", "Stau=be.cken", "Pro~gramm", "Tech-no-lo.gie=Zen.trum",
    "STADT=ENT.WICK-LUNG", "Über+gangs=lö.sung", "Kli.ma=schutz+maß.nah-men",
    "Ab-fall=wirt+schafts+be.trieb", "Hu~ckar~de", "We~cker",
  ])
  func words(_ expected: String) {
    #expect(graded(expected.filter { !"=+.-~".contains($0) }) == expected)
  }

  /// The dictionary alone divides these across their joints („Nachhaltigkeitss-trategie“).
  @Test(arguments: [
    "Nachhaltigkeits=strategie", "Kohle=ausstieg", "Quartiers=entwicklung",
    "Schul=entwicklungsplanung", "Energie=innovationen",
  ])
  func jointsThatTheDictionaryDoesNotKnow(_ expected: String) {
    let joints = graded(expected.filter { $0 != "=" }).filter { !"+.-~".contains($0) }
    #expect(joints == expected)
  }

  /// Endings that happen to be words are no parts.
  @Test(arguments: [
    "Gründung", "Bildung", "Professorinnen", "Institution", "Generationen", "Lehrerinnen",
  ])
  func noCompounds(_ word: String) {
    let grades = Set(Self.source.divisions(of: word, in: Self.german).map(\.grade))
    #expect(grades == [.simple])
  }

  @Test func aLineRatherEndsAtAJoint() throws {
    let fixed = Fixed.context()
    let context = TypesettingContext(
      shaper: fixed.shaper, languages: LanguageCatalogue([Self.german]), palette: fixed.palette,
      hyphenation: Self.source, images: fixed.images)
    // Sixteen characters: „Forschungspo-“ would fill the line better.
    let set = try context.set(
      ParagraphSetting(
        inlines: [.text("Die Forschungspolitik der Stadt Dortmund")],
        style: Fixed.style(), language: Fixed.german), width: 85)
    #expect(set.texts.allSatisfy { !$0.hasSuffix("po\u{AD}") })
  }

  @Test func withoutItsListAllDivisionsAreAlike() throws {
    let source = LibHyphenSource(wordListDirectories: ["/nowhere"])
    #expect(graded("Forschungspolitik", source) == "For~schungs~po~li~tik")
    let problem = try #require(source.problem(in: Self.german))
    #expect(problem.identifier == "language.no-word-list")
    #expect(problem.message.contains("ngerman") && problem.hints[0].contains("wngerman"))
    #expect(problem.language == "de")
  }

  @Test func englishHasNoList() {
    #expect(LanguageCatalogue.builtIn[Fixed.english]?.hyphenation.compounds == nil)
    #expect(Self.source.problem(in: Fixed.rules(Fixed.english)) == nil)
  }

  @Test func gradesAreRememberedWithoutTheList() throws {
    let workspace = try TestFolder()
    func source() -> LibHyphenSource {
      LibHyphenSource(remembering: HyphenationFolder(in: workspace.path))
    }
    let words = ["Forschungspolitik", "Straßenraumumgestaltung", "Bildung"]
    let first = source()
    let found = words.map { first.divisions(of: $0, in: Self.german) }
    first.save()
    let name = try #require(workspace.names(in: ".umbruch/hyphenation").first)
    #expect(name.contains("+ngerman-") && name.hasSuffix("-v4.txt"))
    let second = source()
    #expect(words.map { second.divisions(of: $0, in: Self.german) } == found)
    let text = try #require(workspace.text(".umbruch/hyphenation/" + name))
    #expect(text.contains("Forschungspolitik\t3- 10= 12. 14-\n"))
  }
}
