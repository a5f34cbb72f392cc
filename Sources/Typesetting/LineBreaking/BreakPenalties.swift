/// What ending a line at a place costs, on TeX's scale of penalties.
extension BreakKind {
  var penalty: Double {
    switch self {
    case .none, .space, .mandatory: 0
    case .plain, .dash: 10
    case .writtenHyphen: 40
    case .softHyphen: 50
    case .dictionaryHyphen, .slash: 50
    case .afterNumber, .address: 100
    case .betweenMarks, .addressAnywhere: 60_000
    }
  }
}

extension Division.Grade {
  /// What dividing a word there costs beside `BreakKind.dictionaryHyphen`.
  ///
  /// A line is rather a little looser than that a compound falls apart at the wrong place; the
  /// demerits go with the square.
  var penalty: Double {
    switch self {
    case .simple: 0
    case .joint: -30
    case .innerJoint: -15
    case .insidePart: 15
    case .besideJoint: 60
    }
  }
}

extension WordTraits {
  /// What a division costs in addition beside a hyphen that the author wrote.
  static let besideWrittenHyphen = 60.0
  /// Of a name with points in it („Stadt.Land.Digital“).
  static let besideInnerPoint = 80.0
  /// Before a capital inside the word („TechnologieZentrum“), and elsewhere in such a word.
  static let atCapital = -20.0
  static let notAtCapital = 80.0
  /// A syllable of two letters at the end of a line is little to go on.
  static let shortSyllable = 40.0
}
