/// What truly differs between the two engines; everything else is written once.
package protocol Dialect: Sendable {
  /// The column type for bytes.
  var blob: SQL { get }

  /// The type and constraint of a single-column primary key of 64-bit integers.
  var integerKey: SQL { get }

  /// Ends a `CREATE TABLE` whose rows are small and found by their primary key.
  var clustered: SQL { get }

  /// Locks the selected row until the commit.
  var forUpdate: SQL { get }

  /// Locks the selected rows, passing over those that another transaction holds.
  var forUpdateSkipLocked: SQL { get }

  /// The position an event gets as it is inserted; `NULL` where the sequencer numbers it later.
  var positionAtInsert: SQL { get }

  /// Whether committed events wait for the sequencer to number them.
  var numbersAfterCommit: Bool { get }

  /// Statements that create what the search index needs beside its table.
  var searchIndexSchema: [SQL] { get }

  /// A `SELECT` of the `id` of the account's documents that match, newest (highest id) first, at
  /// most `limit`.
  ///
  /// Only documents with an id lower than `below`; the newest ones where it is `nil`.
  func searchHits(_ match: SearchMatch, account: Int64, below: Int64?, limit: Int) -> SQL

  /// Statements that lift the time limits of a transaction that may take long, as a migration may.
  var withoutTimeLimit: [SQL] { get }

  /// Makes other transactions that take the lock of this name wait until the commit.
  ///
  /// `nil` where writers come one after the other anyway.
  func exclusiveLock(_ name: ExclusiveLock) -> SQL?
}

/// Something that only one transaction at a time may do, over all nodes.
package enum ExclusiveLock: Int64, Sendable {
  // Any numbers will do, so long as no other program uses them in the same database.
  case migrating = 7_272_677_001
  case numberingEvents = 7_272_677_002
}
