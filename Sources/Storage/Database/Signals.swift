/// What a committed transaction left for others to look at.
package struct Signals: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Events were appended; on PostgreSQL they have no position yet.
  package static let appended = Signals(rawValue: 1)
  /// Events can be read by position.
  package static let events = Signals(rawValue: 2)
  /// A job is waiting.
  package static let jobs = Signals(rawValue: 4)
  /// A timer was set.
  package static let timers = Signals(rawValue: 8)

  package static let all: Signals = [.appended, .events, .jobs, .timers]
}
