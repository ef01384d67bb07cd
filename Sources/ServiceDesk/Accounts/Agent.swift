package import Storage

/// A person who works at the desk.
package struct Agent: Sendable, Equatable {
  package let id: ID<Agent>
  package let name: Name
  package let email: EmailAddress
  package let createdAt: Timestamp

  /// A name of 1 to 100 Unicode scalars.
  package typealias Name = BoundedText<AgentNameLimits>
}

extension Agent: Referable {
  package static let noun = "agent"
}

package enum AgentNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

extension Agent {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, name, email, created_at"

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    email = try row[2]
    createdAt = try row[3]
  }
}

/// Why an agent was not added.
package enum AgentFailure: String, Failure, CaseIterable {
  case emailTaken

  package var kind: FailureKind { .conflict }
  package var field: String? { "email" }
}

extension Work {
  /// Throws ``AccessFailure/noSuchAgent`` unless the account has the agent.
  package func requireAgent(_ agent: ID<Agent>) throws {
    let found = try rows(
      "SELECT 1 FROM agent WHERE account_id = \(account) AND id = \(agent)"
    )
    guard !found.isEmpty else { throw AccessFailure.noSuchAgent }
  }
}
