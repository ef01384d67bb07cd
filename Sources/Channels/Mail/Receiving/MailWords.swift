import Mail

/// The words of a mail: what its writer has to say, and whether there is more below.
struct MailWords {
  let reply: String
  let hasMore: Bool
  /// All of it.
  let whole: String

  init(_ parsed: ParsedMail) {
    whole = parsed.text ?? parsed.html.map { PlainText.of(HTMLTree($0)) } ?? ""
    let visible = VisibleReply(of: whole)
    // Who only passes on or quotes wants that read.
    let said = visible.reply
    reply = said.isEmpty ? whole : said
    hasMore = !said.isEmpty && (visible.quoted != nil || visible.signature != nil)
  }
}
