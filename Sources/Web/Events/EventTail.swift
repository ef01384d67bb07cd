import ServiceDesk
package import Storage
import Synchronization

/// The newest end of the event log, kept in memory once for all who follow it live.
///
/// Followers pull: each asks for what comes after its position and waits where there is nothing,
/// so a slow one holds no queue. One that has fallen behind the memory reads the database.
package final class EventTail: Sendable {
  /// An event, rendered once.
  struct Entry: Sendable {
    let position: Int64
    let account: ID<Account>
    let event: NewEvent
    /// In the form of a server-sent event.
    let frame: [UInt8]
  }

  private struct State {
    var entries: [Entry] = []
    /// Everything after this position, up to the end, is in the entries.
    var floor: Int64
    var end: Int64
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastTicket = 0
    var followers = 0
    var isClosed = false
  }

  private static let kept = 2_000
  private static let batch = 500

  private let database: Database
  private let state = Mutex(State(floor: 0, end: 0))

  package init(database: Database) { self.database = database }

  /// The position up to which it has taken in the log.
  var end: Int64 { state.withLock { $0.end } }

  /// How many follow now.
  package var followers: Int { state.withLock { $0.followers } }

  /// Takes in events as they are numbered, until cancelled; followers are released then.
  package func run() async throws {
    defer { close() }
    try await jump()
    for await _ in database.bell.rings(of: .events) {
      do {
        while try await takeIn() == Self.batch {}
      } catch is DatabaseFailure {
        // The poll rings again; followers wait.
        continue
      } catch EventLogFailure.expired {
        // Pruned under our feet: whoever follows reads the database and learns it there.
        try await jump()
      }
    }
  }

  private func takeIn() async throws -> Int {
    let after = state.withLock { $0.end }
    let records = try await database.read { transaction in
      try EventLog.read(after: after, account: nil, limit: Self.batch, in: transaction)
    }
    append(
      records.map { record in
        Entry(
          position: record.position,
          account: ID(record.event.account),
          event: record.event,
          frame: EventFrame(record).bytes
        )
      }
    )
    return records.count
  }

  /// Goes to the end of the log and wakes all who wait: what they miss is in the database.
  private func jump() async throws {
    let head = try await database.read { try EventLog.head(in: $0) }
    let waiting = state.withLock { state in
      state.entries = []
      state.floor = head
      state.end = head
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  private func append(_ new: [Entry]) {
    guard let last = new.last else { return }
    let waiting = state.withLock { state in
      state.entries += new
      state.end = last.position
      if state.entries.count > Self.kept {
        let surplus = state.entries.count - Self.kept
        state.floor = state.entries[surplus - 1].position
        state.entries.removeFirst(surplus)
      }
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// What a follower at `position` gets next.
  enum Next {
    /// The account's events after the position, and how far that goes.
    case entries([Entry], upTo: Int64)
    /// The memory does not go back so far: the database does.
    case behind
    case closed
  }

  ///
  /// Those of all accounts where `account` is `nil`.
  func next(after position: Int64, account: ID<Account>?) -> Next {
    state.withLock { state in
      guard !state.isClosed else { return .closed }
      guard position >= state.floor else { return .behind }
      let start = state.entries.partitioningIndex { $0.position > position }
      let entries = state.entries[start...].filter { account == nil || $0.account == account }
      return .entries(entries, upTo: max(position, state.end))
    }
  }

  /// Returns when there is something after `position`, when the tail closes, or when the task is
  /// cancelled.
  func wait(after position: Int64) async {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mustWait = state.withLock { state in
          guard state.end <= position, !state.isClosed, !Task.isCancelled else { return false }
          state.waiting[ticket] = continuation
          return true
        }
        if !mustWait { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }

  func enter() { state.withLock { $0.followers += 1 } }

  func leave() { state.withLock { $0.followers -= 1 } }

  private func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }
}

extension Array {
  /// The first index whose element meets the condition, in an array where all after it do too.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
