/// One step of the schema, forward only.
package struct Migration: Sendable {
  /// `YYYY-MM-DD-NN-noun`; sorts in the order of application and never changes once released.
  package let name: String

  /// The statements, for either engine.
  package let statements: @Sendable (any Dialect) -> [SQL]

  package init(_ name: String, statements: @escaping @Sendable (any Dialect) -> [SQL]) {
    self.name = name
    self.statements = statements
  }
}
