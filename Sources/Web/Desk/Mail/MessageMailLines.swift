package import ServiceDesk
package import Storage

/// What stands around the words of a mail: to whom it went, what is odd about it, how far it got.
package struct MessageMailLines: Sendable {
  package let frame: DeskFrame
  package let message: Message
  package let mail: MessageMail
  /// The conversation's, with which the mail's own is compared.
  package let subject: String
  package let now: Timestamp

  package init(
    frame: DeskFrame,
    message: Message,
    mail: MessageMail,
    subject: String,
    now: Timestamp
  ) {
    self.frame = frame
    self.message = message
    self.mail = mail
    self.subject = subject
    self.now = now
  }

  private var texts: MailPaneTexts { frame.language.mailPane }
  private var head: MailHead { mail.head }

  /// What a reader should know before the first word.
  var badges: HTML {
    let kinds = [head.automatic].compactMap { $0 }.map { kind in
      Badge(texts.automatic[kind] ?? kind.rawValue, icon: .spark).html
    }
    let warnings = head.warnings.map { warning in
      Badge(texts.warnings[warning] ?? warning.rawValue, tone: .warn, icon: .alert).html
    }
    return .joined(kinds + warnings)
  }

  /// From whom to whom, in a line that opens; the subject where it is another than before.
  var people: HTML {
    "\(envelope)\(otherSubject)"
  }

  private var envelope: HTML {
    guard !head.to.isEmpty || !head.cc.isEmpty else { return "" }
    return """
      <details class="envelope"><summary>\(summary)</summary>
      <dl>\(line(texts.from, [head.from].compactMap { $0 }))\(line(texts.to, head.to))\
      \(line(texts.cc, head.cc))\(line(texts.bcc, head.bcc))</dl>\
      \(originalLink("\(texts.original.show)", style: "source"))</details>
      """
  }

  private var summary: HTML {
    let parts: [(title: String, people: [Correspondent])] = [
      (texts.from, [head.from].compactMap { $0 }.map { Correspondent(address: $0.address) }),
      (texts.to, head.to), (texts.cc, head.cc), (texts.bcc, head.bcc),
    ]
    let named = parts.filter { !$0.people.isEmpty }.map { part in
      "<span>\(part.title) \(names(part.people))</span>" as HTML
    }
    return .joined(named, by: " · ")
  }

  /// The first few by name.
  private func names(_ people: [Correspondent]) -> HTML {
    let shown = people.prefix(3).map { "<bdi>\($0.name ?? $0.address.text)</bdi>" as HTML }
    let left = people.count - shown.count
    let more: HTML = .when(left > 0, " +\(frame.language.number(left))")
    return "\(.joined(shown, by: "\(texts.recipients.separator)"))\(more)"
  }

  private func line(_ title: String, _ people: [Correspondent]) -> HTML {
    let all = people.prefix(MailRecipients.most).map { person -> HTML in
      let name = person.name.map { "<span dir=\"auto\">\($0)</span> " as HTML }
      return "<span class=\"person\">\(name)<bdi>\(person.address.text)</bdi></span>"
    }
    return .when(!people.isEmpty, "<div><dt>\(title)</dt><dd>\(.joined(all, by: " "))</dd></div>")
  }

  private var otherSubject: HTML {
    let isOther = MailSubject(head.subject).bare != MailSubject(subject).bare
    return .when(
      isOther && !head.subject.isEmpty,
      "<p class=\"mail-subject\" dir=\"auto\">\(head.subject)</p>"
    )
  }

  /// The way to the mail as it came, and how a reply goes out.
  var foot: HTML { "\(original)\(bounce)\(sending)" }

  private var address: String { "/desk/messages/\(message.conversation)/\(message.id)" }

  private var original: HTML {
    let words = texts.original.show
    let link = originalLink(
      "<span aria-hidden=\"true\">…</span><span class=\"unseen\">\(words)</span>",
      style: "button quiet compact"
    )
    return .when(head.hasMore || head.hasHTML, "<p class=\"more-of-it\">\(link)</p>")
  }

  private func originalLink(_ content: HTML, style: String) -> HTML {
    .when(
      mail.source != nil,
      """
      <a class="\(style)" href="\(address)/original" data-original="\(address)/frame" \
      title="\(texts.original.show)" target="_blank" rel="noopener">\(content)</a>
      """
    )
  }

  private var bounce: HTML? {
    guard let bounce = mail.sending?.bounce else { return nil }
    let people = bounce.recipients.isEmpty ? head.to.map(\.address.text) : bounce.recipients
    let names = people.prefix(5).joined(separator: texts.recipients.separator)
    let words =
      bounce.isComplaint ? texts.sending.complained(names) : texts.sending.bounced(names)
    let reason = bounce.isComplaint ? nil : texts.sending.reasons.words(for: bounce.status)
    let status = bounce.status.map { " (\($0))" } ?? ""
    // Of a mail that others have got, the server's words are about those who have not.
    let error = message.delivery == .sent ? mail.sending?.error : nil
    return state("bad", .alert, "\(words)\(reason.map { ": \($0)\(status)" } ?? "")", error: error)
  }

  private var sending: HTML? {
    let text = texts.sending
    let error = mail.sending?.error
    switch message.delivery {
    case .held: return held
    case .queued where error != nil: return state("warn", .clock, text.delayed, error: error)
    case .queued: return state("", .clock, text.queued)
    case .sent where mail.sending?.bounce == nil: return state("", .check, text.sent)
    case .failed: return state("bad", .alert, text.failed, error: error, action: again)
    case .sent, .bounced, .withdrawn, nil: return nil
    }
  }

  private var held: HTML? {
    guard let until = mail.sending?.releaseAt, until > now else {
      return state("", .clock, texts.sending.queued)
    }
    let left = until.milliseconds - now.milliseconds
    // What is left counts from the moment the page is there: clocks need not agree.
    return """
      <mail-undo class="delivery"><form method="post" action="\(address)/undo">\(frame.token)\
      \(Icon.clock.html)<span>\(texts.sending.held)</span> \
      <time datetime="\(until.rfc3339)" data-left="\(left)"></time>\
      \(Button(texts.sending.undo, icon: .undo).html)</form></mail-undo>
      """
  }

  private var again: HTML {
    """
    <form method="post" action="\(address)/sending" data-live>\(frame.token)\
    \(Button(texts.sending.sendAgain, icon: .send).html)</form>
    """
  }

  private func state(
    _ tone: String,
    _ icon: Icon,
    _ words: String,
    error: String? = nil,
    action: HTML = ""
  ) -> HTML {
    """
    <div class="delivery \(tone)">\(icon.html)<span>\(words)</span>\
    \(error.map { "<q dir=\"auto\">\($0)</q>" as HTML })\(action)</div>
    """
  }
}
