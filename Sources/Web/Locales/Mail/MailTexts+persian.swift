extension MailTexts {
  static let persian = MailTexts(
    attribution: { "\($0) در \($1) نوشت:" },
    senderName: { "\($0) از \($1)" }
  )
}
