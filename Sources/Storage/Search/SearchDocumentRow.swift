/// A document as the search index keeps it.
package struct SearchDocumentRow: Sendable {
  package let account: Int64
  /// The record's id, which is ordered by time: search answers newest first by it.
  package let id: Int64
  /// The noun of the record, as in `message`.
  package let kind: String
  package let conversation: Int64?
  /// Unique words of letters, digits and marks, separated by spaces.
  package let words: String

  package init(account: Int64, id: Int64, kind: String, conversation: Int64?, words: String) {
    self.account = account
    self.id = id
    self.kind = kind
    self.conversation = conversation
    self.words = words
  }

  /// The word that stands in every document of the account, so that the index never walks
  /// through other accounts' documents.
  package static func accountWord(_ account: Int64) -> String { "\(mark)account\(account)" }

  /// The word that stands in every document of this kind.
  package static func kindWord(_ kind: String) -> String { "\(mark)kind\(kind)" }

  // From the private use area: no letter, digit or mark, so no one can write such a word.
  private static let mark = "\u{E000}"
}
