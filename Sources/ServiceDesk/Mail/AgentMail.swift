import Storage

/// A mail from somebody who works here: an answer to a notice, or a customer's mail passed on.
struct AgentMail {
  let source: MailSource
  let mail: IncomingMail
  let agent: ID<Agent>

  /// - Returns: whether it was one of these; anything else is treated as from any customer.
  func take(in work: Work) throws -> Bool {
    if let notice = try work.notice(answeredBy: mail) {
      try answer(notice, in: work)
      return true
    }
    guard let forwarded = mail.forwarded else { return false }
    try pass(on: forwarded, in: work)
    return true
  }

  /// Answers the customer, or adds a note, in the name of the agent to whom the notice was sent.
  private func answer(
    _ notice: (agent: ID<Agent>, conversation: ID<Conversation>),
    in work: Work
  ) throws {
    // A notice that somebody else passes on or forges proves nothing.
    guard notice.agent == agent, !mail.warnings.contains(.senderUnproved) else {
      return try work.quarantine(source.id, reason: "notTheAgent")
    }
    // What was answered long ago must not be sent because its copy is brought in.
    guard mail.automatic == nil, !source.isImport else {
      return try work.settle(source.id, as: .setAside, reason: "automatic")
    }
    let acting = work.acting(
      as: Viewer(account: work.account, actor: .agent(agent), scopes: [.read, .write])
    )
    let answer = AgentAnswer(mail.text)
    // What only quotes the notice holds what colleagues say among themselves.
    guard mail.hasOwnWords, let text = try? Message.Body(answer.text) else {
      return try work.quarantine(source.id, reason: "noWords")
    }
    // Pictures within the text are most often those of a signature.
    let files = try work.keep(mail.attachments.filter { !$0.isInline })
    let conversation = notice.conversation
    let message =
      answer.isNote
      ? try AddNote(conversation: conversation, text: text, attachments: files).run(in: acting)
      : try Reply(conversation: conversation, text: text, attachments: files).run(in: acting)
    try work.settle(
      source.id,
      as: .received,
      conversation: notice.conversation,
      message: message.id
    )
  }

  /// Opens the conversation for the customer whose mail it was; the agent's own words are a note.
  private func pass(on forwarded: IncomingMail.Forwarded, in work: Work) throws {
    guard !mail.warnings.contains(.senderUnproved) else {
      return try work.quarantine(source.id, reason: "notTheAgent")
    }
    var original = mail
    original.from = forwarded.from
    original.replyTo = []
    original.to = []
    original.cc = []
    original.subject = forwarded.subject ?? mail.subject
    original.text = forwarded.text
    let mailboxes = try work.mailboxes()
    let mailbox =
      source.mailbox
      ?? mailboxes.first { box in
        (mail.to + mail.cc).contains { box.settings.owns($0.address.text) }
      }?.id
    let conversation = try MailEntry(
      source: source.id,
      mail: original,
      sender: forwarded.from,
      mailbox: mailbox
    ).open(proposals: [], in: work)
    guard let comment = try? Message.Body(forwarded.comment) else { return }
    let acting = work.acting(
      as: Viewer(account: work.account, actor: .agent(agent), scopes: [.read, .write])
    )
    _ = try AddNote(conversation: conversation, text: comment).run(in: acting)
  }
}

/// What an agent wrote in answer to a notice: for the customer, unless the first line says that it
/// is a note.
struct AgentAnswer: Equatable {
  let isNote: Bool
  let text: String

  /// In the languages of the desk.
  private static let marks: Set<String> = ["note", "یادداشت", "σημείωση", "σημειωση"]

  init(_ text: String) {
    let text = text.trimmed
    let line = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let first = line.first.map(String.init) ?? ""
    let bare = first.trimmed.lowercased().drop { $0 == "#" || $0 == "[" }
    let mark = bare.prefix { $0.isLetter }
    let after = bare.dropFirst(mark.count).drop { $0 == ":" || $0 == "]" || $0.isWhitespace }
    let isMarked = bare.count < first.trimmed.count || bare.dropFirst(mark.count).first == ":"
    guard Self.marks.contains(String(mark)), isMarked || after.isEmpty else {
      isNote = false
      self.text = text
      return
    }
    isNote = true
    // The words of the first line, in the case in which they were written.
    let said = first.trimmed.suffix(after.count)
    let rest = line.count > 1 ? String(line[1]) : ""
    self.text = [String(said), rest].joined(separator: "\n").trimmed
  }
}

extension Work {
  /// The notice that a mail answers, if it does.
  fileprivate func notice(
    answeredBy mail: IncomingMail
  ) throws -> (agent: ID<Agent>, conversation: ID<Conversation>)? {
    let ids = ([mail.inReplyTo].compactMap { $0 } + mail.references.reversed()).prefix(20)
    let found = try rows(
      """
      SELECT agent_id, conversation_id FROM outgoing_mail
      WHERE account_id = \(account) AND rfc_id IN \(list: Array(ids)) AND kind = 'notice'
        AND agent_id IS NOT NULL AND conversation_id IS NOT NULL
      ORDER BY id DESC LIMIT 1
      """
    )
    return try found.first.map { (try $0[0], try $0[1]) }
  }
}
