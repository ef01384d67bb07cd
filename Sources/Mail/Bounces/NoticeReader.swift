/// Notices in words, as mail systems wrote them before there was a standard, and still do.
enum NoticeReader {
  static func read(_ mail: ParsedMail) -> Bounce? {
    guard mayBeNotice(mail) else { return nil }
    let notice = Notice(NoticeText.of(mail))
    guard isNotice(mail, notice) else { return nil }
    if let bounce = DeliveryStatusReader.bounce(of: fields(mail), mail) { return bounce }
    let text = notice.text
    let addresses = NoticeRecipients.find(mail, notice)
    guard !addresses.isEmpty else { return nil }
    let status = EnhancedStatus.first(in: text) ?? EnhancedStatus.deduced(from: text)
    let action = action(mail, notice, status)
    let lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
      .map { Line(Substring($0)) }
    return Bounce(
      recipients: addresses.map {
        let said = diagnostic(of: $0, lines)
        return Bounce.Recipient(
          address: $0,
          action: action,
          status: said.flatMap { EnhancedStatus.first(in: $0) } ?? status,
          diagnostic: said
        )
      },
      action: action,
      originalMessageID: ReturnedMessage.id(mail, headers: notice.returned, notice: text)
    )
  }

  /// Whether the header allows it; nearly all mail goes no further.
  private static func mayBeNotice(_ mail: ParsedMail) -> Bool {
    mail.headers["X-Failed-Recipients"] != nil || isFromSystem(mail) || hasSubject(mail)
  }

  /// Who writes it, how it is titled and what it says have to fit together.
  ///
  /// Customers write of what was not delivered, too: their words alone make no notice.
  private static func isNotice(_ mail: ParsedMail, _ notice: Notice) -> Bool {
    if mail.headers["X-Failed-Recipients"] != nil { return true }
    let hasText = { NoticeMarks.isFailure(notice.lowercased) }
    return isFromSystem(mail)
      ? notice.hasMark || hasSubject(mail) || hasText()
      : notice.hasMark && hasSubject(mail) && hasText()
  }

  /// From a program that delivers mail, or with the null sender of RFC 5321, 4.5.5.
  private static func isFromSystem(_ mail: ParsedMail) -> Bool {
    if mail.headers["Return-Path"].map(isNull) ?? false { return true }
    guard let author = mail.from else { return mail.headers["From"] != nil }
    return NoticeMarks.isDaemon(author.address, name: author.name)
  }

  /// People answer notices, and the subject stays.
  private static func hasSubject(_ mail: ParsedMail) -> Bool {
    let subject = Array((mail.subject ?? "").lowercased().utf8)
    return NoticeMarks.isSubject(subject) && !subject.starts(with: "re:".utf8)
  }

  private static func isNull(_ path: String) -> Bool {
    path.isEmpty || path == "<>" || path.lowercased().contains("mailer-daemon")
  }

  /// The standard's fields within the text, where a program mangled the parts.
  private static func fields(_ mail: ParsedMail) -> [MailHeaders] {
    guard let text = mail.text, recipientField.occurs(in: text.lowercased()) else { return [] }
    var report = MailReport()
    let type = "message/delivery-status"
    return ReportReader.add(Array(text.utf8), of: type, to: &report) ? report.deliveryStatus : []
  }

  private static let recipientField = PhraseSet(["final-recipient:"])

  private static func action(
    _ mail: ParsedMail,
    _ notice: Notice,
    _ status: String?
  ) -> Bounce.Action {
    guard status?.hasPrefix("5") != true else { return .failed }
    let words = Array((mail.subject ?? "").lowercased().utf8) + [.lineFeed] + notice.lowercased
    let isDelay = delays.occurs(in: words[...]) && !endings.occurs(in: words[...])
    return isDelay ? .delayed : .failed
  }

  private static let delays = PhraseSet([
    "warning", "delayed", "will keep trying", "still undelivered", "temporary failure",
  ])
  private static let endings = PhraseSet([
    "giving up", "given up", "permanent", "not going to try again",
  ])

  private struct Line {
    let text: Substring
    let addresses: [String]

    init(_ text: Substring) {
      self.text = text
      addresses = AddressScanner.addresses(in: text)
    }
  }

  /// The lines about an address: from the one that names it up to an empty one or another address.
  private static func diagnostic(of address: String, _ lines: [Line]) -> String? {
    guard let start = lines.firstIndex(where: { $0.addresses.contains(address) }) else {
      return nil
    }
    let more = lines[(start + 1)...].prefix(8).prefix { line in
      line.addresses.allSatisfy { $0 == address } && !line.text.allSatisfy(\.isWhitespace)
    }
    let said = [lines[start]] + more
    return HeaderText.oneLine(said.map(\.text).joined(separator: " "))
  }
}
