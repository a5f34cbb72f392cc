import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs some work on a thread with a stack of its own, and returns how many bytes of the stack
/// the work reached, counted from the thread's first frame; nil where there is no such thread.
///
/// The stack is new memory, all zeros: what is no longer zero at its far end was written.
func stackUse(stackSize: Int, of work: @escaping @Sendable () -> Void) -> Int? {
  final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  let memory = mmap(
    nil, stackSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard let memory, memory != MAP_FAILED else { return nil }
  defer { munmap(memory, stackSize) }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstack(&attributes, memory, stackSize)
  var thread = pthread_t()
  let pointer = Unmanaged.passRetained(Box(work)).toOpaque()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work()
      return nil
    }, pointer)
  guard status == 0 else { return nil }
  pthread_join(thread, nil)
  let words = UnsafeRawBufferPointer(start: memory, count: stackSize).bindMemory(to: UInt64.self)
  let untouched = words.firstIndex { $0 != 0 } ?? words.endIndex
  return stackSize - untouched * MemoryLayout<UInt64>.size
}
