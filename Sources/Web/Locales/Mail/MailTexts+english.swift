extension MailTexts {
  static let english = MailTexts(
    attribution: { "On \($1), \($0) wrote:" },
    senderName: { "\($0) at \($1)" }
  )
}
