import Storage

extension Desk {
  /// The mailboxes with this address: one in an account, but maybe of several accounts.
  ///
  /// - Throws: ``EmailAddressFailure``, `DatabaseFailure`.
  package func mailboxes(
    at address: String
  ) async throws -> [(account: ID<Account>, mailbox: ID<Mailbox>)] {
    let address = try EmailAddress(address)
    return try await database.read { transaction in
      try transaction.rows(
        """
        SELECT account_id, id FROM mailbox WHERE address = \(address)
        ORDER BY account_id LIMIT 100
        """
      ).map { (account: try $0[0], mailbox: try $0[1]) }
    }
  }
}
