import Storage

/// Notes which recipients a server did not take, while others got the mail.
package struct NoteRefusedRecipients: Command {
  package var mail: ID<OutgoingMail>
  /// The server's words, by address.
  package var refused: [String: String]

  package init(mail: ID<OutgoingMail>, refused: [String: String]) {
    self.mail = mail
    self.refused = refused
  }

  package func run(in work: Work) throws {
    let outgoing = try work.requireOutgoing(mail)
    let words = refused.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let bounce = MailBounce(recipients: refused.keys.sorted(), originalID: outgoing.rfcID)
    try work.execute(
      """
      UPDATE outgoing_mail SET bounce = \(StoredJSON(bounce)),
        error = \(String(words.joined(separator: "; ").unicodeScalars.prefix(500)))
      WHERE account_id = \(work.account) AND id = \(mail)
      """
    )
    guard let conversation = outgoing.conversation, let message = outgoing.message else { return }
    try work.noteChange(of: message, in: conversation)
    try work.record(MailBounced(conversation: conversation, message: message))
  }
}
