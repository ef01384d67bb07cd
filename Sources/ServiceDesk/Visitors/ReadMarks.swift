package import Storage
import Synchronization

/// Who has read how far, kept in memory and written down every two seconds: reading is not to
/// hammer the database.
///
/// A mark only ever moves on, and is lost at most if the program is killed within that time.
package final class ReadMarks: Sendable {
  /// Who reads: all of one kind are one side of a conversation.
  package enum Reader: Sendable, Hashable {
    case customer(ID<Customer>)
    case agent(ID<Agent>)
  }

  package enum Side: String, Sendable, SQLConvertible {
    case customer, agent
  }

  package struct Mark: Sendable, Hashable {
    package let account: ID<Account>
    package let conversation: ID<Conversation>
    package let reader: Reader
    package let message: ID<Message>

    package init(
      account: ID<Account>,
      conversation: ID<Conversation>,
      reader: Reader,
      message: ID<Message>
    ) {
      self.account = account
      self.conversation = conversation
      self.reader = reader
      self.message = message
    }
  }

  private struct Key: Hashable {
    let account: ID<Account>
    let conversation: ID<Conversation>
    let reader: Reader
  }

  private struct State {
    /// Not written down yet.
    var waiting: [Key: ID<Message>] = [:]
    /// What was told last, so that who reads the same again tells nothing new.
    var told: [Key: ID<Message>] = [:]
  }

  /// More readers than can move on within two seconds; past it marks are left out, and their
  /// readers' next ones tell the same.
  private static let most = 20_000
  private static let batch = 500

  private let database: Database
  private let onMove: @Sendable (Mark) -> Void
  private let state = Mutex(State())

  /// `onMove` is told each mark that moves on, as far as this process knows.
  package init(database: Database, onMove: @escaping @Sendable (Mark) -> Void = { _ in }) {
    self.database = database
    self.onMove = onMove
  }

  /// Notes that the reader has read up to the message.
  package func note(_ mark: Mark) {
    let key = Key(account: mark.account, conversation: mark.conversation, reader: mark.reader)
    let moved = state.withLock { state in
      let old = state.waiting[key] ?? state.told[key]
      guard old.map({ $0 < mark.message }) ?? true, state.waiting.count < Self.most else {
        return false
      }
      state.waiting[key] = mark.message
      if state.told.count >= Self.most { state.told = [:] }
      state.told[key] = mark.message
      return true
    }
    if moved { onMove(mark) }
  }

  /// The farther of `stored`, which was read from the database, and what is still in memory.
  package func latest(
    _ side: Side,
    in conversations: [ID<Conversation>],
    of account: ID<Account>,
    stored: ID<Message>?
  ) -> ID<Message>? {
    let wanted = Set(conversations)
    return state.withLock { state in
      state.waiting.lazy
        .filter { $0.key.account == account && $0.key.reader.side == side }
        .filter { wanted.contains($0.key.conversation) }
        .map(\.value).max()
    }.map { max($0, stored ?? $0) } ?? stored
  }

  /// Writes the marks down every two seconds, until cancelled, and then once more.
  package func run() async throws {
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: .seconds(2))
        try await flush()
      } catch is DatabaseFailure {
        // They are kept, and written the next time.
        continue
      } catch is CancellationError {
        // The loop ends.
        continue
      }
    }
    try await flush()
  }

  /// Writes down what is in memory.
  ///
  /// - Throws: `DatabaseFailure`; what was not written stays.
  package func flush() async throws {
    let marks = state.withLock { Array($0.waiting) }
    for start in stride(from: 0, to: marks.count, by: Self.batch) {
      // Always in the same order, so that two nodes cannot wait for each other.
      let batch = marks[start..<min(start + Self.batch, marks.count)].sorted {
        ($0.key.conversation, $0.key.reader.id) < ($1.key.conversation, $1.key.reader.id)
      }
      try await database.write { transaction in
        for (key, message) in batch { try Self.write(message, key, in: transaction) }
      }
      // One that has moved on meanwhile waits for the next time.
      state.withLock { state in
        for (key, message) in batch where state.waiting[key] == message {
          state.waiting[key] = nil
        }
      }
    }
  }

  private static func write(
    _ message: ID<Message>,
    _ key: Key,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO read_mark (account_id, conversation_id, reader_kind, reader_id, message_id)
      VALUES (\(key.account), \(key.conversation), \(key.reader.side), \(key.reader.id),
        \(message))
      ON CONFLICT (account_id, conversation_id, reader_kind, reader_id) DO UPDATE
        SET message_id = excluded.message_id
        WHERE read_mark.message_id < excluded.message_id
      """
    )
  }
}

extension ReadMarks.Reader {
  package var side: ReadMarks.Side {
    switch self {
    case .customer: .customer
    case .agent: .agent
    }
  }

  fileprivate var id: Int64 {
    switch self {
    case .customer(let customer): customer.raw
    case .agent(let agent): agent.raw
    }
  }
}

extension Work {
  /// How far each side has read in the conversations, so far as it is written down.
  func readMarks(in conversations: [ID<Conversation>]) throws -> [ReadMarks.Side: ID<Message>] {
    guard !conversations.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT reader_kind, MAX(message_id) FROM read_mark
      WHERE account_id = \(account) AND conversation_id IN \(list: conversations)
      GROUP BY reader_kind
      """
    )
    var marks: [ReadMarks.Side: ID<Message>] = [:]
    for row in rows { marks[try row[0]] = try row[1] as ID<Message> }
    return marks
  }
}

/// How far each side has read in a conversation, so far as it is written down.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindReadMarks: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> [ReadMarks.Side: ID<Message>] {
    _ = try work.requireVisible(conversation)
    return try work.readMarks(in: [conversation])
  }
}
