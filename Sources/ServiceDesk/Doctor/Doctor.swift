package import Storage

/// Proves the invariants over a whole database.
package struct Doctor: Sendable {
  private let desk: Desk

  package init(desk: Desk) { self.desk = desk }

  /// One finding for each invariant, in a fixed order; `report` is told each as it is made, since
  /// a large database takes its time.
  @discardableResult
  package func examine(
    report: @Sendable (Finding) -> Void = { _ in }
  ) async throws -> [Finding] {
    var findings: [Finding] = []
    for invariant in ConversationInvariants.all + CustomerInvariants.all + EventInvariants.all
      + VisitorInvariants.all
    {
      let finding = try await desk.database.read { try invariant.examine(in: $0) }
      report(finding)
      findings.append(finding)
    }
    let blobs = try await examineBlobs()
    report(blobs)
    return findings + [blobs]
  }

  /// Reads every file once and compares it with its hash and size.
  private func examineBlobs() async throws -> Finding {
    var examined = 0
    var violations = 0
    var last: (account: Int64, id: Int64)? = (0, 0)
    while let after = last {
      let files = try await files(after: after)
      for file in files {
        examined += 1
        let bytes = try await desk.blobs.bytes(file.hash, account: file.account)
        let matches = bytes.map { $0.count == file.size && BlobHash(of: $0) == file.hash }
        if matches != true { violations += 1 }
      }
      last = files.last.map { ($0.account, $0.id) }
    }
    return Finding(
      name: "every attachment's bytes are there and match its hash",
      examined: examined,
      violations: violations
    )
  }

  private struct File: Sendable {
    let account: Int64
    let id: Int64
    let hash: BlobHash
    let size: Int
  }

  private func files(after last: (account: Int64, id: Int64)) async throws -> [File] {
    let (account, id) = last
    return try await desk.database.read { transaction in
      try transaction.rows(
        """
        SELECT account_id, id, hash, size FROM attachment
        WHERE (account_id, id) > (\(account), \(id)) ORDER BY account_id, id LIMIT 100
        """
      ).map { File(account: try $0[0], id: try $0[1], hash: try $0[2], size: try $0[3]) }
    }
  }
}
