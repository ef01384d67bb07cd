import Foundation
package import Storage

/// Indexes an account's records again, a batch at a time, while the desk goes on working.
///
/// Needed when the way in which texts are cut into words has changed.
package struct RebuildIndex: JobHandler {
  package static let kind = "search.rebuild"

  private static let batch = 500

  private let desk: Desk

  package init(desk: Desk) { self.desk = desk }

  /// Asks for the account to be indexed again; once, however often it is asked.
  package static func enqueue(for account: ID<Account>, in work: Work) throws {
    try JobQueue.enqueue(
      Job(
        account: account.raw,
        id: work.newID(Job.self).raw,
        kind: kind,
        key: "\(account)",
        payload: "{}"
      ),
      runAt: work.now,
      in: work.transaction
    )
  }

  package func perform(_ job: Job) async throws {
    var last: Int64 = 0
    while let next = try await desk.perform(
      Batch(after: last, size: Self.batch),
      as: .system(of: ID(job.account))
    ) {
      last = next
    }
  }

  /// Indexes the documents after an id.
  private struct Batch: Command {
    let after: Int64
    let size: Int

    /// - Returns: the last document's id; `nil` when there are none left.
    func run(in work: Work) throws -> Int64? {
      let rows = try work.rows(
        """
        SELECT d.id, d.kind, d.conversation_id, COALESCE(m.text, c.subject)
        FROM search_document d
        LEFT JOIN message m ON m.account_id = d.account_id AND m.id = d.id
          AND m.conversation_id = d.conversation_id
        LEFT JOIN conversation c ON c.account_id = d.account_id AND c.id = d.id
        WHERE d.account_id = \(work.account) AND d.id > \(after)
        ORDER BY d.id LIMIT \(size)
        """
      )
      for row in rows { try index(row, in: work) }
      return try rows.last.map { try $0[0] }
    }

    private func index(_ row: Row, in work: Work) throws {
      let id: Int64 = try row[0]
      let text: String? = try row[3]
      switch try row[1] as String {
      case Message.noun:
        try work.index(Message.self, id: id, conversation: row[2], text: text ?? "")
      case Conversation.noun:
        try work.index(Conversation.self, id: id, conversation: row[2], text: text ?? "")
      default: try work.indexCustomer(ID(id))
      }
    }
  }
}

extension Desk {
  /// Asks for every account to be indexed again.
  ///
  /// - Returns: how many accounts there are.
  package func rebuildIndexes() async throws -> Int {
    let accounts: [ID<Account>] = try await database.read { transaction in
      try transaction.rows("SELECT id FROM account ORDER BY id").map { try $0[0] }
    }
    for account in accounts {
      try await perform(AskForRebuild(), as: .system(of: account))
    }
    return accounts.count
  }
}

private struct AskForRebuild: Command {
  func run(in work: Work) throws { try RebuildIndex.enqueue(for: work.account, in: work) }
}
