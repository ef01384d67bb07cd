package import struct Foundation.Date

/// What a mail says, read from its source (RFC 5322, RFC 2045–2049, RFC 6532).
///
/// Everything is decoded. What the mail lacks is `nil` or empty; what is broken is read as far as it
/// makes sense.
package struct ParsedMail: Sendable {
  /// All fields of the message's header, also those that have a property of their own.
  package var headers = MailHeaders()
  /// Without angle brackets.
  package var messageID: String?
  /// The first message that this one answers, without angle brackets.
  package var inReplyTo: String?
  /// The thread's messages, oldest first, without angle brackets, each once.
  package var references: [String] = []
  /// When it was sent, as the sender says.
  package var date: Date?
  /// The first author.
  package var from: MailAddress? { authors.first }
  /// Everybody in `From`.
  package var authors: [MailAddress] = []
  /// Who sent it for the authors; `nil` unless the header says so.
  package var sender: MailAddress?
  /// The members of groups stand in these lists like everybody else.
  package var to: [MailAddress] = []
  package var cc: [MailAddress] = []
  package var bcc: [MailAddress] = []
  package var replyTo: [MailAddress] = []
  /// `nil` if there is no such field; may be empty.
  package var subject: String?
  /// The plain text to read, parts joined in order; `nil` if there is none.
  ///
  /// Lines end in `\n`; flowed paragraphs (RFC 3676) are one line each.
  package var text: String?
  /// The HTML to read as it came, hostile or not, parts joined in order; `nil` if there is none.
  package var html: String?
  /// Files, in order: also messages inside this one, calendar parts and `winmail.dat`.
  package var attachments: [MailAttachment] = []
  /// What a bounce or abuse report tells machines.
  package var report = MailReport()
  /// Parts that were left out because there are too many or they are nested too deeply.
  package var omittedParts = 0
}
