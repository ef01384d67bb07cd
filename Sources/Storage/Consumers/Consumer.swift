/// A reader of the event log that keeps rows of its own up to date.
///
/// It writes rows only, in one transaction with its cursor, so after a crash it neither skips an
/// event nor sees one twice. What must happen outside the database becomes a job.
package protocol Consumer: Sendable {
  /// The name of its cursor; never changed once released.
  static var name: String { get }

  /// Where a new consumer begins in a log that has events already.
  static var start: ConsumerStart { get }

  /// Takes one event, in the order of the log.
  ///
  /// An error undoes all it did; the event is tried again and, after five failures, parked.
  func consume(_ event: NewEvent, in transaction: Transaction) throws
}

package enum ConsumerStart: Sendable { case beginning, now }
