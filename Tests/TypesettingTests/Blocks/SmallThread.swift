import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs some work on a thread with a stack of so many bytes, and returns what it says.
func onThread(stackSize: Int, _ work: @escaping @Sendable () -> Bool) -> Bool {
  final class Box: Sendable {
    let work: @Sendable () -> Bool
    let result = Mutex(false)
    init(_ work: @escaping @Sendable () -> Bool) { self.work = work }
  }
  let box = Box(work)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  var thread = pthread_t()
  let pointer = Unmanaged.passRetained(box).toOpaque()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      let box = Unmanaged<Box>.fromOpaque(argument).takeRetainedValue()
      let value = box.work()
      box.result.withLock { $0 = value }
      return nil
    }, pointer)
  guard status == 0 else { return false }
  pthread_join(thread, nil)
  return box.result.withLock { $0 }
}
