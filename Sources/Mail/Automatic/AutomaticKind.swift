/// Mail that no person wrote to us just now, and that must not be answered automatically.
package enum AutomaticKind: String, Sendable, CaseIterable {
  /// A program's answer to a mail (RFC 3834).
  case autoReply
  /// A program's answer that its owner is away.
  case outOfOffice
  /// What a program writes of itself: notifications, receipts of reading.
  case generated
  /// From a mailing list or newsletter (RFC 2369, RFC 2919).
  case list
  /// Sent to many at once.
  case bulk
  /// About a message that could not be delivered.
  case bounce
  /// About a message that somebody called unwanted (RFC 5965).
  case abuseReport
}
