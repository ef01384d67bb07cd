import Storage

extension Desk {
  /// Who holds `secret`.
  ///
  /// - Returns: `nil` if it is no token, or is revoked.
  package func viewer(holding secret: TokenSecret) async throws -> Viewer? {
    try await database.read { transaction in
      try transaction.rows(
        """
        SELECT agent_id, scopes FROM token
        WHERE account_id = \(secret.account) AND hash = \(secret.hash) AND revoked_at IS NULL
        """
      ).first.map { row in
        Viewer(
          account: secret.account,
          actor: .agent(try row[0]),
          scopes: Scopes(rawValue: try row[1])
        )
      }
    }
  }
}
