import Testing

@testable import Channels

struct ByteBudgetTests {
  private let budget = ByteBudget(most: 100, free: 10)

  /// Lets the others run until so many wait.
  private func settle(at count: Int) async {
    for _ in 0..<100_000 where budget.waiting != count { await Task.yield() }
  }

  @Test func `no more is held at a time than is allowed, and who came first is first`()
    async throws
  {
    try await budget.take(60)
    // More than all there is; it has it alone.
    let large = Task { [budget] in try await budget.take(500) }
    await settle(at: 1)
    let small = Task { [budget] in try await budget.take(20) }
    await settle(at: 2)
    #expect(budget.waiting == 2)
    budget.give(60)
    try await large.value
    #expect(budget.waiting == 1)
    budget.give(500)
    try await small.value
    #expect(budget.waiting == 0)
  }

  @Test func `small ones wait for nobody`() async throws {
    try await budget.take(100)
    try await budget.take(10)
    budget.give(10)
    budget.give(100)
    try await budget.take(100)
  }

  @Test func `who is cancelled while waiting holds nothing`() async throws {
    try await budget.take(100)
    let waiting = Task { [budget] in try await budget.take(50) }
    await settle(at: 1)
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    budget.give(100)
    try await budget.take(100)
  }
}
