package import Storage

/// The file that an agent of the account shows as its picture.
///
/// Customers see it; its hash says that they were shown it.
private struct FindPicture: Query {
  let hash: BlobHash

  func run(in work: Work) throws -> Attachment {
    let found = try work.rows(
      """
      SELECT \(Attachment.columns) FROM attachment
      WHERE account_id = \(work.account) AND hash = \(hash) AND id IN (
        SELECT picture_id FROM agent
        WHERE account_id = \(work.account) AND picture_id IS NOT NULL)
      LIMIT 1
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchAttachment }
    return try Attachment(row)
  }
}

extension Desk {
  /// An agent's picture and its bytes, for whoever knows its hash.
  ///
  /// - Throws: ``AccessFailure/noSuchAttachment``.
  package func picture(
    _ hash: BlobHash,
    of account: ID<Account>
  ) async throws -> (Attachment, [UInt8]) {
    let found = try await answer(FindPicture(hash: hash), as: .system(of: account))
    guard let bytes = try await blobs.bytes(found.hash, account: account.raw) else {
      throw AccessFailure.noSuchAttachment
    }
    return (found, bytes)
  }
}
