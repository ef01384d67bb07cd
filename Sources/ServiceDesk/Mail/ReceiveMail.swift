package import Storage

/// Takes in a mail that was kept and read: finds its conversation or opens one, and settles what
/// became of it, all in one transaction.
///
/// A mail that was settled before stays as it is.
///
/// - Throws: ``AccessFailure/noSuchMail``.
package struct ReceiveMail: Command {
  /// What became of a mail.
  package struct Received: Sendable, Equatable {
    package let state: MailSource.State
    package let conversation: ID<Conversation>?
    package let message: ID<Message>?
  }

  package var source: ID<MailSource>
  package var mail: IncomingMail

  package init(source: ID<MailSource>, mail: IncomingMail) {
    self.source = source
    self.mail = mail
  }

  package func run(in work: Work) throws -> Received {
    let kept = try work.requireSource(source)
    if kept.state == .waiting { try take(kept, in: work) }
    let settled = try work.requireSource(source)
    return Received(
      state: settled.state,
      conversation: settled.conversation,
      message: settled.message
    )
  }

  private func take(_ kept: MailSource, in work: Work) throws {
    if let bounce = mail.bounce { return try NoteBounce(source: source, bounce).run(in: work) }
    let mailboxes = try work.mailboxes()
    guard let sender = mail.sender(mailboxes: mailboxes) else {
      return try work.quarantine(source, reason: "noSender")
    }
    if let copy = try work.copy(of: mail) {
      return try work.settle(
        source,
        as: .setAside,
        reason: "copy",
        conversation: copy.conversation,
        message: copy.message
      )
    }
    if mailboxes.contains(where: { $0.settings.owns(sender.address.text) }) {
      return try work.settle(source, as: .setAside, reason: "ownMail")
    }
    if try work.isBlocked(sender.address) {
      return try work.settle(source, as: .setAside, reason: "blocked")
    }
    var mail = mail
    // A group that hands the team's own address on makes no mail automatic.
    if let list = mail.mailingList, mailboxes.contains(where: { $0.settings.isBehind(list) }) {
      mail.automatic = list.automatic
    }
    if let agent = try work.agent(at: sender.address) {
      if try AgentMail(source: kept, mail: mail, agent: agent).take(in: work) { return }
    }
    let mailbox = kept.mailbox ?? mail.mailbox(among: mailboxes)
    try deliver(mail, from: sender, through: mailbox, in: work)
  }

  private func deliver(
    _ mail: IncomingMail,
    from sender: Correspondent,
    through mailbox: ID<Mailbox>?,
    in work: Work
  ) throws {
    let entry = MailEntry(source: source, mail: mail, sender: sender, mailbox: mailbox)
    switch try MailThread(mail: mail, sender: sender.address).place(in: work) {
    case .join(let conversation): try entry.join(conversation, in: work)
    case .own(let proposals): try entry.open(proposals: proposals, in: work)
    }
  }
}

extension IncomingMail {
  /// Who wrote it: `From`; or `Reply-To` where a form on the team's own site sent it in the
  /// mailbox's name.
  fileprivate func sender(mailboxes: [Mailbox]) -> Correspondent? {
    guard let from else { return replyTo.first }
    let isOwn = mailboxes.contains { $0.settings.owns(from.address.text) }
    let other = replyTo.first { person in
      !mailboxes.contains { $0.settings.owns(person.address.text) }
    }
    return isOwn ? other ?? from : from
  }

  /// The mailbox to which it was written, if it is one.
  fileprivate func mailbox(among mailboxes: [Mailbox]) -> ID<Mailbox>? {
    for person in to + cc {
      if let found = mailboxes.first(where: { $0.settings.owns(person.address.text) }) {
        return found.id
      }
    }
    return nil
  }
}

extension Mailbox.Settings {
  /// Whether the list hands on what is written to this mailbox.
  fileprivate func isBehind(_ list: IncomingMail.MailingList) -> Bool {
    let dotted = list.names.contains(address.lowercased().replacing("@", with: "."))
    return dotted || list.names.contains(where: owns)
  }
}

extension Work {
  /// The message that was made of another copy of this mail: same `Message-ID`, same words.
  ///
  /// Copies in two mailboxes may come at the same time: they are looked at one after the other.
  fileprivate func copy(
    of mail: IncomingMail
  ) throws -> (conversation: ID<Conversation>, message: ID<Message>)? {
    guard let rfcID = mail.rfcID else { return nil }
    _ = try rows("SELECT 1 FROM account WHERE id = \(account) \(forUpdate)")
    let found = try rows(
      """
      SELECT m.conversation_id, m.message_id FROM mail_thread t
      JOIN mail m ON m.account_id = t.account_id AND m.message_id = t.message_id
      WHERE t.account_id = \(account) AND t.rfc_id = \(rfcID) AND m.digest = \(mail.digest)
      LIMIT 1
      """
    )
    return try found.first.map { (try $0[0], try $0[1]) }
  }

  fileprivate func isBlocked(_ address: EmailAddress) throws -> Bool {
    try !rows(
      """
      SELECT 1 FROM identity i
      JOIN customer k ON k.account_id = i.account_id AND k.id = i.customer_id
      JOIN customer r ON r.account_id = k.account_id AND r.id = k.root_id
      WHERE i.account_id = \(account) AND i.kind = 'email' AND i.value = \(address)
        AND r.blocked_at IS NOT NULL
      """
    ).isEmpty
  }

  fileprivate func agent(at address: EmailAddress) throws -> ID<Agent>? {
    try rows("SELECT id FROM agent WHERE account_id = \(account) AND email = \(address)")
      .first.map { try $0[0] }
  }

  /// Puts a mail where people see that it could not be taken in.
  func quarantine(_ source: ID<MailSource>, reason: String) throws {
    try settle(source, as: .quarantined, reason: reason)
    try record(MailQuarantined(mail: source))
  }
}

/// A mail could not be taken in, and waits for people.
package struct MailQuarantined: Event {
  package static let kind = "mail.quarantined"

  package let mail: ID<MailSource>

  package var subject: Reference { mail.reference }
}
