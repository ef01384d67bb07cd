import Testing

@testable import Channels

struct ByteBudgetTests {
  /// How much is held, and how much ever was at most.
  private actor Tally {
    private var now = 0
    private(set) var most = 0

    func add(_ bytes: Int) {
      now += bytes
      most = max(most, now)
    }
  }

  private let budget = ByteBudget(most: 100, free: 10)

  @Test func `no more is held at a time than is allowed`() async throws {
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { [budget] group in
      for bytes in [60, 30, 100, 11, 500, 40, 70, 20, 90] {
        group.addTask {
          try await budget.take(bytes)
          await tally.add(min(bytes, 100))
          await tally.add(-min(bytes, 100))
          budget.give(bytes)
        }
      }
      try await group.waitForAll()
    }
    #expect(await tally.most == 100)
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
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    budget.give(100)
    try await budget.take(100)
  }
}
