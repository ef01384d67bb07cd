/// What an agent is told by mail.
package enum MailNotice: String, Sendable, CaseIterable, Codable {
  /// Somebody else gave the agent a conversation.
  case assigned
  /// A note speaks of the agent.
  case mentioned
  /// A customer wrote in the agent's own conversation.
  case written
}

/// What those who manage the account are told by mail.
package enum MailAlert: String, Sendable, CaseIterable, Codable {
  /// Nothing can be fetched from a mailbox.
  case mailboxFailed
  /// A mail could not be taken in.
  case mailQuarantined
  /// Somebody's program and ours were about to write to each other for ever.
  case loopStopped
}
