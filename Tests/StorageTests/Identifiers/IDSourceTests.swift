import Storage
import TestSupport
import Testing

@Suite struct IDSourceTests {
  let clock = TestClock()

  private func source(
    node: Int64 = 1,
    floor: Timestamp = Timestamp(milliseconds: 0),
    lease: Duration = .days(1)
  ) -> IDSource {
    IDSource(node: node, floor: floor, validUntil: clock.now + lease) { [clock] in clock.now }
  }

  @Test func `they count up while the clock stands, runs and goes backwards`() throws {
    let ids = source()
    var made: [Int64] = []

    for step in [0, 0, 5, -1_000, 0, 3, -7_200_000, 1, 7_300_000] {
      clock.advance(by: .milliseconds(step))
      made += [try ids.next(), try ids.next()]
    }

    #expect(made == made.sorted())
    #expect(Set(made).count == made.count)
    #expect(made.allSatisfy { $0 > 0 })
  }

  @Test func `one made a millisecond later on any node is greater`() throws {
    let early = try source(node: 1_023).next()
    clock.advance(by: .milliseconds(1))
    let late = try source(node: 0).next()

    #expect(early < late)
  }

  @Test func `more than fit into a millisecond run ahead of the clock`() throws {
    let ids = source()

    let made = try (0..<10_000).map { _ in try ids.next() }

    #expect(Set(made).count == 10_000)
    #expect(made == made.sorted())
  }

  @Test func `many tasks at once get different ones`() async throws {
    let ids = source()

    let made = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for _ in 0..<8 {
        group.addTask { try (0..<1_000).map { _ in try ids.next() } }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }

    #expect(Set(made).count == 8_000)
  }

  @Test func `none is made after the lease, and no more once the clock goes backwards`() throws {
    let ids = source(lease: .seconds(60))
    clock.advance(by: .milliseconds(59_999))
    _ = try ids.next()

    clock.advance(by: .milliseconds(1))
    #expect(throws: IDFailure.leaseExpired) { try ids.next() }
    clock.advance(by: .seconds(-30))
    #expect(throws: IDFailure.leaseExpired) { try ids.next() }
  }

  @Test func `those that run ahead stop at the lease too`() {
    let ids = source(lease: .milliseconds(2))

    #expect(throws: IDFailure.leaseExpired) {
      for _ in 0..<20_000 { _ = try ids.next() }
    }
  }

  @Test func `two nodes make different ones in the same millisecond`() throws {
    let (one, two) = (source(node: 1), source(node: 2))

    let made = try (0..<100).flatMap { _ in [try one.next(), try two.next()] }

    #expect(Set(made).count == 200)
  }

  @Test func `a new holder begins above all that an earlier one can have made`() throws {
    let earlier = source()
    let last = try (0..<4_096).map { _ in try earlier.next() }.last

    let first = try source(floor: clock.now).next()

    #expect(first > (last ?? .max))
  }
}
