/// Notices in words, as mail systems wrote them before there was a standard, and still do.
enum NoticeReader {
  static func read(_ mail: ParsedMail) -> Bounce? {
    let notice = Notice(NoticeText.of(mail))
    guard isNotice(mail, notice) else { return nil }
    if let bounce = DeliveryStatusReader.bounce(of: fields(mail), mail) { return bounce }
    let text = notice.text
    let addresses = NoticeRecipients.find(mail, notice)
    guard !addresses.isEmpty else { return nil }
    let status = EnhancedStatus.first(in: text) ?? EnhancedStatus.deduced(from: text)
    let action = action(mail, text, status)
    return Bounce(
      recipients: addresses.map {
        let said = diagnostic(of: $0, text)
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

  /// Who writes it, how it is titled and what it says have to fit together.
  ///
  /// Customers write of what was not delivered, too: their words alone make no notice.
  private static func isNotice(_ mail: ParsedMail, _ notice: Notice) -> Bool {
    if mail.headers["X-Failed-Recipients"] != nil { return true }
    let isDaemon =
      mail.from.map { NoticeMarks.isDaemon($0.address, name: $0.name) }
      ?? (mail.headers["From"] != nil)
    let isNull = mail.headers["Return-Path"].map(isNull) ?? false
    let subject = (mail.subject ?? "").lowercased()
    let hasSubject = NoticeMarks.isSubject(subject) && !subject.hasPrefix("re:")
    let hasText = NoticeMarks.isFailure(notice.text.lowercased())
    if isDaemon || isNull { return hasSubject || hasText || isDaemon && isNull && notice.hasMark }
    return hasSubject && hasText && notice.hasMark
  }

  private static func isNull(_ path: String) -> Bool {
    path.isEmpty || path == "<>" || path.lowercased().contains("mailer-daemon")
  }

  /// The standard's fields within the text, where a program mangled the parts.
  private static func fields(_ mail: ParsedMail) -> [MailHeaders] {
    guard let text = mail.text, text.lowercased().contains("final-recipient:") else { return [] }
    var report = MailReport()
    let type = "message/delivery-status"
    return ReportReader.add(Array(text.utf8), of: type, to: &report) ? report.deliveryStatus : []
  }

  private static func action(
    _ mail: ParsedMail,
    _ text: String,
    _ status: String?
  ) -> Bounce.Action {
    let words = ((mail.subject ?? "") + "\n" + text).lowercased()
    let isDelay = [
      "warning", "delayed", "will keep trying", "still undelivered", "temporary failure",
    ]
    .contains { words.contains($0) }
    let isFinal = ["giving up", "given up", "permanent", "not going to try again"]
      .contains { words.contains($0) }
    return isDelay && !isFinal && status?.hasPrefix("5") != true ? .delayed : .failed
  }

  /// The lines about an address: from the one that names it up to an empty one or another address.
  private static func diagnostic(of address: String, _ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains(address) }) else { return nil }
    var said = [lines[start]]
    for line in lines[(start + 1)...].prefix(8) {
      let other = AddressScanner.addresses(in: line).contains { $0 != address }
      if line.allSatisfy(\.isWhitespace) || other { break }
      said.append(line)
    }
    return HeaderText.oneLine(said.joined(separator: " "))
  }
}
