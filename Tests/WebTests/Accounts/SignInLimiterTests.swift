import Storage
import TestSupport
import Testing
import Web

@Suite struct SignInLimiterTests {
  let limiter = SignInLimiter()
  let clock = TestClock()

  private func attempt(_ email: String = "ben@example.com", from address: String = "192.0.2.1")
    -> Int?
  {
    limiter.attempt(email: email, address: address, at: clock.now)
  }

  @Test func `ten attempts for an address from one place are admitted in 15 minutes`() {
    for _ in 1...10 { #expect(attempt() == nil) }
    #expect(attempt() == 900)
    #expect(attempt("BEN@example.com") == 900)
    #expect(attempt(from: "192.0.2.2") == nil)
    #expect(attempt("nikos@example.com") == nil)

    clock.advance(by: .minutes(15) - .milliseconds(1))
    #expect(attempt() == 1)
    clock.advance(by: .milliseconds(1))
    #expect(attempt() == nil)
  }

  @Test func `one place has fifty attempts in all`() {
    for number in 1...50 { #expect(attempt("agent\(number)@example.com") == nil) }
    #expect(attempt("agent51@example.com") == 900)
    #expect(attempt("agent51@example.com", from: "192.0.2.2") == nil)
  }

  @Test func `an address has a hundred attempts from everywhere`() {
    for number in 1...100 { #expect(attempt(from: "198.51.100.\(number)") == nil) }
    #expect(attempt(from: "198.51.100.101") == 900)
  }

  @Test func `however many there are, the latest are counted`() {
    for number in 0..<30_000 {
      _ = attempt("agent\(number)@example.com", from: "place \(number)")
      clock.advance(by: .milliseconds(1))
    }
    for _ in 1...10 { #expect(attempt() == nil) }
    #expect(attempt() != nil)
  }
}
