import Storage

/// Changes some of a mailbox's settings and secrets, from what they are now; the others stay.
///
/// - Throws: ``AccessFailure/noSuchMailbox``, ``MailboxFailure``, what the change throws, and
///   ``SecretFailure`` where a secret is to stay that cannot be read any more.
package struct EditMailbox: Command {
  package typealias Change = @Sendable (inout Mailbox.Settings) throws -> Void

  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>
  /// Seals the secrets.
  package var box: SecretBox
  package var passwords: MailboxPasswords
  package var change: Change

  package init(
    mailbox: ID<Mailbox>,
    box: SecretBox,
    passwords: MailboxPasswords = MailboxPasswords(),
    change: @escaping Change
  ) {
    self.mailbox = mailbox
    self.box = box
    self.passwords = passwords
    self.change = change
  }

  package func run(in work: Work) throws -> Mailbox {
    var settings = try work.requireMailbox(mailbox).settings
    try change(&settings)
    return try ChangeMailbox(mailbox: mailbox, settings: settings, secrets: try secrets(in: work))
      .run(in: work)
  }

  /// - Returns: `nil` if they stay as they are.
  private func secrets(in work: Work) throws -> SealedSecret? {
    guard !passwords.isEmpty else { return nil }
    let sealed = try FindMailboxSecrets(mailbox: mailbox).run(in: work)
    let old: MailboxSecrets
    do {
      old = try sealed.map { try box.open($0, of: work.account) } ?? MailboxSecrets()
    } catch SecretFailure.unreadable where passwords.isWhole {
      // Nothing of what was sealed by a key that is gone has to stay.
      old = MailboxSecrets()
    }
    let new = passwords.applied(to: old)
    return new == old ? nil : try box.seal(new, of: work.account)
  }
}

/// Secrets as somebody types them anew; those that are `nil` stay.
package struct MailboxPasswords: Sendable, Equatable {
  package var incoming: String?
  package var outgoing: String?
  package var grant: MailboxSecrets.Grant?

  package init(
    incoming: String? = nil,
    outgoing: String? = nil,
    grant: MailboxSecrets.Grant? = nil
  ) {
    self.incoming = incoming
    self.outgoing = outgoing
    self.grant = grant
  }

  var isEmpty: Bool { self == MailboxPasswords() }

  /// Whether nothing of what was there before is needed to sign in.
  var isWhole: Bool { grant != nil || incoming != nil && outgoing != nil }

  /// The secrets with these in place of theirs.
  package func applied(to secrets: MailboxSecrets) -> MailboxSecrets {
    MailboxSecrets(
      incomingPassword: incoming ?? secrets.incomingPassword,
      outgoingPassword: outgoing ?? secrets.outgoingPassword,
      grant: grant ?? secrets.grant
    )
  }
}
