/// The point of a picture that a crop keeps in view, as shares of its size from the top left corner.
package struct FocalPoint: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  package static let center = FocalPoint(x: 0.5, y: 0.5)

  /// The texts that are read, as a regular expression.
  package static let pattern = "^[0-9]+([.][0-9]+)?% +[0-9]+([.][0-9]+)?%$"

  /// Reads `30% 20%`: from the left and from the top.
  package init?(_ text: String) {
    let shares = text.split(separator: " ").map { part -> Double? in
      let digits = part.dropLast()
      guard part.last == "%", digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let value = Double(digits), value <= 100
      else { return nil }
      return value / 100
    }
    guard shares.count == 2, let x = shares[0], let y = shares[1] else { return nil }
    self.init(x: x, y: y)
  }

  /// The largest part of a picture with the proportions of a frame that keeps the point as near to
  /// its middle as the picture's edges allow, as shares of the picture.
  package func crop(of picture: Size, to frame: Size) -> Rect {
    // At this scale the picture just covers the frame, and sticks out on two sides at most.
    let scale = max(frame.width / picture.width, frame.height / picture.height)
    let width = min(1, frame.width / (picture.width * scale))
    let height = min(1, frame.height / (picture.height * scale))
    func start(_ focus: Double, _ share: Double) -> Double {
      min(max(0, focus - share / 2), 1 - share)
    }
    return Rect(x: start(x, width), y: start(y, height), width: width, height: height)
  }
}
