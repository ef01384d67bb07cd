package import Storage

/// Agents who share work.
package struct Team: Sendable, Equatable {
  package let id: ID<Team>
  package let name: Name
  /// Whether conversations that no one else owns belong to it; one team of an account does.
  package let isDefault: Bool
  package let members: [ID<Agent>]
  package let createdAt: Timestamp

  /// A name of 1 to 100 Unicode scalars, unique within the account.
  package typealias Name = BoundedText<TeamNameLimits>
}

extension Team: Referable {
  package static let noun = "team"
}

package enum TeamNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

/// Why a team was not added or changed.
package enum TeamFailure: String, Failure, CaseIterable {
  case nameTaken
  /// A team has at most 500 members.
  case full

  package var kind: FailureKind { .conflict }
  package var field: String? { self == .nameTaken ? "name" : nil }
}

extension Work {
  /// Throws ``AccessFailure/noSuchTeam`` unless the account has the team.
  package func requireTeam(_ team: ID<Team>) throws {
    let found = try rows("SELECT 1 FROM team WHERE account_id = \(account) AND id = \(team)")
    guard !found.isEmpty else { throw AccessFailure.noSuchTeam }
  }

  /// The team that owns what no one else does.
  func defaultTeam() throws -> ID<Team> {
    let found = try rows(
      "SELECT id FROM team WHERE account_id = \(account) AND is_default = 1"
    )
    guard let row = found.first else { throw AccessFailure.noSuchTeam }
    return try row[0]
  }
}
