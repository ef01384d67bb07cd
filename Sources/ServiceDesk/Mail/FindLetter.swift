package import Storage

/// All that goes into a mail from here.
package struct LetterContents: Sendable {
  package let mail: OutgoingMail
  package let mailbox: Mailbox
  package let accountName: String
  /// Whose answer it is.
  package let agent: Agent?
  /// The words of a reply; of anything else as the letter says.
  package let message: Message?
  /// The customer's mail that is answered, if it is to be quoted.
  package let quoted: Quoted?
  package let conversation: Conversation?
  /// Where its customer sees how it stands.
  package let tracking: TrackingLink?
  /// The account's own words for an automatic answer, if it has any.
  package let automaticText: MailText?
  /// How long an answer takes, as the account promises.
  package let replyTime: Duration
  /// The agent's own signatures by language: templates.
  package let signatures: [String: String]
  /// The message of which a notice tells.
  package let about: Message?
  /// Who did what a notice or an invitation tells of.
  package let by: Agent?
  /// The first of what waits.
  package let waiting: [Conversation]
  /// The mailbox with which something is wrong.
  package let troubled: Mailbox?
  /// The link that lets somebody in, opened.
  package var link: String?

  /// What was said before.
  package struct Quoted: Sendable, Equatable {
    package let author: String
    package let writtenAt: Timestamp
    package let text: String
  }
}

/// What a mail from here says.
///
/// - Throws: ``AccessFailure/noSuchMail``.
package struct FindLetter: Query {
  package var mail: ID<OutgoingMail>

  package init(mail: ID<OutgoingMail>) { self.mail = mail }

  package func run(in work: Work) throws -> LetterContents {
    let outgoing = try work.requireOutgoing(mail)
    let mailbox = try work.requireMailbox(outgoing.mailbox)
    let message = try outgoing.conversation.flatMap { conversation in
      try outgoing.message.map {
        try FindMessage(message: $0, conversation: conversation).run(in: work)
      }
    }
    let account = try work.currentAccount()
    let content = outgoing.letter.content
    return LetterContents(
      mail: outgoing,
      mailbox: mailbox,
      accountName: account.name.text,
      agent: try outgoing.agent.flatMap { try work.agents(among: [$0]).first },
      message: message,
      quoted: mailbox.settings.quoting == .last && outgoing.kind == .reply
        ? try message.flatMap { try work.quoted(before: $0) } : nil,
      conversation: try outgoing.conversation.map {
        try FindConversation(conversation: $0).run(in: work)
      },
      tracking: try outgoing.conversation.map { try work.trackingLink(to: $0) },
      automaticText: try content?.purpose.flatMap {
        try work.mailText($0, outgoing.letter.language ?? "en")
      },
      replyTime: account.settings.replyTime,
      signatures: outgoing.kind == .reply
        ? try outgoing.agent.map { try work.signatures(of: $0) } ?? [:] : [:],
      about: try content?.about.flatMap { message in
        try outgoing.conversation.map {
          try FindMessage(message: message, conversation: $0).run(in: work)
        }
      },
      by: try content?.by.flatMap { try work.agents(among: [$0]).first },
      waiting: try FindConversations(conversations: content?.conversations ?? []).run(in: work),
      troubled: try content?.mailbox.map { try work.requireMailbox($0) }
    )
  }
}

extension Letter.Content {
  fileprivate var purpose: MailText.Purpose? {
    if case .answer(let purpose) = self { purpose } else { nil }
  }

  fileprivate var about: ID<Message>? {
    if case .notice(_, let about, _) = self { about } else { nil }
  }

  fileprivate var by: ID<Agent>? {
    switch self {
    case .notice(_, _, let by), .access(_, _, let by): by
    case .answer, .digest, .alert: nil
    }
  }

  fileprivate var conversations: [ID<Conversation>] {
    if case .digest(_, let conversations) = self { conversations } else { [] }
  }

  fileprivate var mailbox: ID<Mailbox>? {
    if case .alert(_, let mailbox) = self { mailbox } else { nil }
  }
}

extension Work {
  fileprivate func agents(among agents: [ID<Agent>]) throws -> [Agent] {
    try rows(
      """
      SELECT \(Agent.columns) FROM agent WHERE account_id = \(account) AND id IN \(list: agents)
      """
    ).map(Agent.init)
  }

  /// The customer's last words before a reply.
  fileprivate func quoted(before reply: Message) throws -> LetterContents.Quoted? {
    try messages(
      of: reply.conversation,
      "m.kind = 'incoming' AND m.id < \(reply.id)",
      order: "m.id DESC",
      limit: 1
    ).first.map { message in
      LetterContents.Quoted(
        author: message.mail?.head.from.map { $0.name ?? $0.address.text }
          ?? message.authorName ?? "",
        writtenAt: message.createdAt,
        text: message.text
      )
    }
  }
}
