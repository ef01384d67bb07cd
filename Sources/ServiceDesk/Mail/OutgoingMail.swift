package import Storage

/// A mail from here, and how far it has got.
package struct OutgoingMail: Sendable, Equatable {
  /// What it is for; never changed once released.
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    /// An agent's answer to a customer.
    case reply
    /// That a customer's mail has come, with its number.
    case acknowledgement
    /// To an agent: something happened in a conversation.
    case notice
    /// To an agent: what waits.
    case digest
    /// With a link that lets somebody in: an invitation, a new password.
    case access
    /// A text to be tried out.
    case test
    /// To those who manage the account: something needs them.
    case alert

    /// Whether a program wrote it, so that no program may answer it (RFC 3834).
    package var isAutomatic: Bool { self != .reply }

    /// Whether it answers by itself, so that not even a report of its failure may come back
    /// (RFC 3834, 3.3).
    package var answersByItself: Bool { self == .acknowledgement }
  }

  package enum State: String, Sendable, CaseIterable, SQLConvertible {
    /// It may still be taken back.
    case held
    /// It is on its way.
    case queued
    /// A mail server has taken it over, at least for some of its recipients.
    case sent
    /// Nobody got it: it was refused for good, or tried for two days.
    case failed
  }

  package let id: ID<OutgoingMail>
  package let kind: Kind
  package let mailbox: ID<Mailbox>
  package let conversation: ID<Conversation>?
  package let message: ID<Message>?
  /// To whom, if it is an agent; by whom, if it is a reply.
  package let agent: ID<Agent>?
  /// The `Message-ID`, without angle brackets: the same at every attempt.
  package let rfcID: String
  package let letter: Letter
  package let state: State
  package let error: String?
  package let bounce: MailBounce?
  /// `nil` unless a server has told the recipients apart.
  package let progress: MailProgress?
  /// Until when it may be taken back.
  package let releaseAt: Timestamp
  package let sentAt: Timestamp?
  package let createdAt: Timestamp

  /// For how long a mail is tried.
  package static let patience = Duration.days(2)
  /// For how long a reply may be taken back.
  package static let undoTime = Duration.seconds(10)
  /// How much is kept of what a server said, in Unicode scalars.
  static let longestError = 500
}

extension OutgoingMail: Referable {
  package static let noun = "outgoingMail"
}

/// What a mail from here says, as far as it does not stand in the message it carries.
package struct Letter: Sendable, Equatable, Codable {
  package var recipients: MailRecipients
  package var subject: String
  /// The text, for what is no reply: those lie in their message.
  package var text: String?
  package var inReplyTo: String?
  /// Oldest first.
  package var references: [String]
  /// In which it is written; its recipient's language where `nil`.
  package var language: String?
  /// What it says, where the words are chosen as it is written down for its server.
  package var content: Content?
  /// Whether the conversation was the team's turn before, for taking it back.
  package var wasOpen: Bool

  /// What a program has to say, without the words of any language.
  package enum Content: Sendable, Equatable, Codable {
    /// An automatic answer to a customer.
    case answer(MailText.Purpose)
    /// Something happened in a conversation; `about` is a message, and `by` who did it, if an
    /// agent.
    case notice(MailNotice, about: ID<Message>?, by: ID<Agent>?)
    /// What waits for an agent: so many conversations, and the first of them.
    case digest(count: Int, conversations: [ID<Conversation>])
    /// A link that lets somebody in, sealed; `by` who invites.
    case access(AccessLink.Kind, link: SealedSecret, by: ID<Agent>?)
    /// Trouble with a mailbox or a mail.
    case alert(MailAlert, mailbox: ID<Mailbox>?)
  }

  package init(
    recipients: MailRecipients,
    subject: String,
    text: String? = nil,
    inReplyTo: String? = nil,
    references: [String] = []
  ) {
    self.recipients = recipients
    self.subject = subject
    self.text = text
    self.inReplyTo = inReplyTo
    self.references = references
    wasOpen = false
  }
}

extension OutgoingMail {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = """
    id, kind, mailbox_id, conversation_id, message_id, agent_id, rfc_id, letter, state, error,
    bounce, release_at, sent_at, created_at, progress
    """

  init(_ row: Row) throws {
    let letter: StoredJSON<Letter> = try row[7]
    let bounce: StoredJSON<MailBounce>? = try row[10]
    let progress: StoredJSON<MailProgress>? = try row[14]
    id = try row[0]
    kind = try row[1]
    mailbox = try row[2]
    conversation = try row[3]
    message = try row[4]
    agent = try row[5]
    rfcID = try row[6]
    self.letter = letter.value
    state = try row[8]
    error = try row[9]
    self.bounce = bounce?.value
    self.progress = progress?.value
    releaseAt = try row[11]
    sentAt = try row[12]
    createdAt = try row[13]
  }
}

extension Work {
  /// The mail, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchMail``.
  func requireOutgoing(_ mail: ID<OutgoingMail>) throws -> OutgoingMail {
    let found = try rows(
      """
      SELECT \(OutgoingMail.columns) FROM outgoing_mail
      WHERE account_id = \(account) AND id = \(mail) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchMail }
    return try OutgoingMail(row)
  }
}
