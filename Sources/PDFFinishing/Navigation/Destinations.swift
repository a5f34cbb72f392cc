import DisplayList
import Geometry

/// The named places of a publication (ISO 32000-1, 12.3.2.3).
enum Destinations {
  /// Writes them as a name tree and returns its number; nil where there are none.
  static func write(
    _ publication: PublicationDrawing, pages: [PDFPage], to file: inout PDFFile
  ) -> Int? {
    var places: [(name: [UInt8], page: Int, point: Point)] = []
    for (index, page) in publication.pages.enumerated() {
      for destination in page.destinations {
        places.append((Array(destination.name.utf8), index, destination.point))
      }
    }
    guard !places.isEmpty else { return nil }
    // Readers search by bytes (7.9.6).
    places.sort { $0.name.lexicographicallyPrecedes($1.name) }
    var text: PDFText = "<< /Names ["
    for place in places {
      let page = pages[place.page]
      let point = page.place(of: place.point)
      text.add("\n")
      text.addString(place.name)
      text.add(" [ ")
      text.addReference(page.number)
      text.add(" /XYZ ")
      text.add(point.x)
      text.add(" ")
      text.add(point.y)
      text.add(" 0 ]")
    }
    text.add(" ] >>")
    let number = file.reserveNumber()
    file.add(text, number: number)
    return number
  }
}
