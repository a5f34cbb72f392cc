import Geometry

/// The children of one stack that were set whole at one width, for further attempts.
///
/// Whoever seeks a height for a text tries several: balanced columns, pages with footnotes. What is
/// the same each time is then set once. A class, because attempts that are values share what one of
/// them has found; it lives as long as one search.
package final class KnownChildren {
  /// A child with the room that it was set into.
  private struct Known {
    var room: Region
    var fragment: Fragment
  }

  private var children: [Int: Known] = [:]
  private var inner: [Int: KnownChildren] = [:]

  /// The fragment of a child that a room would be given again; nil where that is not certain.
  func fragment(of child: any Block, index: Int, in room: Region) -> Fragment? {
    guard let known = children[index], known.room.grid == room.grid,
      known.room.width == room.width, room.holds(known.fragment.size.height),
      child.isRigid || known.room.sets(sameAs: room)
    else { return nil }
    return known.fragment
  }

  /// Keeps what a child gave, all of it.
  func remember(_ fragment: Fragment, index: Int, in room: Region) {
    children[index] = Known(room: room, fragment: fragment)
  }

  /// What is known of the parts of a child that may have to be set again.
  func parts(of index: Int) -> KnownChildren {
    if let known = inner[index] { return known }
    let new = KnownChildren()
    inner[index] = new
    return new
  }
}

extension Region {
  /// What stands whole in this room does so in less of it, as long as that holds it.
  fileprivate func sets(sameAs less: Region) -> Bool {
    full == less.full && isFresh == less.isFresh && remaining >= less.remaining
  }
}
