import Storage

/// What is shown of a message's mail beside its words.
package struct MailHead: Sendable, Equatable, Codable {
  package var from: Correspondent?
  package var replyTo: [Correspondent]
  package var to: [Correspondent]
  package var cc: [Correspondent]
  /// Only of what the team has sent.
  package var bcc: [Correspondent]
  package var subject: String
  package var hasMore: Bool
  package var hasHTML: Bool
  package var automatic: AutomaticMail?
  package var warnings: [MailWarning]

  init(_ mail: IncomingMail) {
    from = mail.from
    replyTo = mail.replyTo
    to = mail.to
    cc = mail.cc
    bcc = []
    subject = mail.subject
    hasMore = mail.hasMore
    hasHTML = mail.hasHTML
    automatic = mail.automatic
    warnings = mail.warnings
  }

  init(recipients: MailRecipients, subject: String) {
    from = nil
    replyTo = []
    to = recipients.to
    cc = recipients.cc
    bcc = recipients.bcc
    self.subject = subject
    hasMore = false
    hasHTML = false
    automatic = nil
    warnings = []
  }
}
