import Diagnostics
import Geometry

/// A picture that has been read and found sound.
enum Picture {
  case raster(RasterPicture)
  case vector(VectorPicture)

  /// Takes over a file's bytes; `name` is what a diagnostic calls the file.
  init(_ bytes: [UInt8], name: String, inkProfile: () -> [UInt8]?) throws(Diagnostic) {
    switch try ImageProbe.probe(bytes, name: name) {
    case .raster(let header):
      self = .raster(try RasterPicture(bytes, header: header, name: name, inkProfile: inkProfile))
    case .vector:
      self = .vector(try VectorPicture(bytes, name: name))
    }
  }

  /// The natural size in points: by the file's own resolution, else 72 pixels to the inch.
  var size: Size {
    switch self {
    case .raster(let raster): raster.header.size
    case .vector(let vector): vector.size
    }
  }

  /// What it keeps in memory, in bytes.
  var weight: Int {
    switch self {
    case .raster(let raster): raster.weight
    case .vector(let vector): vector.weight
    }
  }
}
