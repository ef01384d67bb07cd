/// What the machine-readable parts of a report say (RFC 6522).
package struct MailReport: Sendable, Hashable {
  /// The fields about the message, then those of each recipient (RFC 3464, 2.1).
  package var deliveryStatus: [MailHeaders] = []
  /// The fields of an abuse report (RFC 5965, 3).
  package var feedback: MailHeaders?
  /// The headers of the message that came back or was complained about.
  package var returned: MailHeaders?

  package init() {}
}
