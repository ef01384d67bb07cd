/// What a server did with a message, recipient by recipient.
package struct SMTPOutcome: Sendable, Hashable {
  /// The recipients for whom the server has taken the message.
  package var accepted: [String]

  /// Why the server did not take it for the others; temporary ones are to be tried again alone.
  package var refusals: [String: MailRefusal]

  /// The server's last words, which often name the message in its log; empty if nobody was accepted.
  package var reply: String
}
