/// An open transaction.
///
/// Its body is synchronous, so no network call can hold it open; it may run twice (the engine
/// can ask for it), so whatever it changes lies in the database alone.
package struct Transaction {
  package let dialect: any Dialect
  private let connection: any Connection
  private let afterCommit: AfterCommit
  private let mayWrite: Bool

  package init(
    connection: any Connection,
    dialect: any Dialect,
    afterCommit: AfterCommit,
    mayWrite: Bool
  ) {
    self.connection = connection
    self.dialect = dialect
    self.afterCommit = afterCommit
    self.mayWrite = mayWrite
  }

  @discardableResult
  package func rows(_ sql: SQL) throws -> [Row] { try connection.rows(sql) }

  /// Runs the statement and returns how many rows it changed.
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int { try connection.execute(sql) }

  /// Appended to the `SELECT` of a row that is to be decided about: locks it until the commit.
  ///
  /// Nothing in a reading transaction, nor on SQLite, where writers come one after the other.
  package var forUpdate: SQL { mayWrite ? dialect.forUpdate : "" }

  /// Rings the bell for `signals` once the transaction is committed, and not otherwise.
  package func signal(_ signals: Signals) { afterCommit.signals.formUnion(signals) }
}

/// What is to be told once a transaction is committed; collected by one thread while it is open.
package final class AfterCommit {
  package fileprivate(set) var signals: Signals = []

  package init() {}
}
