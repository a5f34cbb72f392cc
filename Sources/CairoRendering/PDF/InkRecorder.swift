import Design
import Diagnostics
import DisplayList

/// Gives the colours of a drawing that will be printed their codes, in the order of drawing.
final class InkRecorder {
  private(set) var inks = DrawnInks()
  private var codes: [PaletteColor: RGB] = [:]

  /// The code of a colour of text or of a shape.
  func code(of color: PaletteColor) throws(Diagnostic) -> RGB {
    if let known = codes[color] { return known }
    guard inks.coded.count < InkCode.most else {
      throw Diagnostic(
        "render.too-many-colors", "the publication has more than \(InkCode.most) colours and tints")
    }
    let code = InkCode.rgb(of: inks.coded.count)
    inks.coded.append(color)
    codes[color] = code
    return code
  }

  /// Notes that a picture was drawn in a colour.
  func note(_ color: PaletteColor, ofPicture rgb: RGB) {
    inks.pictures[RGBBytes(nearest: rgb), default: []].insert(color)
  }
}
