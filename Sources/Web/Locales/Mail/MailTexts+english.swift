extension MailTexts {
  static let english = MailTexts(
    received: { "We have your message (no. \($0))" },
    acknowledgement: {
      "Thank you for writing. Your message has reached us under number \($0); we will answer soon."
    },
    attribution: { "On \($1), \($0) wrote:" },
    senderName: { "\($0) at \($1)" }
  )
}
