package import Storage

/// A person who works at the desk.
package struct Agent: Sendable, Equatable {
  /// What a person may do at the desk.
  package enum Role: String, Sendable, CaseIterable, SQLConvertible {
    /// Works on conversations and customers.
    case agent
    /// Manages the account too.
    case administrator

    package var scopes: Scopes { self == .administrator ? .all : [.read, .write] }
  }

  /// How dates are shown to a person.
  package enum Calendar: String, Sendable, CaseIterable, SQLConvertible {
    case gregorian, persian
  }

  package let id: ID<Agent>
  package let name: Name
  package let email: EmailAddress
  package let role: Role
  /// In which to speak to the person; as the browser asks where `nil`.
  package let language: LanguageTag?
  /// In which to tell the time; the browser's where `nil`.
  package let timeZone: TimeZoneName?
  package let calendar: Calendar
  package let picture: ID<Attachment>?
  /// Since when the person has been there for customers; `nil` while not.
  package let availableSince: Timestamp?
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
  static let columns: SQL = """
    id, name, email, role, language, time_zone, calendar, picture_id, available_since, created_at
    """

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    email = try row[2]
    role = try row[3]
    language = try row[4]
    timeZone = try row[5]
    calendar = try row[6]
    picture = try row[7]
    availableSince = try row[8]
    createdAt = try row[9]
  }
}

/// Why an agent was not added or changed.
package enum AgentFailure: String, Failure, CaseIterable {
  case emailTaken
  /// An account without administrators could never be managed again.
  case lastAdministrator

  package var kind: FailureKind { .conflict }
  package var field: String? { self == .emailTaken ? "email" : "role" }
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

extension Work {
  /// The agent's record, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchAgent``.
  func agent(_ id: ID<Agent>) throws -> Agent {
    let found = try rows(
      """
      SELECT \(Agent.columns) FROM agent
      WHERE account_id = \(account) AND id = \(id) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchAgent }
    return try Agent(row)
  }
}
