/// What a server says of a folder when it is opened (RFC 3501, section 6.3.1).
package struct IMAPFolderState: Sendable, Hashable {
  /// When this differs from before, all UIDs known of the folder have lost their meaning.
  package var uidValidity: UInt32

  /// The least UID that a new message may get; `nil` if the server did not say.
  package var uidNext: UInt32?

  package var messageCount: Int

  /// Rises with each change of the folder (RFC 7162), where the server counts them.
  package var highestModSeq: UInt64?

  /// Whether nothing can be marked, moved or deleted.
  package var isReadOnly: Bool
}

extension IMAPFolderState {
  init(_ answer: IMAPAnswer) throws(MailWireFailure) {
    guard let validity = answer.argument(of: "UIDVALIDITY", as: UInt32.self) else {
      throw .garbled("a folder without UIDVALIDITY")
    }
    let exists = answer.data.last { $0.name == "EXISTS" }
    self.init(
      uidValidity: validity,
      uidNext: answer.argument(of: "UIDNEXT", as: UInt32.self),
      messageCount: Int(exists?.number ?? 0),
      highestModSeq: answer.argument(of: "HIGHESTMODSEQ", as: UInt64.self),
      isReadOnly: answer.status.code == "READ-ONLY"
    )
  }
}
