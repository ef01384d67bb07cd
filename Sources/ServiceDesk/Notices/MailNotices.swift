import Foundation
package import Storage

/// Writes to agents what happens in their conversations, and to those who manage the account what
/// is wrong with its mail; without a mailbox to send through, to nobody.
package struct MailNotices: Consumer {
  package static let name = "mail-notices"
  package static let start = ConsumerStart.now

  private let ids: IDSource
  private let now: Now

  package init(ids: IDSource, now: @escaping Now) {
    self.ids = ids
    self.now = now
  }

  package func consume(_ event: NewEvent, in transaction: Transaction) throws {
    let work = Work(
      transaction: transaction,
      viewer: .system(of: ID(event.account)),
      now: now(),
      ids: ids
    )
    let conversation: ID<Conversation>? = event.conversation.map { ID($0) }
    switch event.kind {
    case AgentAdded.kind, AgentChanged.kind:
      try work.planDigest(of: ID(event.subject.id))
    case MailboxFailed.kind:
      try work.alert(.mailboxFailed, mailbox: ID(event.subject.id))
    case MailQuarantined.kind:
      guard try !work.requireSource(ID(event.subject.id)).isImport else { return }
      try work.alertHourly(.mailQuarantined)
    case MailLoopStopped.kind:
      try work.alertHourly(.loopStopped, in: conversation)
    default:
      guard let conversation else { return }
      try tell(event, in: conversation, work: work)
    }
  }

  private func tell(
    _ event: NewEvent,
    in conversation: ID<Conversation>,
    work: Work
  ) throws {
    let author: ID<Agent>? = event.actor.flatMap { $0.kind == Agent.noun ? ID($0.id) : nil }
    switch event.kind {
    case ConversationAssigned.kind:
      let assigned = try JSONDecoder().decode(Assigned.self, from: Data(event.payload.utf8))
      guard let agent = assigned.agent, agent != author else { return }
      try work.notify(agent, .assigned, in: conversation, about: nil, by: author)
    case NoteAdded.kind:
      let note = ID<Message>(event.subject.id)
      let text = try FindMessage(message: note, conversation: conversation).run(in: work).text
      for agent in try work.agentsMentioned(in: text) where agent != author {
        try work.notify(agent, .mentioned, in: conversation, about: note, by: author)
      }
    case MessageReceived.kind:
      let message = ID<Message>(event.subject.id)
      guard try !work.isImported(message),
        case .agent(let owner) = try work.requireVisible(conversation).owner
      else { return }
      try work.notify(owner, .written, in: conversation, about: message, by: nil)
    default: break
    }
  }

  private struct Assigned: Decodable {
    let agent: ID<Agent>?
  }
}

extension Work {
  /// How many notices one agent gets in an hour; who gets more looks at the desk anyway.
  private static var mostNoticesAnHour: Int { 60 }

  /// Writes to the agent, unless the agent does not want it.
  fileprivate func notify(
    _ id: ID<Agent>,
    _ notice: MailNotice,
    in conversation: ID<Conversation>,
    about message: ID<Message>?,
    by author: ID<Agent>?
  ) throws {
    let agent = try agent(id)
    switch try mailPreferences(of: id).notices {
    case .none: return
    case .away where agent.availableSince != nil: return
    case .away, .always: break
    }
    let subject = try FindConversation(conversation: conversation).run(in: self)
    guard let mailbox = try sendingMailbox(),
      try countAutomaticMail(to: agent.email, most: Self.mostNoticesAnHour) == .goes
    else { return }
    var letter = Letter(
      recipients: MailRecipients(to: [agent.correspondent]),
      subject: "#\(subject.number) \(subject.subject)"
    )
    letter.content = .notice(notice, about: message, by: author)
    try PostMail(
      kind: .notice,
      letter: letter,
      mailbox: mailbox.id,
      conversation: conversation,
      agent: id
    ).post(in: self)
  }

  /// The agents whose name stands behind an `@`: at each the longest name that fits.
  func agentsMentioned(in text: String) throws -> [ID<Agent>] {
    guard text.contains("@") else { return [] }
    let people = try rows(
      "SELECT id, name FROM agent WHERE account_id = \(account) ORDER BY id LIMIT 1000"
    ).map { row -> (ID<Agent>, String) in (try row[0], try row[1]) }
    return Mentions(text, of: people).agents
  }

  fileprivate func isImported(_ message: ID<Message>) throws -> Bool {
    try !rows(
      """
      SELECT 1 FROM mail m
      JOIN mail_source s ON s.account_id = m.account_id AND s.id = m.source_id
      WHERE m.account_id = \(account) AND m.message_id = \(message) AND s.is_import = 1
      """
    ).isEmpty
  }

  /// Tells of trouble, but of the same kind only once in an hour.
  fileprivate func alertHourly(
    _ alert: MailAlert,
    in conversation: ID<Conversation>? = nil
  ) throws {
    let due = try rows(
      """
      INSERT INTO mail_alert (account_id, kind, alerted_at)
      VALUES (\(account), \(alert.rawValue), \(now))
      ON CONFLICT (account_id, kind) DO UPDATE SET alerted_at = excluded.alerted_at
        WHERE mail_alert.alerted_at <= \(now - .hours(1))
      RETURNING 1
      """
    )
    guard !due.isEmpty else { return }
    try self.alert(alert, in: conversation)
  }

  /// Writes to each of those who manage the account.
  fileprivate func alert(
    _ alert: MailAlert,
    mailbox: ID<Mailbox>? = nil,
    in conversation: ID<Conversation>? = nil
  ) throws {
    guard let sender = try sendingMailbox() else { return }
    let administrators = try rows(
      """
      SELECT \(Agent.columns) FROM agent
      WHERE account_id = \(account) AND role = 'administrator' ORDER BY id LIMIT 50
      """
    ).map(Agent.init)
    for agent in administrators {
      var letter = Letter(recipients: MailRecipients(to: [agent.correspondent]), subject: "")
      letter.content = .alert(alert, mailbox: mailbox)
      try PostMail(
        kind: .alert,
        letter: letter,
        mailbox: sender.id,
        conversation: conversation,
        agent: agent.id
      ).post(in: self)
    }
  }
}

extension Agent {
  /// To whom the agent's mail goes.
  var correspondent: Correspondent { Correspondent(name: name.text, address: email) }
}
