import Diagnostics
import Geometry
import Synchronization

@testable import Typesetting

/// A line that counts how often it is asked to fit.
struct CountingBlock: Block {
  final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
  }

  let counter: Counter
  var spacing: BlockSpacing { .none }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    counter.add()
    let fragment = Fragment(size: Size(width: region.width, height: 12))
    return region.fit(unbreakable: fragment, called: "line")
  }
}
