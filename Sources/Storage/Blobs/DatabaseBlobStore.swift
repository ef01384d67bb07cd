/// Blobs as rows of the database, which all nodes share; also for a database in memory.
package struct DatabaseBlobStore: BlobStore {
  private let database: Database

  package init(database: Database) { self.database = database }

  package func put(_ bytes: [UInt8], account: Int64) async throws -> BlobHash {
    let hash = BlobHash(of: bytes)
    try await database.write { transaction in
      try transaction.execute(
        """
        INSERT INTO blob_content (account_id, hash, content) VALUES (\(account), \(hash), \(bytes))
        ON CONFLICT (account_id, hash) DO NOTHING
        """
      )
    }
    return hash
  }

  package func bytes(_ hash: BlobHash, account: Int64) async throws -> [UInt8]? {
    try await database.read { transaction in
      try transaction.rows(
        "SELECT content FROM blob_content WHERE account_id = \(account) AND hash = \(hash)"
      ).first.map { try $0[0] }
    }
  }

  /// All blobs that are there, of all accounts.
  func all() async throws -> [(account: Int64, hash: BlobHash)] {
    try await database.read { transaction in
      try transaction.rows("SELECT account_id, hash FROM blob_content ORDER BY account_id, hash")
        .map { (try $0[0], try $0[1]) }
    }
  }
}

/// The table of blobs that lie in the database.
package enum BlobSchema {
  static let table = "blob_content"

  package static let migrations = [
    Migration("2026-11-22-05-blob") { dialect in
      [
        """
        CREATE TABLE blob_content (
          account_id BIGINT NOT NULL,
          hash TEXT NOT NULL CHECK (length(hash) = 64),
          content \(dialect.blob) NOT NULL,
          PRIMARY KEY (account_id, hash)
        )
        """
      ]
    }
  ]
}
