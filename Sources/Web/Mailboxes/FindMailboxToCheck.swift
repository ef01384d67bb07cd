import ServiceDesk
import Storage

/// A mailbox with its secrets, for trying it out; never to be shown.
///
/// - Throws: `AccessFailure.noSuchMailbox`, `SecretFailure`.
struct FindMailboxToCheck: Query {
  static let scopes = Scopes.admin

  struct Output: Sendable {
    let mailbox: Mailbox
    let secrets: MailboxSecrets
  }

  let mailbox: ID<Mailbox>
  let box: SecretBox

  func run(in work: Work) throws -> Output {
    let found = try FindMailbox(mailbox: mailbox).run(in: work)
    let sealed = try FindMailboxSecrets(mailbox: mailbox).run(in: work)
    return Output(
      mailbox: found,
      secrets: try sealed.map { try box.open($0, of: work.account) } ?? MailboxSecrets()
    )
  }
}

extension Timestamp {
  /// Since 1970 UTC.
  var seconds: Double { Double(milliseconds) / 1_000 }
}
