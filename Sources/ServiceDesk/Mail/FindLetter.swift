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
    return LetterContents(
      mail: outgoing,
      mailbox: mailbox,
      accountName: try work.currentAccount().name.text,
      agent: try outgoing.agent.flatMap { try work.agents(among: [$0]).first },
      message: message,
      quoted: mailbox.settings.quoting == .last && outgoing.kind == .reply
        ? try message.flatMap { try work.quoted(before: $0) } : nil,
      conversation: try outgoing.conversation.map {
        try FindConversation(conversation: $0).run(in: work)
      }
    )
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
