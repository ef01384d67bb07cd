/// One row of a result; columns are read in the order of the statement.
// Inlinable with all that it uses, so that other modules' types are not looked up at run time for
// each value.
@usableFromInline package struct Row: Sendable {
  @usableFromInline package let values: [SQLValue]

  package init(values: [SQLValue]) { self.values = values }

  /// The value of a column that is never null.
  ///
  /// - Throws: ``DatabaseFailure/unexpectedValue(_:)`` if it is null or of another type.
  @inlinable package subscript<T: SQLConvertible>(_ column: Int) -> T {
    get throws {
      guard let value = T(sqlValue: values[column]) else { throw unexpected(T.self, column) }
      return value
    }
  }

  /// The value of a column that may be null.
  ///
  /// - Throws: ``DatabaseFailure/unexpectedValue(_:)`` if it is of another type.
  @inlinable package subscript<T: SQLConvertible>(_ column: Int) -> T? {
    get throws {
      if case .null = values[column] { return nil }
      guard let value = T(sqlValue: values[column]) else { throw unexpected(T.self, column) }
      return value
    }
  }

  @usableFromInline func unexpected(_ type: Any.Type, _ column: Int) -> any Error {
    DatabaseFailure.unexpectedValue("no \(type) in column \(column)")
  }
}
