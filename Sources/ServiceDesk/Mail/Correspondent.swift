import Storage

/// A person as mail names one: an address, and a name where one was given.
package struct Correspondent: Sendable, Hashable, Codable {
  package let name: String?
  package let address: EmailAddress

  package init(name: String? = nil, address: EmailAddress) {
    self.name = name?.trimmed.isEmpty == false ? name?.trimmed : nil
    self.address = address
  }
}

extension EmailAddress: Codable {
  package init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Who gets a mail.
package struct MailRecipients: Sendable, Equatable, Codable {
  /// The most of one mail, of all kinds together.
  package static let most = 50

  package var to: [Correspondent]
  package var cc: [Correspondent]
  /// Seen by nobody but the sender.
  package var bcc: [Correspondent]

  package init(to: [Correspondent], cc: [Correspondent] = [], bcc: [Correspondent] = []) {
    self.to = to
    self.cc = cc
    self.bcc = bcc
  }

  /// All of them, each address once.
  package var all: [Correspondent] {
    var known: Set<EmailAddress> = []
    return (to + cc + bcc).filter { known.insert($0.address).inserted }
  }

  /// Throws ``CorrespondenceFailure`` unless there is somebody, and not too many.
  func check() throws(CorrespondenceFailure) {
    guard !all.isEmpty else { throw .noRecipient }
    guard all.count <= Self.most else { throw .tooManyRecipients }
  }
}

/// Why something about mail was not done.
package enum CorrespondenceFailure: String, Failure, CaseIterable {
  case noRecipient
  /// A mail has at most 50 recipients.
  case tooManyRecipients
  /// The mail is on its way already, or gone.
  case tooLate = "tooLateToUndo"
  /// What was kept of the mail is not there to be read again.
  case sourceMissing = "mailSourceMissing"
  /// The mail is in a conversation already.
  case alreadyReceived = "mailAlreadyReceived"
  /// There is no mailbox to send from.
  case noMailbox

  package var kind: FailureKind {
    switch self {
    case .noRecipient, .tooManyRecipients: .invalid
    case .tooLate, .alreadyReceived, .noMailbox: .conflict
    case .sourceMissing: .missing
    }
  }

  package var field: String? {
    switch self {
    case .noRecipient, .tooManyRecipients: "to"
    case .tooLate, .sourceMissing, .alreadyReceived, .noMailbox: nil
    }
  }
}

extension Work {
  /// Makes people part of a conversation's correspondence, unless they are already.
  func addCorrespondents(
    _ people: [Correspondent],
    to conversation: ID<Conversation>
  ) throws {
    guard !people.isEmpty else { return }
    let rows = people.prefix(MailRecipients.most).map { person -> SQL in
      "(\(account), \(conversation), \(person.address), \(person.name), \(now))"
    }
    try execute(
      """
      INSERT INTO correspondent (account_id, conversation_id, address, name, joined_at)
      VALUES \(.joined(rows, by: ", "))
      ON CONFLICT (account_id, conversation_id, address) DO NOTHING
      """
    )
  }

  /// Whether the address takes part in the conversation: wrote or was written to in it, or is one
  /// of its customer's.
  func takesPart(_ address: EmailAddress, in conversation: ID<Conversation>) throws -> Bool {
    try !rows(
      """
      SELECT 1 FROM correspondent
      WHERE account_id = \(account) AND conversation_id = \(conversation)
        AND address = \(address)
      UNION ALL
      SELECT 1 FROM conversation v
      JOIN customer k ON k.account_id = v.account_id AND k.id = v.customer_id
      JOIN identity i ON i.account_id = v.account_id AND i.kind = 'email'
        AND i.value = \(address)
      JOIN customer o ON o.account_id = i.account_id AND o.id = i.customer_id
      WHERE v.account_id = \(account) AND v.id = \(conversation) AND o.root_id = k.root_id
      LIMIT 1
      """
    ).isEmpty
  }
}
