import Storage
import TestSupport
import Testing
import Web

@Suite struct RateLimiterTests {
  let clock = TestClock()
  let limit = RateLimit(name: "calls", burst: 3, period: .seconds(60))

  private func limiter(most: Int = 100) -> RateLimiter {
    RateLimiter(most: most, now: { [clock] in clock.now })
  }

  @Test func `so many pass at once, and as many again over the period`() {
    let limiter = limiter()
    for _ in 1...3 { #expect(limiter.take(limit, of: "a") == nil) }
    #expect(limiter.take(limit, of: "a") == .seconds(20))
    #expect(limiter.take(limit, of: "b") == nil)
    clock.advance(by: .seconds(19))
    #expect(limiter.take(limit, of: "a") == .seconds(1))
    clock.advance(by: .seconds(1))
    #expect(limiter.take(limit, of: "a") == nil)
    #expect(limiter.take(limit, of: "a") == .seconds(20))
    clock.advance(by: .seconds(600))
    for _ in 1...3 { #expect(limiter.take(limit, of: "a") == nil) }
    #expect(limiter.take(limit, of: "a") == .seconds(20))
  }

  @Test func `limits of another name are others`() {
    let limiter = limiter()
    for _ in 1...3 { _ = limiter.take(limit, of: "a") }
    let other = RateLimit(name: "files", burst: 3, period: .seconds(60))
    #expect(limiter.take(other, of: "a") == nil)
  }

  @Test func `it forgets whoever has all again, before it forgets anybody else`() {
    let limiter = limiter(most: 2)
    for _ in 1...3 { _ = limiter.take(limit, of: "old") }
    clock.advance(by: .seconds(61))
    for _ in 1...3 { _ = limiter.take(limit, of: "a") }
    #expect(limiter.take(limit, of: "b") == nil)
    #expect(limiter.take(limit, of: "a") != nil)
    #expect(limiter.take(limit, of: "c") == nil, "full of those who wait, it begins anew")
    #expect(limiter.take(limit, of: "a") == nil)
  }

  @Test(arguments: [
    ("203.0.113.9", "203.0.113.9"),
    ("2001:db8:1:2:3:4:5:6", "20:1:d:b8:0:1:0:2/64"),
    ("2001:db8:1:2::9", "20:1:d:b8:0:1:0:2/64"),
    ("2001:db8:1:3::9", "20:1:d:b8:0:1:0:3/64"),
    ("fe80::1%eth0", "fe:80:0:0:0:0:0:0/64"),
    ("::ffff:203.0.113.9", "203.0.113.9"),
    (nil, "unknown"),
  ])
  func `an IPv6 address counts as its household's network`(address: String?, subject: String) {
    #expect(RateLimiter.subject(ofAddress: address) == subject)
  }
}
