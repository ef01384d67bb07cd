package import struct Foundation.Date

/// A mail about to be written in the form in which servers pass it on.
package struct ComposedMail: Sendable {
  /// A file that goes along.
  package struct File: Sendable {
    package var name: String
    /// The media type, as in `image/png`.
    package var type: String
    package var bytes: [UInt8]
    /// By which the HTML shows it (`cid:`), without angle brackets; `nil` for a mere attachment.
    package var contentID: String?

    package init(name: String, type: String, bytes: [UInt8], contentID: String? = nil) {
      self.name = name
      self.type = type
      self.bytes = bytes
      self.contentID = contentID
    }
  }

  /// Without angle brackets, as all ids here.
  package var messageID: String
  package var date: Date
  package var from: MailAddress
  package var replyTo: [MailAddress] = []
  package var to: [MailAddress] = []
  package var cc: [MailAddress] = []
  package var subject: String
  package var inReplyTo: String?
  /// Oldest first.
  package var references: [String] = []
  /// Fields that are ASCII already, such as `Auto-Submitted`, in their order.
  package var fields: [(name: String, value: String)] = []
  package var text: String
  package var html: String?
  package var files: [File] = []

  package init(
    messageID: String,
    date: Date,
    from: MailAddress,
    subject: String,
    text: String,
    html: String? = nil
  ) {
    self.messageID = messageID
    self.date = date
    self.from = from
    self.subject = subject
    self.text = text
    self.html = html
  }
}
