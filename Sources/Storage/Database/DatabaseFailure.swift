/// What can go wrong between a transaction and its database.
///
/// None is caught inside a transaction: on PostgreSQL the transaction is already broken, and the
/// engine may have to run it again.
package enum DatabaseFailure: Error, Equatable {
  /// More callers wait than the queue's bound; nothing was done. Try again after the seconds.
  case overloaded(retryAfterSeconds: Int)
  /// The database did not answer in time, or is locked by another process; nothing was done.
  case busy(String)
  /// The database cannot be reached or has been closed.
  case unavailable(String)
  /// A unique index, foreign key, CHECK or NOT NULL refused a row.
  case constraint(String)
  /// A statement was wrong, or the engine failed; `code` is SQLite's number or PostgreSQL's state.
  case statement(code: String, message: String)
  /// A value came back with another type than was asked for.
  case unexpectedValue(String)
}
