import Foundation
import Mail

/// A mail as `rapport mail parse` prints it; what the mail lacks is `null`.
struct MailDescription: Encodable {
  private struct Person: Encodable {
    var name: String?
    var address: String

    init(_ address: MailAddress) {
      name = address.name
      self.address = address.address
    }

    private enum CodingKeys: CodingKey { case name, address }

    func encode(to encoder: any Encoder) throws {
      var json = encoder.container(keyedBy: CodingKeys.self)
      try json.encode(name, forKey: .name)
      try json.encode(address, forKey: .address)
    }
  }

  private struct File: Encodable {
    let file: MailAttachment

    private enum CodingKeys: CodingKey { case name, type, size, sha256, inline, contentID }

    func encode(to encoder: any Encoder) throws {
      var json = encoder.container(keyedBy: CodingKeys.self)
      try json.encode(file.name, forKey: .name)
      try json.encode(file.type, forKey: .type)
      try json.encode(file.bytes.count, forKey: .size)
      try json.encode(file.sha256, forKey: .sha256)
      try json.encode(file.isInline, forKey: .inline)
      try json.encode(file.contentID, forKey: .contentID)
    }
  }

  private struct Report: Encodable {
    let bounce: Bounce

    private enum CodingKeys: CodingKey {
      case recipient, recipients, status, action, originalMessageID
    }

    func encode(to encoder: any Encoder) throws {
      var json = encoder.container(keyedBy: CodingKeys.self)
      try json.encode(bounce.recipients.first?.address, forKey: .recipient)
      try json.encode(bounce.recipients.map(\.address), forKey: .recipients)
      try json.encode(bounce.status, forKey: .status)
      try json.encode(bounce.action.rawValue, forKey: .action)
      try json.encode(bounce.originalMessageID, forKey: .originalMessageID)
    }
  }

  private enum CodingKeys: CodingKey {
    case messageID, inReplyTo, references, date, from, to, cc, replyTo, subject, text, html, reply
    case quoted, signature, attachments, automatic, bounce
  }

  private let mail: ParsedMail
  private let page: HTMLTree?

  init(_ mail: ParsedMail) {
    self.mail = mail
    page = mail.html.map { HTMLTree($0) }
  }

  func encode(to encoder: any Encoder) throws {
    var json = encoder.container(keyedBy: CodingKeys.self)
    try encodeHeader(to: &json)
    try json.encode(mail.text, forKey: .text)
    try json.encode(page.map { SanitisedHTML($0).html }, forKey: .html)
    let visible = visibleReply
    try json.encode(visible?.reply, forKey: .reply)
    try json.encode(visible?.quoted, forKey: .quoted)
    try json.encode(visible?.signature, forKey: .signature)
    try json.encode(mail.attachments.map(File.init), forKey: .attachments)
    try json.encode(mail.automatic != nil, forKey: .automatic)
    try json.encode(mail.bounce.map(Report.init), forKey: .bounce)
  }

  private func encodeHeader(to json: inout KeyedEncodingContainer<CodingKeys>) throws {
    try json.encode(mail.messageID, forKey: .messageID)
    try json.encode(mail.inReplyTo, forKey: .inReplyTo)
    try json.encode(mail.references, forKey: .references)
    try json.encode(mail.date?.ISO8601Format(), forKey: .date)
    try json.encode(mail.from.map(Person.init), forKey: .from)
    try json.encode(mail.to.map(Person.init), forKey: .to)
    try json.encode(mail.cc.map(Person.init), forKey: .cc)
    try json.encode(mail.replyTo.map(Person.init), forKey: .replyTo)
    try json.encode(mail.subject, forKey: .subject)
  }

  /// From the plain text; from the page where there is no other.
  private var visibleReply: VisibleReply? {
    if let text = mail.text { return VisibleReply(of: text) }
    return page.map { HTMLReply(of: $0).text }
  }
}
