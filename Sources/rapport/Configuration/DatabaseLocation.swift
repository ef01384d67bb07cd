/// Where rows are kept.
enum DatabaseLocation: Sendable, Equatable {
  /// A file in the data folder.
  case sqlite

  /// A server that several machines can share.
  case postgres(PostgresAddress)

  /// Nothing means SQLite; anything else must be the address of a PostgreSQL database.
  init?(_ text: String) {
    if text.isEmpty {
      self = .sqlite
    } else if let address = PostgresAddress(text) {
      self = .postgres(address)
    } else {
      return nil
    }
  }
}
