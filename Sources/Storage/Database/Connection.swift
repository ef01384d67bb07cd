/// One engine's connection while a transaction is open on it.
///
/// Used by one thread at a time; never outlives the transaction.
package protocol Connection {
  /// Runs the statement and returns all its rows.
  func rows(_ sql: SQL) throws -> [Row]

  /// Runs the statement and returns how many rows it changed.
  func execute(_ sql: SQL) throws -> Int
}
