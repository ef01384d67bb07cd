/// Something that is true of every sound database.
package struct Invariant: Sendable {
  /// A sentence that says it.
  package let name: String

  /// Counts what was looked at, and what is not as it should be: two columns, one row.
  package let count: SQL

  package init(_ name: String, count: SQL) {
    self.name = name
    self.count = count
  }
}

/// What a look at one invariant showed.
package struct Finding: Sendable, Equatable {
  package let name: String
  package let examined: Int
  package let violations: Int

  package init(name: String, examined: Int, violations: Int) {
    self.name = name
    self.examined = examined
    self.violations = violations
  }

  package var holds: Bool { violations == 0 }
}

extension Invariant {
  /// Looks at the whole database.
  package func examine(in transaction: Transaction) throws -> Finding {
    let rows = try transaction.rows(count)
    guard let row = rows.first else { throw DatabaseFailure.unexpectedValue(name) }
    return Finding(name: name, examined: try row[0], violations: try row[1])
  }
}
