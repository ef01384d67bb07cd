import Foundation

/// A point in time, in whole milliseconds since 1970 UTC.
package struct Timestamp: Sendable, Hashable, Comparable, SQLConvertible {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static var sqlType: SQLType { .integer }
  package var sqlValue: SQLValue { .integer(milliseconds) }

  package init?(sqlValue: SQLValue) {
    guard let milliseconds = Int64(sqlValue: sqlValue) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

  package static func + (time: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds + duration.wholeMilliseconds)
  }

  package static func - (time: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds - duration.wholeMilliseconds)
  }

  /// The system's clock, read now.
  package static func systemClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Where the program reads the time, so that tests can set it.
package typealias Now = @Sendable () -> Timestamp

extension Duration {
  package static func minutes(_ count: Int64) -> Duration { .seconds(60 * count) }
  package static func hours(_ count: Int64) -> Duration { .seconds(3_600 * count) }
  package static func days(_ count: Int64) -> Duration { .seconds(86_400 * count) }

  /// The duration in milliseconds, cut to whole ones.
  package var wholeMilliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }
}
