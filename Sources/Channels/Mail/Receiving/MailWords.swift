import Mail
import ServiceDesk

/// The words of a mail: what its writer has to say, and whether there is more below.
struct MailWords {
  let reply: String
  /// Whether ``reply`` is more than what is quoted.
  let isOwn: Bool
  let hasMore: Bool
  /// All of it.
  let whole: String
  /// The mail that is passed on in it, if one is.
  let forwarded: IncomingMail.Forwarded?

  init(_ parsed: ParsedMail) {
    let visible: VisibleReply
    (whole, visible) = Self.read(parsed)
    let said = visible.reply
    let subject = MailSubject(parsed.subject ?? "")
    forwarded =
      Self.forwarded(in: whole, subject: subject)
      ?? Self.enclosed(in: parsed.attachments, subject: subject, comment: said)
    isOwn = !said.isEmpty
    // Who only passes on or quotes wants that read.
    reply = said.isEmpty ? whole : said
    hasMore = !said.isEmpty && (visible.quoted != nil || visible.signature != nil)
  }

  private static func read(_ parsed: ParsedMail) -> (whole: String, visible: VisibleReply) {
    if let text = parsed.text { return (text, VisibleReply(of: text)) }
    guard let tree = parsed.html.map({ HTMLTree($0) }) else {
      return ("", VisibleReply(sections: []))
    }
    return (PlainText.of(tree), HTMLReply(of: tree).text)
  }

  private static func forwarded(
    in text: String,
    subject: MailSubject
  ) -> IncomingMail.Forwarded? {
    // An answer quotes what was passed on before.
    guard subject.isForward || (subject.marks.isEmpty && ForwardedMail.isMarked(text)),
      let found = ForwardedMail(in: text), let from = Correspondent(found.from)
    else { return nil }
    return IncomingMail.Forwarded(
      from: from,
      subject: found.subject,
      text: found.text,
      comment: found.comment
    )
  }

  /// The one mail that hangs on another as a file.
  private static func enclosed(
    in files: [MailAttachment],
    subject: MailSubject,
    comment: String
  ) -> IncomingMail.Forwarded? {
    let mails = files.filter { $0.type == "message/rfc822" || $0.type == "message/global" }
    guard subject.marks.first != .reply, mails.count == 1, let inner = mails.first,
      // What cannot be read stays a file.
      let parsed = try? ParsedMail(parsing: inner.bytes),
      let from = parsed.from.flatMap(Correspondent.init)
    else { return nil }
    let (whole, visible) = read(parsed)
    return IncomingMail.Forwarded(
      from: from,
      subject: parsed.subject,
      text: visible.reply.isEmpty ? whole : visible.reply,
      comment: comment
    )
  }
}
