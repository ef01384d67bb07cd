package import Storage
import Synchronization

/// Holds up those who guess passwords: so many attempts in a quarter of an hour for an email
/// address from one place, from one place in all, and for an email address from everywhere.
///
/// Kept in this process alone. The bound for an email address from everywhere is wide, so that
/// nobody can easily lock another person out.
package final class SignInLimiter: Sendable {
  private static let window = Duration.minutes(15)
  private static let mostEntries = 30_000

  private enum Key: Hashable {
    case both(email: String, address: String)
    case address(String)
    case email(String)

    var mostAttempts: Int {
      switch self {
      case .both: 10
      case .address: 50
      case .email: 100
      }
    }
  }

  private struct Entry {
    let start: Timestamp
    var attempts: Int
  }

  private let entries = Mutex<[Key: Entry]>([:])

  package init() {}

  /// Counts an attempt to sign in.
  ///
  /// - Returns: after how many seconds another attempt makes sense; `nil` if this one is admitted.
  package func attempt(email: String, address: String, at time: Timestamp) -> Int? {
    let email = String(email.lowercased().prefix(254))
    let keys: [Key] = [.both(email: email, address: address), .address(address), .email(email)]
    return entries.withLock { entries in
      if entries.count > Self.mostEntries - keys.count { Self.makeRoom(in: &entries, at: time) }
      for key in keys {
        guard let entry = entries[key], time < entry.start + Self.window,
          entry.attempts >= key.mostAttempts
        else { continue }
        let left = (entry.start + Self.window).milliseconds - time.milliseconds
        return Int((left + 999) / 1_000)
      }
      for key in keys {
        if let entry = entries[key], time < entry.start + Self.window {
          entries[key]?.attempts += 1
        } else {
          entries[key] = Entry(start: time, attempts: 1)
        }
      }
      return nil
    }
  }

  /// Removes what is over; where that is not enough, the older half.
  private static func makeRoom(in entries: inout [Key: Entry], at time: Timestamp) {
    entries = entries.filter { time < $0.value.start + window }
    guard entries.count > mostEntries * 3 / 4 else { return }
    let starts = entries.values.map(\.start).sorted()
    let middle = starts[starts.count / 2]
    entries = entries.filter { $0.value.start > middle }
  }
}
