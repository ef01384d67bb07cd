import Foundation
import Synchronization

/// Wakes a thread that waits for a socket with `poll(2)`.
final class PostgresWake: Sendable {
  private let reading: Int32
  private let writing: Int32
  private let isRung = Atomic(false)

  init() throws(DatabaseFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unavailable("no pipe: error \(errno)") }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Ends the wait now or, if nobody waits, the next one at once.
  func ring() {
    // At most one byte lies in the pipe, so this never blocks.
    guard !isRung.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Waits until rung, until `socket` can be read, or for that long; negative is without end.
  func wait(for socket: Int32 = -1, milliseconds: Int32) {
    var polled = [
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, 2, milliseconds) > 0, polled[0].revents != 0 else { return }
    var byte: UInt8 = 0
    _ = read(reading, &byte, 1)
    isRung.store(false, ordering: .releasing)
  }
}
