import CHarfBuzz
import CICU
import Foundation

/// The version of something that the figures hang on, as it says itself or as Debian knows it.
struct SoftwareVersion {
  var name: String
  /// `unknown` where nothing tells it.
  var version: String

  /// The libraries that shape and break, then the packages with dictionaries and the face.
  static var all: [SoftwareVersion] {
    let libraries = [
      SoftwareVersion(name: "HarfBuzz", version: hb_version_string().map { String(cString: $0) }),
      SoftwareVersion(name: "ICU", version: icu),
    ]
    return libraries
      + ["libhyphen0", "hyphen-de", "hyphen-en-gb", "fonts-vollkorn"].map {
        SoftwareVersion(name: $0, version: package($0))
      }
  }

  init(name: String, version: String?) {
    self.name = name
    self.version = version ?? "unknown"
  }

  private static var icu: String {
    var text = [CChar](repeating: 0, count: Int(U_MAX_VERSION_STRING_LENGTH))
    icu_version(&text)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The version of an installed Debian package; nil where there is none, or no Debian.
  static func package(_ name: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/dpkg-query")
    process.arguments = ["-W", "-f", "${db:Status-Status} ${Version}", name]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(separator: " ")
    guard process.terminationStatus == 0, words.count == 2, words[0] == "installed" else {
      return nil
    }
    return String(words[1])
  }
}
