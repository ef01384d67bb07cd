import Storage

/// Finds the conversation to which a mail belongs, by proof: it refers to a mail of that
/// conversation, **and** its sender takes part in it.
///
/// Whatever else speaks for a conversation only proposes it.
struct MailThread {
  /// Where a mail goes.
  enum Place: Equatable {
    case join(ID<Conversation>)
    case own(proposals: [JoinProposal])
  }

  /// The most references that are walked: the newest ones.
  private static let mostReferences = 50

  let mail: IncomingMail
  let sender: EmailAddress

  func place(in work: Work) throws -> Place {
    let referred = try referredConversations(in: work)
    for conversation in referred where try work.takesPart(sender, in: conversation) {
      return .join(conversation)
    }
    if let nearest = referred.first {
      return .own(proposals: [JoinProposal(target: nearest, reason: .reference)])
    }
    guard let alike = try conversationAlike(in: work) else { return .own(proposals: []) }
    return .own(proposals: [JoinProposal(target: alike, reason: .subject)])
  }

  /// All ids that the mail refers to, the nearest first; then its own, to which mails that came
  /// before it may have referred.
  var referredIDs: [String] {
    var known: Set<String> = []
    let others = ([mail.inReplyTo].compactMap { $0 } + mail.references.reversed())
      .filter { known.insert($0).inserted }.prefix(Self.mostReferences)
    return others + [mail.rfcID].compactMap { $0 }.filter { known.insert($0).inserted }
  }

  /// The nearest first, each once.
  private func referredConversations(in work: Work) throws -> [ID<Conversation>] {
    let ids = referredIDs
    guard !ids.isEmpty else { return [] }
    let key = try work.mailKey()
    let known = try work.threads(of: ids)
    var found: [ID<Conversation>] = []
    for id in ids {
      if let conversations = known[id] {
        found += conversations
      } else if let token = MailToken(id, key: key), try work.exists(token.conversation) {
        // The index may have been lost with an old backup; the signature has not.
        found.append(token.conversation)
      }
    }
    var seen: Set<ID<Conversation>> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// A recent unresolved conversation of the same customer under the same subject.
  private func conversationAlike(in work: Work) throws -> ID<Conversation>? {
    let subject = MailSubject(mail.subject)
    guard subject.isReply, !subject.bare.isEmpty else { return nil }
    let recent = try work.rows(
      """
      SELECT v.id, v.subject FROM conversation v
      JOIN customer k ON k.account_id = v.account_id AND k.id = v.customer_id
      JOIN identity i ON i.account_id = v.account_id AND i.kind = 'email'
        AND i.value = \(sender)
      JOIN customer o ON o.account_id = i.account_id AND o.id = i.customer_id
      WHERE v.account_id = \(work.account) AND k.root_id = o.root_id
        AND v.status IN ('open', 'waiting', 'snoozed') AND v.updated_at >= \(work.now - .days(30))
      ORDER BY v.updated_at DESC LIMIT 20
      """
    )
    for row in recent where MailSubject(try row[1]).bare == subject.bare { return try row[0] }
    return nil
  }
}

/// A conversation that a mail may belong to, for people to decide.
package struct JoinProposal: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable, SQLConvertible {
    /// The mail refers to it, but its sender takes no part in it.
    case reference
    /// The same customer wrote under the same subject.
    case subject
  }

  package let target: ID<Conversation>
  package let reason: Reason
}

extension Work {
  /// The conversations to which these ids lead; one that is itself of a mail goes before one that
  /// was only referred to.
  fileprivate func threads(of ids: [String]) throws -> [String: [ID<Conversation>]] {
    let found = try rows(
      """
      SELECT rfc_id, conversation_id FROM mail_thread
      WHERE account_id = \(account) AND rfc_id IN \(list: ids)
      ORDER BY CASE WHEN message_id IS NULL THEN 1 ELSE 0 END, conversation_id DESC
      LIMIT 500
      """
    )
    var threads: [String: [ID<Conversation>]] = [:]
    for row in found { threads[try row[0], default: []].append(try row[1]) }
    return threads
  }

  fileprivate func exists(_ conversation: ID<Conversation>) throws -> Bool {
    try !rows(
      "SELECT 1 FROM conversation WHERE account_id = \(account) AND id = \(conversation)"
    ).isEmpty
  }

  /// Makes a conversation be found by ids: by the mail's own, and by those it refers to.
  func index(
    rfcID: String?,
    references: [String] = [],
    of message: ID<Message>?,
    in conversation: ID<Conversation>
  ) throws {
    // A statement may not meet the same row twice.
    let others = Set(references).subtracting([rfcID].compactMap { $0 }).sorted()
    let rows = ([rfcID].compactMap { $0 } + others).map { id -> SQL in
      "(\(account), \(id), \(conversation), \(id == rfcID ? message : nil))"
    }
    guard !rows.isEmpty else { return }
    try execute(
      """
      INSERT INTO mail_thread (account_id, rfc_id, conversation_id, message_id)
      VALUES \(.joined(rows, by: ", "))
      ON CONFLICT (account_id, rfc_id, conversation_id) DO UPDATE
        SET message_id = COALESCE(excluded.message_id, mail_thread.message_id)
      """
    )
  }
}
