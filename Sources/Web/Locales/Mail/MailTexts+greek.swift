extension MailTexts {
  static let greek = MailTexts(
    attribution: { "Στις \($1), ο χρήστης \($0) έγραψε:" },
    senderName: { "\($0) – \($1)" }
  )
}
