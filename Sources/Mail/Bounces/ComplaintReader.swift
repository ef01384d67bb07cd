/// Reports of abuse and of failed authentication (RFC 5965, RFC 6591).
enum ComplaintReader {
  static func read(_ mail: ParsedMail) -> Bounce? {
    guard mail.report.feedback != nil || isUnstructured(mail) else { return nil }
    let found = addresses(mail)
    return Bounce(
      recipients: found.map { Bounce.Recipient(address: $0, action: .complained) },
      action: .complained,
      originalMessageID: messageID(mail)
    )
  }

  /// Providers that forward the message alone name themselves in the sender and the subject.
  private static func isUnstructured(_ mail: ParsedMail) -> Bool {
    guard mail.report.returned != nil, let subject = mail.subject?.lowercased() else {
      return false
    }
    return subject.hasPrefix("complaint about message from")
  }

  private static func addresses(_ mail: ParsedMail) -> [String] {
    let feedback = mail.report.feedback
    let named = ["Original-Rcpt-To", "Removal-Recipient"].flatMap { feedback?.all($0) ?? [] }
    for fields in [named, returned(mail, "X-HmXmrOriginalRecipient"), returned(mail, "To")] {
      let addresses = fields.flatMap(AddressScanner.addresses(in:))
      if !addresses.isEmpty { return addresses.uniqued(limit: Bounce.recipientLimit) }
    }
    return []
  }

  private static func returned(_ mail: ParsedMail, _ name: String) -> [String] {
    (mail.report.returned?.all(name) ?? []) + mail.headers.all(name).filter { _ in name != "To" }
  }

  private static func messageID(_ mail: ParsedMail) -> String? {
    let fields = [mail.report.returned?["Message-ID"], mail.report.feedback?["Message-ID"]]
    return fields.compactMap { $0 }.compactMap(MessageIDs.first(in:)).first
  }
}
