import DisplayList
import Geometry
package import Diagnostics

/// Finds and keeps the pictures of a workspace, for typesetting and drawing alike.
///
/// Owns C handles and belongs to one thread.
package final class ImageCatalogue {
  /// From a path in the workspace to the absolute path; throws where it leads out of it.
  package typealias Resolver = (String) throws(Diagnostic) -> String

  private let resolve: Resolver
  private let inkProfile: () -> [UInt8]?
  /// The pictures kept, by absolute path.
  private var pictures: [String: Picture] = [:]
  /// What diagnostics call an absolute path.
  private var names: [String: String] = [:]
  /// What was answered already, by the path in the workspace.
  private var sizes: [String: (file: String, width: Double, height: Double)] = [:]
  /// The colours of pictures that text stands on, by absolute path.
  var sampledColors: [String: PictureColors] = [:]
  /// What the kept pictures weigh together, in bytes.
  private var weight = 0

  /// The most that kept pictures may weigh, in bytes; beyond it, all are read again.
  private static let heaviest = 512 << 20
  /// The most pictures whose colours are kept: under half a megabyte each.
  static let mostSampled = 100

  /// Makes a catalogue over the resolver of a workspace.
  ///
  /// `inkProfile` is asked for the ICC profile of pictures in printing inks that have none.
  package init(resolve: @escaping Resolver, inkProfile: @escaping () -> [UInt8]? = { nil }) {
    self.resolve = resolve
    self.inkProfile = inkProfile
  }

  /// The absolute file and the natural size in points of a picture.
  ///
  /// The whole file is read and gone through, so that what drawing will need is known to be sound.
  package func image(
    _ file: String
  ) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
    if let known = sizes[file] { return known }
    let absolute = try resolve(file)
    if names[absolute] == nil { names[absolute] = file }
    let size = try picture(file: absolute).size
    let found = (file: absolute, width: size.width, height: size.height)
    sizes[file] = found
    return found
  }

  /// The picture of an absolute file, read now or before.
  func picture(file: String) throws(Diagnostic) -> Picture {
    if let known = pictures[file] { return known }
    let name = names[file] ?? file
    let bytes = try FileBytes.read(file, name: name, limit: ImageProbe.largestFile)
    let picture = try Picture(bytes, name: name, inkProfile: inkProfile)
    if weight + picture.weight > Self.heaviest {
      pictures.removeAll()
      weight = 0
    }
    weight += picture.weight
    pictures[file] = picture
    return picture
  }
}
