extension CompoundRules {
  /// German compounds: Duden, Die Grammatik (9th edition), “Die Wortbildung”, on linking elements.
  static let german = CompoundRules(
    // The words of igerman98, in all their forms; it is what Debian's German spelling knows.
    wordLists: ["ngerman"], package: "wngerman",
    linkingElements: ["s", "es", "n", "en", "ens", "er", "e"],
    droppedNounEndings: ["e"], droppedVerbEndings: ["en", "n"],
    verbEndings: ["t", "et"],
    prefixes: ["auf", "aus", "bei", "ein", "los", "mit", "vor", "weg", "zum", "zur"],
    // „Bil-dung“, „Gene-ration“, „Lehre-rinnen“, „geschrie-ben“, „Mit-tel“, „Spie-gel“ are no compounds.
    endings: [
      "ben", "den", "dung", "ende", "enden", "ent", "ente", "enten", "eis", "gel", "geln", "gels",
      "innen", "ion", "ionen", "ions", "nen", "ration", "rationen", "ren", "rinnen", "tel", "teln",
      "tels", "ten", "tion", "ung",
    ])
}
