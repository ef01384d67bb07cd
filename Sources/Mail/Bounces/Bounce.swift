/// What a mail system or mailbox provider reports about a message that we sent.
package struct Bounce: Sendable, Hashable {
  /// What happened to the message (RFC 3464, 2.3.3).
  package enum Action: String, Sendable, CaseIterable {
    case failed, delayed, delivered, relayed, expanded
    /// Somebody called it unwanted, or it failed a sender's policy (RFC 5965, RFC 6591).
    case complained
  }

  /// Somebody whom the message did not reach, or who complained about it.
  package struct Recipient: Sendable, Hashable {
    /// As the report writes it.
    package var address: String
    package var action: Action
    /// Class, subject and detail (RFC 3463), like `5.1.1`; deduced where the report has none.
    package var status: String?
    /// What the receiving server said, on one line.
    package var diagnostic: String?
  }

  /// More than one message can have; further ones are left out.
  static let recipientLimit = 1_000

  /// In the order of the report; empty if it does not say who.
  package var recipients: [Recipient]
  package var action: Action
  /// Of the message that was sent, without angle brackets.
  package var originalMessageID: String?

  /// Of the first recipient.
  package var status: String? { recipients.first?.status }
}

extension ParsedMail {
  /// What this mail reports about one that we sent; `nil` unless it is such a report.
  ///
  /// Reads the standard forms (RFC 3464, RFC 5965) and those that mail systems made up before.
  package var bounce: Bounce? {
    ComplaintReader.read(self) ?? DeliveryStatusReader.read(self) ?? TopicNotice.read(self)
      ?? NoticeReader.read(self)
  }
}
