import Foundation
package import Storage
import Synchronization

/// So many at once, and as many again over each period.
package struct RateLimit: Sendable, Hashable {
  package let name: String
  package let burst: Int
  package let period: Duration

  package init(name: String, burst: Int, period: Duration) {
    self.name = name
    self.burst = burst
    self.period = period
  }
}

/// Lets each subject do only so much: token buckets, kept as the time when a bucket is full again
/// (the generic cell rate algorithm, ITU-T I.371).
///
/// Kept in this process alone: with several nodes each grants the whole limit.
package final class RateLimiter: Sendable {
  private struct Key: Hashable {
    let limit: String
    let subject: String
  }

  private let most: Int
  private let now: Now
  private let fullAt = Mutex<[Key: Int64]>([:])

  /// Remembers at most so many subjects.
  package init(most: Int = 100_000, now: @escaping Now) {
    self.most = most
    self.now = now
  }

  /// Throws a ``Problem`` unless the subject may do one more of it now.
  func require(_ limit: RateLimit, of subject: String) throws {
    guard let wait = take(limit, of: subject) else { return }
    let seconds = Int((wait / .seconds(1)).rounded(.up))
    throw Problem(status: 429, code: "tooManyRequests", retryAfterSeconds: max(1, seconds))
  }

  /// Takes one from the subject's bucket.
  ///
  /// - Returns: how long to wait for the next; `nil` if there was one.
  package func take(_ limit: RateLimit, of subject: String) -> Duration? {
    let time = now().milliseconds
    let cost = limit.period.wholeMilliseconds / Int64(limit.burst)
    let room = limit.period.wholeMilliseconds
    let key = Key(limit: limit.name, subject: subject)
    return fullAt.withLock { fullAt in
      let next = max(fullAt[key] ?? time, time) + cost
      guard next - time <= room else { return .milliseconds(next - time - room) }
      if fullAt[key] == nil, fullAt.count >= most { forget(&fullAt, at: time) }
      fullAt[key] = next
      return nil
    }
  }

  private func forget(_ fullAt: inout [Key: Int64], at time: Int64) {
    fullAt = fullAt.filter { $0.value > time }
    // Whoever fills the memory from many addresses is not to lock everybody else out: all begin
    // anew.
    if fullAt.count >= most { fullAt = [:] }
  }
}

extension RateLimiter {
  /// What an address counts as: IPv6 by the 64 bits that one household has, since it can take any
  /// address within them.
  package static func subject(ofAddress address: String?) -> String {
    guard let address else { return "unknown" }
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &bytes) == 1 else {
      return address
    }
    let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    return isMapped
      ? bytes[12...].map { String($0) }.joined(separator: ".")
      : bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
  }
}
