/// The glyphs' names by code in the encoding of Windows (ISO 32000-1, annex D.2).
enum WinAnsiNames {
  /// The name of a code's glyph; nil where the encoding has none.
  static func name(_ code: Int) -> String? {
    switch code {
    case 0x41...0x5A, 0x61...0x7A: String(Unicode.Scalar(UInt8(code)))
    case 0x20..<0x20 + low.count: low[code - 0x20]
    case 0x5B..<0x5B + middle.count: middle[code - 0x5B]
    case 0x7B..<0x7B + brackets.count: brackets[code - 0x7B]
    case 0x80..<0x80 + high.count: high[code - 0x80]
    default: nil
    }
  }

  private static func names(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let low = names(
    """
    space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright
    asterisk plus comma hyphen period slash zero one two three four five six seven eight nine
    colon semicolon less equal greater question at
    """)
  private static let middle = names(
    "bracketleft backslash bracketright asciicircum underscore grave")
  private static let brackets = names("braceleft bar braceright asciitilde")
  private static let high = names(
    """
    Euro bullet quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex
    perthousand Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft quoteright
    quotedblleft quotedblright bullet endash emdash tilde trademark scaron guilsinglright oe bullet
    zcaron Ydieresis space exclamdown cent sterling currency yen brokenbar section dieresis
    copyright ordfeminine guillemotleft logicalnot hyphen registered macron degree plusminus
    twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine
    guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde
    Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex
    Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute
    Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring
    ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde
    ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis
    yacute thorn ydieresis
    """)
}
