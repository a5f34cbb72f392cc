package import Design
package import Diagnostics

/// The faces that can be set: those of the workspace first, then those that fontconfig lists.
///
/// It is read once and never changes, so that every worker thread finds the same face.
package struct FontCatalogue: Sendable {
  /// All faces; a face's place is its number.
  package let faces: [CataloguedFace]
  /// The places of each tier: one for each folder, the last for the system.
  private let tiers: [Range<Int>]
  /// Families of the system that cannot be set, with the reason in words.
  private let unusableFamilies: [String: String]

  /// Makes a catalogue of given faces, tier by tier.
  init(tiers: [[CataloguedFace]], unusableFamilies: [String: String] = [:]) {
    var faces: [CataloguedFace] = []
    self.tiers = tiers.map { tier in
      let start = faces.count
      faces += tier.sorted(by: CataloguedFace.precedes)
      return start..<faces.count
    }
    self.faces = faces
    self.unusableFamilies = unusableFamilies
  }

  /// Reads the fonts of the folders and, where wanted, of the system.
  ///
  /// A broken file in a folder is an error that names it; the other files are usable all the same.
  package static func read(
    folders: [FontFolder], includingSystem: Bool = true
  ) -> Diagnosed<FontCatalogue> {
    var diagnostics: [Diagnostic] = []
    var tiers: [[CataloguedFace]] = []
    for folder in folders {
      let (faces, problems) = folder.read()
      tiers.append(faces)
      diagnostics += problems
    }
    var unusable: [String: String] = [:]
    if includingSystem {
      if let configuration = FontconfigConfiguration() {
        var faces: [CataloguedFace] = []
        for pattern in configuration.patterns {
          if let obstacle = pattern.obstacle {
            for family in pattern.families { unusable[family] = obstacle.rawValue }
          } else if let face = pattern.face {
            faces.append(face)
          }
        }
        tiers.append(faces)
      } else {
        diagnostics.append(
          Diagnostic(
            "font.no-configuration", "fontconfig has no usable configuration on this system",
            hints: ["install the package fontconfig-config"]))
      }
    }
    return Diagnosed(FontCatalogue(tiers: tiers, unusableFamilies: unusable), diagnostics)
  }

  /// The place of the face nearest to a descriptor.
  ///
  /// The first tier that has the family in the wanted slope decides. Among its faces the normal
  /// width, then the weight decide as in CSS Fonts 4, 5.2; of equals, the first by path. An italic
  /// is never replaced by an upright face, nor a family by another.
  package func place(of descriptor: FontDescriptor) throws(Diagnostic) -> Int {
    var hasOtherSlope = false
    for tier in tiers {
      let family = tier.filter { faces[$0].families.contains(descriptor.family) }
      let sloped = family.filter { faces[$0].italic == descriptor.italic }
      if !family.isEmpty, sloped.isEmpty { hasOtherSlope = true }
      let nearest = sloped.min { a, b in
        let (x, y) = (faces[a], faces[b])
        if x.width != y.width { return Self.rank(width: x.width) < Self.rank(width: y.width) }
        let wanted = descriptor.weight
        return (Self.rank(weight: x.weight, wanted: wanted), a)
          < (Self.rank(weight: y.weight, wanted: wanted), b)
      }
      if let nearest { return nearest }
    }
    throw hasOtherSlope ? missingSlope(of: descriptor) : missingFamily(of: descriptor)
  }

  /// The order of weights around a wanted one (CSS Fonts 4, 5.2.4): 400 and 500 stand in for each
  /// other first, lighter weights look lighter first, heavier ones heavier first.
  static func rank(weight: Int, wanted: Int) -> Int {
    let distance = abs(weight - wanted)
    if distance == 0 { return 0 }
    if (400...500).contains(wanted) {
      if weight > wanted, weight <= 500 { return distance }
      return weight < wanted ? 1_000 + distance : 2_000 + distance
    }
    let preferred = wanted < 400 ? weight < wanted : weight > wanted
    return preferred ? distance : 2_000 + distance
  }

  /// The order of widths around the normal one: narrower first, then wider.
  private static func rank(width: Int) -> Int {
    width <= 100 ? 100 - width : 1_000 + width
  }

  /// Says that the family is there, but not in the wanted slope.
  private func missingSlope(of descriptor: FontDescriptor) -> Diagnostic {
    let slope = descriptor.italic ? "italic" : "upright"
    return Diagnostic(
      "font.missing-slope",
      "the font family “\(descriptor.family)” has no \(slope) face (wanted: weight "
        + "\(descriptor.weight), \(slope))",
      hints: ["use a family that has one, or add its font file to Assets/Fonts"])
  }

  /// Says that the family is nowhere, or only in a form that cannot be set, and what to do.
  private func missingFamily(of descriptor: FontDescriptor) -> Diagnostic {
    let wanted = "weight \(descriptor.weight)\(descriptor.italic ? ", italic" : "")"
    if let reason = unusableFamilies[descriptor.family] {
      return Diagnostic(
        "font.unusable-family",
        "the font family “\(descriptor.family)” (\(wanted)) is there only as \(reason), which "
          + "cannot be set",
        hints: ["add the family's static TrueType or OpenType fonts to Assets/Fonts"])
    }
    var hints: [String] = []
    let known = Set(faces.lazy.flatMap(\.families))
    if let near = Suggestion.nearest(to: descriptor.family, among: known.sorted()) {
      hints.append("did you mean “\(near)”?")
    }
    let word = descriptor.family.split(separator: " ").first.map(String.init) ?? ""
    hints.append(
      "add its font files to Assets/Fonts, or install its package (on Debian, “apt-cache search "
        + "fonts-\(word.lowercased())” looks for it)")
    return Diagnostic(
      "font.missing-family",
      "the font family “\(descriptor.family)” (\(wanted)) is neither in the workspace nor on this "
        + "system",
      hints: hints)
  }
}
