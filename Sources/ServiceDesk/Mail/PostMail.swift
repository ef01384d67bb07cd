package import Storage

/// A mail about to leave: it is written down with its `Message-ID`, and a job sends it.
struct PostMail {
  var kind: OutgoingMail.Kind
  var letter: Letter
  var mailbox: ID<Mailbox>
  var conversation: ID<Conversation>?
  var message: ID<Message>?
  var agent: ID<Agent>?
  /// For how long it may be taken back.
  var hold: Duration = .zero

  /// - Returns: its `Message-ID`.
  @discardableResult
  func post(in work: Work) throws -> String {
    try letter.recipients.check()
    let id = try work.newID(OutgoingMail.self)
    let rfcID = try messageID(of: id, in: work)
    let state: OutgoingMail.State = hold > .zero ? .held : .queued
    try work.execute(
      """
      INSERT INTO outgoing_mail (account_id, id, kind, mailbox_id, conversation_id, message_id,
        agent_id, rfc_id, letter, state, release_at, created_at)
      VALUES (\(work.account), \(id), \(kind), \(mailbox), \(conversation), \(message), \(agent),
        \(rfcID), \(StoredJSON(letter)), \(state), \(work.now + hold), \(work.now))
      """
    )
    if let conversation {
      try work.index(rfcID: rfcID, of: message, in: conversation)
      if kind == .reply { try work.addCorrespondents(letter.recipients.all, to: conversation) }
    }
    state == .held ? try work.release(id, at: work.now + hold) : try work.send(id, through: mailbox)
    return rfcID
  }

  private func messageID(of id: ID<OutgoingMail>, in work: Work) throws -> String {
    let address = try work.requireMailbox(mailbox).settings.address
    let domain = address.split(separator: "@").last.map(String.init) ?? "localhost"
    return MailToken(
      conversation: conversation ?? ID(0),
      number: id.raw,
      domain: domain,
      key: try work.mailKey()
    ).text
  }
}

/// The job that hands a mail to its server.
package enum SendMailJob {
  /// Its payload is the mail's identifier.
  package static let kind = "mail.send"
}

/// Lets a held mail go when its time has come.
package struct MailReleaseTimer: TimerHandler {
  package static let kind = "mail.release"

  private let ids: IDSource

  package init(ids: IDSource) { self.ids = ids }

  package func fire(_ timer: DueTimer, at time: Timestamp, in transaction: Transaction) throws {
    let work = Work(
      transaction: transaction,
      viewer: .system(of: ID(timer.account)),
      now: time,
      ids: ids
    )
    try work.releaseMail(ID(timer.subject))
  }
}

extension Work {
  fileprivate func release(_ mail: ID<OutgoingMail>, at time: Timestamp) throws {
    try TimerQueue.set(
      account: account.raw,
      kind: MailReleaseTimer.kind,
      subject: mail.raw,
      due: time,
      in: transaction
    )
  }

  /// Has a job hand the mail to its mailbox's server.
  func send(_ mail: ID<OutgoingMail>, through mailbox: ID<Mailbox>) throws {
    try JobQueue.enqueue(
      Job(
        account: account.raw,
        id: newID(OutgoingMail.self).raw,
        kind: SendMailJob.kind,
        // A mail that is sent again must not be taken for the job that has just failed.
        key: "\(mail) \(now.milliseconds)",
        payload: mail.description,
        lane: mailbox.description
      ),
      runAt: now,
      in: transaction
    )
  }

  /// Lets a mail go, unless it was taken back; only one of both can happen.
  fileprivate func releaseMail(_ mail: ID<OutgoingMail>) throws {
    let released = try rows(
      """
      UPDATE outgoing_mail SET state = 'queued'
      WHERE account_id = \(account) AND id = \(mail) AND state = 'held'
      RETURNING conversation_id, message_id, agent_id, mailbox_id
      """
    )
    guard let row = released.first else { return }
    try send(mail, through: row[3])
    guard let conversation: ID<Conversation> = try row[0], let message: ID<Message> = try row[1]
    else { return }
    try changeDelivery(of: message, in: conversation, to: .queued)
    let agent: ID<Agent>? = try row[2]
    let author = agent.map { Viewer(account: account, actor: .agent($0)) } ?? viewer
    try acting(as: author).record(ReplySent(conversation: conversation, message: message))
  }
}
