import Foundation
import GRDB

/// A file with the product's table of messages, alone: no foreign keys, no other index.
final class MessageTable {
  private let pool: DatabasePool
  private var last: Int64 = 0

  init(file: String) throws {
    pool = try DatabasePool(path: file)
    try pool.writeWithoutTransaction { database in
      // As the product does; a pool opens with NORMAL, which does not sync commits.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(
        sql: """
          CREATE TABLE message (
            account_id BIGINT NOT NULL,
            conversation_id BIGINT NOT NULL,
            id BIGINT NOT NULL,
            kind TEXT NOT NULL,
            channel TEXT NOT NULL,
            author_kind TEXT NOT NULL,
            author_id BIGINT,
            text TEXT NOT NULL,
            delivery TEXT,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (account_id, conversation_id, id)
          ) WITHOUT ROWID
          """
      )
    }
  }

  /// Commits so many new messages, each to a conversation of its own, in one transaction.
  func commit(_ count: Int) throws {
    try pool.write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      )
      for _ in 0..<count {
        last += 1
        try statement.execute(
          arguments: [
            1, last, last, "incoming", "api", "customer", last, Self.text, nil, 1_700_000_000_000,
          ]
        )
      }
    }
  }

  /// As long as the texts that the load sends, about 200 bytes.
  private static let text = String(repeating: "parcel ", count: 29)
}
