/// A value both SQLite and PostgreSQL can store.
@usableFromInline package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// The type under which a parameter is declared to PostgreSQL, also where its value is null.
@usableFromInline package enum SQLType: Sendable, Hashable { case integer, real, text, blob }

/// A value to bind, with its declared type.
@usableFromInline package struct SQLParameter: Sendable, Hashable {
  package let type: SQLType
  package let value: SQLValue

  @usableFromInline package init(type: SQLType, value: SQLValue) {
    self.type = type
    self.value = value
  }
}

/// A type that can be bound to a statement and read back from a row.
@usableFromInline package protocol SQLConvertible: Sendable {
  static var sqlType: SQLType { get }
  var sqlValue: SQLValue { get }
  init?(sqlValue: SQLValue)
}
