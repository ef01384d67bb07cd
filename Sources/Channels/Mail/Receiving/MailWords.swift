import Mail
import ServiceDesk

/// The words of a mail: what its writer has to say, and whether there is more below.
struct MailWords {
  let reply: String
  let hasMore: Bool
  /// All of it.
  let whole: String
  /// The mail that is passed on in it, if one is.
  let forwarded: IncomingMail.Forwarded?

  init(_ parsed: ParsedMail) {
    let visible: VisibleReply
    if let text = parsed.text {
      whole = text
      visible = VisibleReply(of: text)
    } else {
      let tree = parsed.html.map { HTMLTree($0) }
      whole = tree.map { PlainText.of($0) } ?? ""
      visible = tree.map { HTMLReply(of: $0).text } ?? VisibleReply(sections: [])
    }
    forwarded = Self.forwarded(in: whole, subject: parsed.subject ?? "")
    // Who only passes on or quotes wants that read.
    let said = visible.reply
    reply = said.isEmpty ? whole : said
    hasMore = !said.isEmpty && (visible.quoted != nil || visible.signature != nil)
  }

  private static func forwarded(in text: String, subject: String) -> IncomingMail.Forwarded? {
    guard MailSubject(subject).isForward || ForwardedMail.isMarked(text),
      let found = ForwardedMail(in: text), let from = Correspondent(found.from)
    else { return nil }
    return IncomingMail.Forwarded(from: from, subject: found.subject, text: found.text)
  }
}
