/// Full text of whatever can be searched for, changed in the transaction of the change itself.
package enum SearchIndex {
  /// Puts the document in, in place of what was there of the same record.
  package static func put(_ document: SearchDocumentRow, in transaction: Transaction) throws {
    let words = [
      SearchDocumentRow.accountWord(document.account),
      SearchDocumentRow.kindWord(document.kind),
      document.words,
    ].joined(separator: " ")
    try transaction.execute(
      """
      INSERT INTO search_document (id, account_id, kind, conversation_id, words)
      VALUES (\(document.id), \(document.account), \(document.kind), \(document.conversation),
        \(words))
      ON CONFLICT (id) DO UPDATE SET words = excluded.words
      """
    )
  }

  package static func remove(account: Int64, id: Int64, in transaction: Transaction) throws {
    try transaction.execute(
      "DELETE FROM search_document WHERE account_id = \(account) AND id = \(id)"
    )
  }

  /// A document that matched.
  package struct Hit: Sendable, Equatable {
    package let id: Int64
    package let kind: String
    package let conversation: Int64?

    package init(id: Int64, kind: String, conversation: Int64?) {
      self.id = id
      self.kind = kind
      self.conversation = conversation
    }
  }

  /// The account's documents that match, newest first.
  ///
  /// The kind's word is a term of the match where only one kind is wanted. Only documents with an
  /// id lower than `below`; the newest ones where it is `nil`.
  package static func search(
    _ match: SearchMatch,
    account: Int64,
    below: Int64?,
    limit: Int,
    in transaction: Transaction
  ) throws -> [Hit] {
    let hits = transaction.dialect.searchHits(match, account: account, below: below, limit: limit)
    return try transaction.rows(
      """
      SELECT d.id, d.kind, d.conversation_id
      FROM (\(hits)) AS hit JOIN search_document d ON d.id = hit.id
      WHERE d.account_id = \(account)
      ORDER BY d.id DESC LIMIT \(limit)
      """
    ).map { Hit(id: try $0[0], kind: try $0[1], conversation: try $0[2]) }
  }
}
